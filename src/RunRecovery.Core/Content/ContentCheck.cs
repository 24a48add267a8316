using RunRecovery.Core.Media;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Content;

/// <summary>Finds in a content folder what an import would refuse and what readers would stumble over. Changes nothing, needs no database.</summary>
/// <param name="zone">The site's time zone.</param>
public sealed class ContentCheck(ContentReader reader, MarkdownRenderer renderer, TimeZoneInfo zone)
{
    /// <summary>Nothing is stored, so nobody asks for the version of a file.</summary>
    private static readonly string NoHash = new('0', 64);

    /// <exception cref="ContentRefusedException">There is no such folder.</exception>
    public CheckReport Check(string path)
    {
        var folder = ContentFolder.Open(path);
        List<ContentProblem> problems = [.. folder.Problems];
        var texts = new List<ReadText>();
        foreach (var (text, found) in folder.Texts.AsParallel().AsOrdered().Select(at => (reader.Read(folder, at, out var found), found)))
        {
            problems.AddRange(found);
            if (text is not null)
            {
                texts.Add(text);
            }
        }

        problems.AddRange(IdsGivenTwice(texts));
        var recovery = new RecoveryLibrary(folder.Root);
        problems.AddRange(recovery.Problems);
        var site = new SiteMap(texts, MediaOf(folder, problems), recovery, zone, problems.Add);
        var check = new TextCheck(renderer, site, recovery.Evidence);
        problems.AddRange(texts.AsParallel().AsOrdered().SelectMany(check.ProblemsOf));
        return new CheckReport(folder.Texts.Count, folder.Media.Count, [.. problems.OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line)]);
    }

    private static IEnumerable<ContentProblem> IdsGivenTwice(IEnumerable<ReadText> texts)
    {
        Dictionary<string, string> first = [];
        foreach (var text in texts.Where(text => text.Valid.Fields.FeedId is not null))
        {
            var id = text.Valid.Fields.FeedId!;
            if (!first.TryAdd(id, text.Path.Path))
            {
                yield return text.Problem("id", ImportPlan.IdTaken(id, first[id]));
            }
        }
    }

    private static List<MediaItem> MediaOf(ContentFolder folder, List<ContentProblem> problems)
    {
        var media = new List<MediaItem>();
        foreach (var path in folder.Media)
        {
            if (MediaInspection.Look(folder.FullPath(path.Path), path.Target, out var reason) is { } seen)
            {
                media.Add(new MediaItem { Path = path.Target, Hash = NoHash, ContentType = seen.Type.ContentType, Width = seen.Width, Height = seen.Height });
            }
            else
            {
                problems.Add(new ContentProblem(path.Path, null, reason));
            }
        }

        return media;
    }
}

public sealed record CheckReport(int Texts, int Media, IReadOnlyList<ContentProblem> Problems)
{
    public int ExitCode => Problems.Count > 0 ? 1 : 0;

    public override string ToString() => string.Join(Environment.NewLine,
        [.. Problems.Select(problem => problem.ToString()), $"{Texts} texts and {Media} media files checked, {Problems.Count} problems."]);
}
