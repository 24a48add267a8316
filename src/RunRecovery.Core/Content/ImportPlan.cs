using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <summary>
/// Which file is which post, decided for all files at once before anything is written: two files may have changed names. A file is the same
/// post as before when its id or its path is the same; the id, which nobody changes by accident, counts first.
/// </summary>
internal sealed class ImportPlan
{
    private readonly List<(ContentPath Path, KnownPost? Post)> _toRead = [];
    private readonly List<KnownPost> _unchanged = [];
    private readonly List<ContentProblem> _refused = [];
    private readonly List<string> _missing = [];
    private readonly List<string> _deleted = [];

    /// <param name="seen">Files that can be read, in their order.</param>
    /// <param name="unreadable">Files that are there but refused: their posts do not lose them.</param>
    /// <param name="order">Paths of files whose posts must follow each other as they do here.</param>
    public ImportPlan(IReadOnlyList<SeenFile> seen, IEnumerable<string> unreadable, IReadOnlyList<KnownPost> known, IReadOnlyList<string> order)
    {
        var byId = known.ToDictionary(post => post.FeedId);
        var byPath = known.Where(post => post.File is not null).ToDictionary(post => post.File!);
        KnownPost? ById(SeenFile file) => file.Id is null ? null : byId.GetValueOrDefault(file.Id);
        var claimed = seen.Select(ById).OfType<KnownPost>().ToHashSet();
        KnownPost? ByPath(SeenFile file) => byPath.TryGetValue(file.Path.Path, out var post) && !claimed.Contains(post) ? post : null;

        HashSet<KnownPost> withFile = [];
        foreach (var files in seen.GroupBy(file => (ById(file) ?? ByPath(file)) as object ?? (file.Id, file.Id is null ? file.Path.Path : "")))
        {
            var post = files.Key as KnownPost;
            var first = files.FirstOrDefault(file => file.Path.Path == post?.File) ?? files.First();
            Place(first, post);
            _refused.AddRange(files.Where(file => file != first).Select(file => new ContentProblem(
                file.Path.Path, null, $"id: {IdTaken(file.Id!, first.Path.Path)}")));
            if (post is not null)
            {
                withFile.Add(post);
            }
        }

        var gone = unreadable.ToHashSet();
        _missing.AddRange(byPath.Values.Where(post => !post.IsDeleted && !withFile.Contains(post) && !gone.Contains(post.File!)).Select(post => post.File!));
        _missing.Sort(StringComparer.Ordinal);
        var places = order.Select((path, place) => (path, place)).ToDictionary();
        int PlaceOf(string path) => places.GetValueOrDefault(path, int.MaxValue);
        _toRead.Sort((a, b) => PlaceOf(a.Path.Path).CompareTo(PlaceOf(b.Path.Path)) is not 0 and var place ? place : string.CompareOrdinal(a.Path.Path, b.Path.Path));
    }

    /// <summary>Files that are new or have changed.</summary>
    public IReadOnlyList<(ContentPath Path, KnownPost? Post)> ToRead => _toRead;

    public IReadOnlyList<KnownPost> Unchanged => _unchanged;
    public IReadOnlyList<ContentProblem> Refused => _refused;

    /// <summary>Files that made a post once and are no longer there.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>Files whose posts were deleted.</summary>
    public IReadOnlyList<string> Deleted => _deleted;

    public IReadOnlyList<(int PostId, string Path)> Moves =>
        [.. _toRead.Where(file => file.Post?.File is { } before && before != file.Path.Path).Select(file => (file.Post!.Id, file.Path.Path))];

    internal static string IdTaken(string id, string owner) => $"'{id}' is already that of {owner}; each file needs an id of its own, or none.";

    private void Place(SeenFile file, KnownPost? post)
    {
        if (post is not null && post.Kind != file.Path.Kind)
        {
            _refused.Add(new ContentProblem(file.Path.Path, null, $"id: '{file.Id}' is that of a {Word(post.Kind)}, which cannot become a {Word(file.Path.Kind)}; give the file another id."));
        }
        else if (post is { IsDeleted: true })
        {
            _deleted.Add(file.Path.Path);
        }
        else if (post is not null && post.File == file.Path.Path && post.Hash == file.Hash)
        {
            _unchanged.Add(post);
        }
        else
        {
            _toRead.Add((file.Path, post));
        }
    }

    private static string Word(PostKind kind) => kind.ToString().ToLowerInvariant();
}

/// <param name="Id">As the header says; null when it says none.</param>
internal sealed record SeenFile(ContentPath Path, string Hash, string? Id);
