using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;

namespace RunRecovery.Browser.Tests.Desk;

/// <summary>Somebody writes while the power fails again and again.</summary>
public sealed partial class KilledServerTests(EmptyDesk desk, ITestOutputHelper output) : IClassFixture<EmptyDesk>
{
    private const int Kills = 50;
    private const int Seed = 20261124;

    /// <summary>Tells the test each text that is sent, and each that the server said it has.</summary>
    private const string Listen = """
        (() => {
          const ask = window.fetch;
          window.fetch = async (address, options) => {
            const text = `${address}`.includes('/posts/keep') && options?.body?.get('Form.Markdown');
            if (typeof text === 'string') heard('sent', text);
            const answer = await ask(address, options);
            if (typeof text === 'string' && answer.ok) heard('kept', text);
            return answer;
          };
        })()
        """;

    private readonly Random _random = new(Seed);
    private readonly ConcurrentDictionary<int, byte> _acknowledged = [];
    private int _typed;
    private int _sent;
    private int _id;
    private Action? _onSent;
    private IPage _page = null!;

    [Fact]
    public async Task Killed_fifty_times_while_somebody_types_saves_and_publishes_it_loses_no_word_and_halves_no_post()
    {
        var clock = Stopwatch.StartNew();
        await desk.Ada.ExposeFunctionAsync<string, string, bool>("heard", Hear);
        await desk.Ada.AddInitScriptAsync(Listen);
        await BeginAsync();

        for (var kill = 1; kill <= Kills; kill++)
        {
            await ((kill % 5) switch
            {
                0 => KillAfterSomeWordsAsync(),
                1 => KillWhileKeepingAsync(() => _page.Keyboard.PressAsync("Control+s")),
                2 => KillWhileKeepingAsync(() => TypeUntilSentAsync()),
                3 => KillWhilePublishingAsync(kill),
                _ => KillServerAndPageAsync(),
            });
            await desk.Blog.StartAgainAsync();
            await CheckDatabaseAsync();
            await GoOnAsync();
        }

        await PublishAsync();
        Assert.Equal(Enumerable.Range(1, _typed), Words(await desk.Blog.AskAsync(async db => (await db.Posts.SingleAsync(p => p.Id == _id)).Markdown + ' ')));
        var reader = await desk.OpenAsync("/posts/killed-often");
        Assert.Equal(Enumerable.Range(1, _typed), Words(await reader.Locator(".prose").InnerTextAsync() + ' '));
        output.WriteLine($"{Kills} kills, {_typed} words typed, {_acknowledged.Count} heard as kept, none lost, {clock.Elapsed.TotalSeconds:0} s.");
    }

    private async Task BeginAsync()
    {
        _page = await desk.OpenAsync("/admin/posts/new");
        await _page.GetByLabel("Title").FillAsync("Killed often");
        await Text.FocusAsync();
        await TypeAsync(3);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Publish…" }).ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();
        await Assertions.Expect(_page.GetByText("Published: readers see it now.")).ToBeVisibleAsync();
        _id = int.Parse(PostId().Match(_page.Url).Groups["id"].Value, System.Globalization.CultureInfo.InvariantCulture);
        await OpenEditorAsync();
    }

    private async Task KillAfterSomeWordsAsync()
    {
        await TypeAsync(_random.Next(1, 40));
        desk.Blog.Kill();
        await TypeAsync(_random.Next(0, 10));
    }

    /// <summary>Somewhere between the moment at which the text leaves the browser and that at which the answer would be back.</summary>
    private async Task KillWhileKeepingAsync(Func<Task> send)
    {
        await TypeAsync(_random.Next(1, 20));
        var killed = KillOnceSent();
        await send();
        await TypeAsync(_random.Next(0, 10));
        await killed;
    }

    private async Task KillWhilePublishingAsync(int kill)
    {
        await TypeAsync(_random.Next(1, 10));
        if (!await _page.Locator("#details").EvaluateAsync<bool>("details => details.open"))
        {
            await _page.Locator("#details > summary").ClickAsync();
        }

        await _page.GetByLabel("Tags").FillAsync($"round {kill}, killed");
        if (kill % 2 == 0)
        {
            // The text is kept and saved, on its way to the page on which it is published.
            var killed = KillOnceSent();
            await _page.GetByRole(AriaRole.Button, new() { Name = "Update…" }).ClickAsync();
            await killed;
            return;
        }

        await _page.GetByRole(AriaRole.Button, new() { Name = "Update…" }).ClickAsync();
        var update = _page.GetByRole(AriaRole.Button, new() { Name = "Update, minor" });
        await Assertions.Expect(update).ToBeVisibleAsync();
        var posted = new TaskCompletionSource();
        void Kill(object? sender, IRequest request)
        {
            if (request.Method == "POST")
            {
                KillSoon();
                posted.TrySetResult();
            }
        }

        _page.Request += Kill;
        await update.ClickAsync();
        await posted.Task.WaitAsync(TimeSpan.FromSeconds(20));
        _page.Request -= Kill;
    }

    private async Task KillServerAndPageAsync()
    {
        await TypeAsync(_random.Next(1, 40));
        desk.Blog.Kill();
        await TypeAsync(_random.Next(0, 10));
        await _page.CloseAsync(new() { RunBeforeUnload = false });
    }

    /// <summary>A closed page is opened again; one that left goes back to the text; one that stayed goes on by itself.</summary>
    private async Task GoOnAsync()
    {
        if (_page.IsClosed)
        {
            _page = await desk.Ada.NewPageAsync();
            await OpenEditorAsync();
        }
        else if (!await IsEditorAsync())
        {
            await OpenEditorAsync();
        }
        else
        {
            await GoToEndAsync();
        }
    }

    private async Task<bool> IsEditorAsync() => _page.Url.EndsWith($"/admin/posts/{_id}", StringComparison.Ordinal) && await _page.Locator("form.writing").CountAsync() == 1;

    private async Task OpenEditorAsync()
    {
        await _page.GotoAsync($"/admin/posts/{_id}");
        await Assertions.Expect(Text).ToHaveValueAsync(new Regex($@"\bw{_typed}\s*$"));
        await GoToEndAsync();
    }

    private ILocator Text => _page.GetByLabel("Text in Markdown");

    private async Task GoToEndAsync()
    {
        await Text.FocusAsync();
        await _page.Keyboard.PressAsync("Control+End");
    }

    /// <summary>Each word has its number, and some begin a paragraph.</summary>
    private async Task TypeAsync(int words)
    {
        for (; words > 0; words--)
        {
            await _page.Keyboard.TypeAsync($"w{_typed + 1}");
            await _page.Keyboard.PressAsync(_random.Next(8) == 0 ? "Enter" : "Space");
            _typed++;
        }
    }

    private async Task TypeUntilSentAsync()
    {
        for (var sent = _sent; sent == _sent;)
        {
            await TypeAsync(1);
        }
    }

    private async Task PublishAsync()
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = "Update…" }).ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Update, significant" }).ClickAsync();
        await Assertions.Expect(_page.GetByText("Updated.")).ToBeVisibleAsync();
    }

    private Task KillOnceSent()
    {
        var killed = new TaskCompletionSource();
        _onSent = () =>
        {
            KillSoon();
            killed.TrySetResult();
        };
        return killed.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>What is hit is somewhere between two statements; a request takes some milliseconds.</summary>
    private void KillSoon()
    {
        var moment = _random.NextDouble() * 30;
        var clock = Stopwatch.StartNew();
        SpinWait.SpinUntil(() => clock.Elapsed.TotalMilliseconds > moment);
        desk.Blog.Kill();
    }

    private bool Hear(string what, string text)
    {
        var words = Words(text);
        if (what == "sent")
        {
            _sent = Math.Max(_sent, words.Count == 0 ? 0 : words.Max());
            Interlocked.Exchange(ref _onSent, null)?.Invoke();
        }
        else
        {
            words.ForEach(word => _acknowledged.TryAdd(word, 0));
        }

        return true;
    }

    private async Task CheckDatabaseAsync()
    {
        var acknowledged = _acknowledged.Keys.ToList();
        await desk.Blog.AskAsync(async db =>
        {
            Assert.Equal(["ok"], await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync());
            Assert.Empty(await db.Database.SqlQueryRaw<string>("SELECT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync());
            var post = await db.Posts.AsNoTracking().Include(p => p.Terms).ThenInclude(t => t.Term).Include(p => p.Addresses).SingleAsync();
            var copies = await db.WorkingCopies.AsNoTracking().ToListAsync();

            // Nobody else writes: there is never anything to decide.
            Assert.DoesNotContain(copies, c => c.IsBeside);
            var kept = Words(copies.SingleOrDefault()?.Read().Markdown ?? post.Markdown);
            Assert.Equal(Enumerable.Range(1, kept.Count), kept);
            Assert.Empty(acknowledged.Except(kept));

            var newest = await db.PostRevisions.Where(r => r.Origin == RevisionOrigin.Author).OrderByDescending(r => r.Id).FirstAsync();
            Assert.Equal(post.Version, newest.Version);
            Assert.Equal(PostFieldsJson.Write(PostFields.Of(post)), newest.Fields);
            Assert.Contains(post.Addresses, a => a.Path == "/posts/killed-often");
            return true;
        });
    }

    /// <summary>Whole ones: the last may be half typed.</summary>
    private static List<int> Words(string text) => [.. Word().Matches(text).Select(m => int.Parse(m.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\bw(?<number>\d+)\s")]
    private static partial Regex Word();

    [GeneratedRegex(@"/posts/(?<id>\d+)/")]
    private static partial Regex PostId();
}
