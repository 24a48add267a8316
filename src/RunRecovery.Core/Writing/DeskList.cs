using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Writing;

/// <summary>What lies on the desk: everything somebody may edit, whatever readers see of it.</summary>
public sealed class DeskList(BlogContext db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<PageOf<DeskLine>> FindAsync(Writer writer, DeskQuestion question, int page, int size, CancellationToken cancel = default)
    {
        var found = Searched(Of(db.Posts.AsNoTracking().EditableBy(writer).Where(p => !p.IsPurged && (question.Kind == null || p.Kind == question.Kind)), question.State), question.Words);
        var none = new PageOf<DeskLine>([], page, size, await found.CountAsync(cancel));
        if (!none.Exists)
        {
            return none;
        }

        var lines = await found
            .Select(p => new { Post = p, Copy = db.WorkingCopies.Where(c => c.PostId == p.Id && !c.IsBeside).Select(c => new { c.SavedAt, c.Title }).FirstOrDefault() })
            .OrderByDescending(p => p.Copy != null && p.Copy.SavedAt > p.Post.SavedAt ? p.Copy.SavedAt : p.Post.SavedAt).ThenByDescending(p => p.Post.Id)
            .Skip((page - 1) * size).Take(size)
            .Select(p => new
            {
                p.Post.Id,
                p.Post.Kind,
                p.Post.Slug,
                p.Post.Title,
                p.Post.PublishedAt,
                p.Post.ExpiresAt,
                p.Post.DeletedAt,
                p.Post.SavedAt,
                p.Post.OwnerId,
                p.Copy,
                IsInConflict = db.WorkingCopies.Any(c => c.PostId == p.Post.Id && c.IsBeside) || db.ImportedFiles.Any(f => f.PostId == p.Post.Id && f.InConflict),
            })
            .ToListAsync(cancel);
        return none.With([.. lines.Select(p =>
        {
            var title = p.Copy?.Title ?? p.Title;
            return new DeskLine(p.Id, p.Kind, p.Slug, title.Length > 0 ? title : Untitled.Title, StateOf(p.PublishedAt, p.ExpiresAt, p.DeletedAt), p.PublishedAt, p.DeletedAt, p.Copy?.SavedAt > p.SavedAt ? p.Copy.SavedAt : p.SavedAt, p.OwnerId)
            {
                HasUnpublishedChanges = p.Copy is not null && p.PublishedAt is not null,
                IsInConflict = p.IsInConflict,
            };
        })]);
    }

    /// <summary>How many there are in each state, for the filters.</summary>
    public async Task<IReadOnlyDictionary<DeskState, int>> CountsAsync(Writer writer, CancellationToken cancel = default)
    {
        var counts = new Dictionary<DeskState, int>();
        foreach (var state in Enum.GetValues<DeskState>())
        {
            counts[state] = await Of(db.Posts.EditableBy(writer).Where(p => !p.IsPurged), state).CountAsync(cancel);
        }

        return counts;
    }

    private IQueryable<Post> Of(IQueryable<Post> posts, DeskState? state)
    {
        var now = Now;
        return state switch
        {
            DeskState.Live => posts.Published(now),
            DeskState.Scheduled => posts.Scheduled(now),
            DeskState.Draft => posts.Drafts(),
            DeskState.Expired => posts.Expired(now),
            DeskState.InConflict => posts.Where(p => p.DeletedAt == null
                && (db.WorkingCopies.Any(c => c.PostId == p.Id && c.IsBeside) || db.ImportedFiles.Any(f => f.PostId == p.Id && f.InConflict))),
            DeskState.Changed => posts.Released().Where(p => db.WorkingCopies.Any(c => c.PostId == p.Id && !c.IsBeside)),
            DeskState.InBin => posts.Where(p => p.DeletedAt != null),
            null => posts.Where(p => p.DeletedAt == null),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a query."),
        };
    }

    /// <summary>Each word must be found, in the post or in what is being made of it.</summary>
    private IQueryable<Post> Searched(IQueryable<Post> posts, string? words)
    {
        foreach (var word in (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(10))
        {
            var pattern = $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            posts = posts.Where(p => EF.Functions.Like(p.Title, pattern, "\\") || EF.Functions.Like(p.Slug, pattern, "\\") || EF.Functions.Like(p.Markdown, pattern, "\\")
                || db.WorkingCopies.Any(c => c.PostId == p.Id && EF.Functions.Like(c.Words, pattern, "\\")));
        }

        return posts;
    }

    private DeskState StateOf(DateTime? publishedAt, DateTime? expiresAt, DateTime? deletedAt) =>
        deletedAt is not null ? DeskState.InBin
        : publishedAt is null ? DeskState.Draft
        : publishedAt > Now ? DeskState.Scheduled
        : expiresAt <= Now ? DeskState.Expired
        : DeskState.Live;
}

/// <param name="State">Null: all but what is in the bin.</param>
public sealed record DeskQuestion(DeskState? State = null, PostKind? Kind = null, string? Words = null);

public enum DeskState
{
    Live,
    Changed,
    Scheduled,
    Draft,
    InConflict,
    Expired,
    InBin,
}

/// <param name="Title">As it is being written.</param>
/// <param name="SavedAt">When anybody last wrote.</param>
public sealed record DeskLine(int Id, PostKind Kind, string Slug, string Title, DeskState State, DateTime? PublishedAt, DateTime? DeletedAt, DateTime SavedAt, int? OwnerId)
{
    public bool HasUnpublishedChanges { get; init; }
    public bool IsInConflict { get; init; }
}
