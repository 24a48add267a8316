using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Content;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Web.Tests.Feeds;

/// <summary>Whatever an author does in whatever order: no id and no publication time changes, no address that answered is ever unknown, and what did not change is the same to the byte.</summary>
public sealed partial class Rule28KeptTrueTests
{
    private const int Posts = 4;
    private const int Words = 3;

    [Fact]
    public void Rule_28_nothing_that_subscribers_and_links_rely_on_ever_changes() =>
        Gen.Select(Gen.Enum<Deed>(), Gen.Int[0, Posts - 1], Gen.Int[0, Words - 1]).List[4, 14]
            .Sample(deeds => TryAsync(deeds).GetAwaiter().GetResult(), iter: 12, threads: 1, print: Told);

    private enum Deed
    {
        Write,
        Edit,
        EditSignificantly,
        Rename,
        Retag,
        Redate,
        Schedule,
        Unpublish,
        Expire,
        RenameTag,
        MergeTags,
        DeleteTag,
        ImportFile,
        ImportRenamedFile,
        Wait,
        Restart,
        ChangeHost,
    }

    private static string Told(List<(Deed Deed, int Post, int Word)> deeds) => string.Join(", ", deeds.Select(d => $"{d.Deed} {d.Post}/{d.Word}"));

    private static async Task TryAsync(List<(Deed Deed, int Post, int Word)> deeds)
    {
        await using var author = new Author();
        var ledger = new Ledger();
        await ledger.LookAsync(author);
        foreach (var (deed, post, word) in deeds)
        {
            await author.DoAsync(deed, post, word);
            await ledger.LookAsync(author);
        }
    }

    /// <summary>What a subscriber and somebody with old links remember.</summary>
    private sealed partial class Ledger
    {
        private readonly Dictionary<string, string> _published = [];
        private readonly HashSet<string> _answered = ["/", "/rss.xml", "/atom.xml", "/feed.json", "/feeds.opml"];

        public async Task LookAsync(Author author)
        {
            using var browser = author.Blog.Browser();
            foreach (var address in new[] { "/rss.xml", "/atom.xml", "/feed.json" })
            {
                var text = await browser.GetStringAsync(address);
                Assert.Equal(text, await browser.GetStringAsync(address));
                foreach (var entry in ReadFeed.Parse(text).Entries)
                {
                    var time = DateTimeOffset.Parse(entry.Published, CultureInfo.InvariantCulture).ToString("O", CultureInfo.InvariantCulture);
                    Assert.True(_published.TryAdd(entry.Id, time) || _published[entry.Id] == time, $"{entry.Id} was published at {_published[entry.Id]}, now at {time}");
                }
            }

            await RememberAsync(browser, "/sitemap.xml", Location);
            await RememberAsync(browser, "/feeds.opml", FeedAddress);
            foreach (var address in _answered)
            {
                var status = (await browser.GetAsync(address)).StatusCode;
                Assert.True(status is HttpStatusCode.OK or HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect or HttpStatusCode.Gone, $"{address} answered once, and now {status}");
            }
        }

        /// <summary>With what belongs to each: the Markdown of a post, the lists of a month.</summary>
        private async Task RememberAsync(HttpClient browser, string list, Regex address)
        {
            var paths = address.Matches(await browser.GetStringAsync(list)).Select(found => new Uri(found.Groups["url"].Value).AbsolutePath);
            string[] lists = ["/archive/2026/11", "/archive/2026/10", "/archive/2026", "/page/2", "/tips/rss.xml"];
            foreach (var also in paths.SelectMany(path => new[] { path, $"{path}.md", $"{path}/atom.xml" }).Concat(lists).Distinct().Except(_answered).ToList())
            {
                if ((await browser.GetAsync(also)).StatusCode == HttpStatusCode.OK)
                {
                    _answered.Add(also);
                }
            }
        }

        [GeneratedRegex("<loc>(?<url>[^<]+)</loc>")]
        private static partial Regex Location { get; }

        [GeneratedRegex("xmlUrl=\"(?<url>[^\"]+)\"")]
        private static partial Regex FeedAddress { get; }
    }

    /// <summary>Does to a blog what authors do, through the doors they have.</summary>
    private sealed class Author : IAsyncDisposable
    {
        private static readonly string[] Tags = ["Sleep", "Naps", "Ice"];

        private readonly string _content = Directory.CreateTempSubdirectory("runrecovery-author-").FullName;
        private readonly Dictionary<int, (PostFields Fields, SaveResult.Saved Saved)> _posts = [];
        private string _host = "http://localhost:5000";

        public BlogApplication Blog { get; private set; } = new() { KeepsData = true };

        private DateTime Now => Blog.Clock.GetUtcNow().UtcDateTime;

        public Task DoAsync(Deed deed, int post, int word) => deed switch
        {
            Deed.Write => ChangeAsync(post, fields => fields),
            Deed.Edit => ChangeAsync(post, fields => fields with { Markdown = $"Minor {word}." }),
            Deed.EditSignificantly => ChangeAsync(post, fields => fields with { Markdown = $"Major {word}.", UpdatedAt = Now }),
            Deed.Rename => ChangeAsync(post, fields => fields with { Slug = $"post-{post}-{word}", Title = $"Title {word}" }),
            Deed.Retag => ChangeAsync(post, fields => fields with { Tags = [Tags[word]], Categories = [$"Category {word}"] }),
            Deed.Redate => ChangeAsync(post, fields => fields with { Date = Now.AddDays(-20 * word) }),
            Deed.Schedule => ChangeAsync(post, fields => fields with { Date = Now.AddHours(word + 1) }),
            Deed.Unpublish => ChangeAsync(post, fields => fields with { Draft = !fields.Draft }),
            Deed.Expire => ChangeAsync(post, fields => fields with { ExpiresAt = Now.AddHours(word) }),
            Deed.RenameTag => TaxonomyAsync(word, (taxonomy, tag) => taxonomy.RenameAsync(tag.Id, $"{tag.Name} {post}")),
            Deed.MergeTags => TaxonomyAsync(word, async (taxonomy, tag) =>
            {
                if (await TagAsync(taxonomy, (word + 1) % Words) is { } target && target.Id != tag.Id)
                {
                    await taxonomy.MergeAsync(tag.Id, target.Id);
                }
            }),
            Deed.DeleteTag => TaxonomyAsync(word, (taxonomy, tag) => taxonomy.DeleteAsync(tag.Id)),
            Deed.ImportFile => ImportAsync($"file-{post}.md", $"---\nid: urn:file:{post}\ndate: 2026-11-{20 + word}\ntags: [{Tags[word]}]\n---\nFile {word}."),
            Deed.ImportRenamedFile => ImportAsync($"moved-{post}.md", $"---\nid: urn:file:{post}\nslug: moved-{post}-{word}\ndate: 2026-11-0{word + 1}\n---\nMoved {word}."),
            Deed.Wait => Task.Run(() => Blog.Clock.Advance(TimeSpan.FromHours(word + 1))),
            Deed.Restart => RestartAsync(_host),
            Deed.ChangeHost => RestartAsync($"https://host{word}.example"),
            _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, "Nothing that authors do."),
        };

        public async ValueTask DisposeAsync()
        {
            await Blog.DisposeAsync();
            Directory.Delete(Blog.Data, recursive: true);
            Directory.Delete(_content, recursive: true);
        }

        private async Task ChangeAsync(int number, Func<PostFields, PostFields> change)
        {
            var before = _posts.TryGetValue(number, out var known) ? known : default((PostFields Fields, SaveResult.Saved Saved)?);
            var fields = change(before?.Fields ?? BlogApplication.APost($"post-{number}") with { Kind = number == 0 ? PostKind.Tip : PostKind.Post });
            _posts[number] = (fields, await Blog.Save(fields, before?.Saved));
        }

        private Task<bool> TaxonomyAsync(int word, Func<TaxonomyService, Term, Task> deed) => Blog.Ask<TaxonomyService, bool>(async taxonomy =>
        {
            if (await TagAsync(taxonomy, word) is { } tag)
            {
                await deed(taxonomy, tag);
            }

            return true;
        });

        private static async Task<Term?> TagAsync(TaxonomyService taxonomy, int word) =>
            await taxonomy.FindBySlugAsync(TermKind.Tag, Slug.From(Tags[word])) switch
            {
                TermLookup.Found found => found.Term,
                TermLookup.Moved moved => moved.Term,
                _ => null,
            };

        private async Task ImportAsync(string name, string text)
        {
            var posts = Directory.CreateDirectory(Path.Combine(_content, "posts")).FullName;
            var number = name.Split('-')[1];
            foreach (var other in Directory.GetFiles(posts, $"*-{number}"))
            {
                File.Delete(other);
            }

            await File.WriteAllTextAsync(Path.Combine(posts, name), text);
            Assert.Empty((await Blog.Services.GetRequiredService<ContentImporter>().ImportAsync(_content)).Refused);
        }

        private async Task RestartAsync(string host)
        {
            var (data, now) = (Blog.Data, Blog.Clock.GetUtcNow());
            await Blog.DisposeAsync();
            _host = host;
            Blog = new BlogApplication { Data = data, KeepsData = true, Settings = { ["Site:BaseUrl"] = host } };
            Blog.Clock.SetUtcNow(now);
        }
    }
}
