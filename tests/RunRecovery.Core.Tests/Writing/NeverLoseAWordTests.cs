using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Tests.Writing;

/// <summary>
/// Whatever several windows, an importer and a publisher do to one post, whatever answers are lost and whatever arrives late: each word that
/// the server kept is somewhere, unless somebody who saw it took it out; and what readers see changes only when it is published.
/// </summary>
public sealed class NeverLoseAWordTests : IDisposable
{
    private const int Windows = 3;
    private const int Lines = 6;

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    private enum Deed
    {
        InsertLine,
        ReplaceLine,
        TakeLineOut,
        WriteUnheard,
        ArriveLate,
        Reopen,
        Save,
        Publish,
        Discard,
        Restore,
        EndConflict,
        Import,
        Unpublish,
        Delete,
        Undelete,
    }

    [Fact]
    public void Nothing_that_was_kept_is_lost() =>
        Gen.Select(Gen.Frequency((6, Gen.OneOf(Deed.InsertLine, Deed.ReplaceLine, Deed.WriteUnheard, Deed.ArriveLate)), (5, Gen.Enum<Deed>())), Gen.Int[0, Windows - 1], Gen.Int[0, Lines - 1])
            .List[3, 16]
            .Sample(deeds => TryAsync(deeds).GetAwaiter().GetResult(), iter: 60, threads: 1, print: Told);

    private static string Told(List<(Deed Deed, int Window, int Line)> deeds) => string.Join(", ", deeds.Select(d => $"{d.Deed} {d.Window}/{d.Line}"));

    private async Task TryAsync(List<(Deed Deed, int Window, int Line)> deeds)
    {
        var post = await _desk.PublishedPost(string.Concat(Enumerable.Range(0, Lines).Select(i => $"Line {i}.\n")));
        var room = new Room(_desk, post);
        await room.EnterAsync();
        foreach (var (deed, window, line) in deeds)
        {
            var live = await room.LiveAsync();
            await room.DoAsync(deed, window, line);
            if (deed is not (Deed.Publish or Deed.Import or Deed.Unpublish or Deed.Delete or Deed.Undelete))
            {
                Assert.Equal(live, await room.LiveAsync());
            }

            await room.AssertNothingIsLostAsync();
        }
    }

    private sealed class Room(Desk desk, int post)
    {
        private readonly List<Window> _windows = [];

        /// <summary>Words that a window wrote and the server kept, and that nobody who saw them has taken out.</summary>
        private readonly HashSet<string> _kept = [];
        private int _words;

        public async Task EnterAsync()
        {
            for (var i = 0; i < Windows; i++)
            {
                _windows.Add(await desk.OpenWindow(post));
            }
        }

        public async Task<string?> LiveAsync()
        {
            var live = await desk.Post(post);
            return live.PublishedAt is null ? null : PostFieldsJson.Write(PostFields.Of(live));
        }

        public async Task DoAsync(Deed deed, int number, int at)
        {
            var window = _windows[number];
            switch (deed)
            {
                case Deed.InsertLine:
                    await WriteAsync(window, Inserted(window, at));
                    break;
                case Deed.ReplaceLine:
                    await WriteAsync(window, Changed(window, at, Word()));
                    break;
                case Deed.TakeLineOut:
                    await WriteAsync(window, Changed(window, at, null));
                    break;
                case Deed.WriteUnheard:
                    await WriteAsync(window, Inserted(window, at), isHeard: false);
                    break;
                case Deed.ArriveLate when window.Sent.Count > 1:
                    await window.SendAgain(at % window.Sent.Count);
                    break;
                case Deed.Reopen:
                    _windows[number] = await desk.OpenWindow(post);
                    break;
                case Deed.Save:
                    await desk.Save(post);
                    break;
                case Deed.Publish:
                    await desk.Blog.Ask<Publishing, SaveResult>(p => p.PublishAsync(Desk.Owner, post, window.Stamp ?? "", new Publication.AtOnce()));
                    break;
                case Deed.Discard when (await desk.Open(post))?.Copy is { } copy:
                    await desk.Blog.Ask<WorkingCopies, bool>(c => c.DiscardAsync(Desk.Owner, post, copy.Id));
                    break;
                case Deed.Restore:
                    var past = (await desk.Blog.Ask<Revisions, IReadOnlyList<RevisionLine>>(r => r.ListAsync(Desk.Owner, post)))[^1];
                    await desk.Blog.Ask<Revisions, bool>(r => r.RestoreAsync(Desk.Owner, post, past.Id));
                    break;
                case Deed.EndConflict:
                    if (await desk.Blog.Ask<Conflicts, IReadOnlyList<OtherText>>(c => c.OfAsync(Desk.Owner, post)) is [var other, ..])
                    {
                        await desk.Blog.Ask<Conflicts, bool>(c => c.EndAsync(Desk.Owner, post, other.Kind, other.Id, other.Fields, window.Stamp, other.Stamp));
                    }

                    break;
                case Deed.Import:
                    var word = Word();
                    await desk.Import(post, f => f with { Markdown = at % 2 == 0 ? f.Markdown + $"{word}\n" : $"{word}\n" + f.Markdown });
                    break;
                case Deed.Unpublish:
                    await desk.Unpublish(post);
                    break;
                case Deed.Delete:
                    await desk.Delete(post);
                    break;
                case Deed.Undelete:
                    await desk.Undelete(post);
                    break;
            }
        }

        public async Task AssertNothingIsLostAsync()
        {
            List<string> copies = await desk.Blog.Ask<BlogContext, List<string>>(db => db.WorkingCopies.Where(c => c.PostId == post).Select(c => c.Fields).ToListAsync());
            List<string> places = [.. copies.Select(json => PostFieldsJson.Read(json).Markdown), .. (await desk.Revisions(post)).Select(f => f.Markdown), (await desk.Post(post)).Markdown];
            var there = places.SelectMany(text => text.Split('\n')).ToHashSet();

            Assert.Equal([], _kept.Except(there));
        }

        private async Task WriteAsync(Window window, List<string> lines, bool isHeard = true)
        {
            var before = LinesOf(window);
            await window.Write(f => f with { Markdown = string.Join('\n', lines) }, isHeard);
            _kept.ExceptWith(before.Except(lines));
            _kept.UnionWith(lines.Except(before));
        }

        private List<string> Inserted(Window window, int at)
        {
            var lines = LinesOf(window);
            lines.Insert(Math.Min(at, lines.Count), Word());
            return lines;
        }

        private static List<string> Changed(Window window, int at, string? word)
        {
            var lines = LinesOf(window);
            var place = Math.Min(at, lines.Count - 1);
            if (word is null)
            {
                lines.RemoveAt(place);
            }
            else
            {
                lines[place] = word;
            }

            return lines.Count == 0 ? [""] : lines;
        }

        private static List<string> LinesOf(Window window) => [.. window.Fields.Markdown.Split('\n')];

        private string Word() => string.Create(CultureInfo.InvariantCulture, $"word {++_words}");
    }
}
