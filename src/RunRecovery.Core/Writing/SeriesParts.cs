using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Writing;

/// <summary>The parts of a series and their order, also of those readers do not see yet.</summary>
public sealed class SeriesParts(BlogContext db, PostStore store, PostValidator validator)
{
    public async Task<IReadOnlyList<SeriesPart>> OfAsync(int termId, CancellationToken cancel = default) =>
        await db.PostTerms.AsNoTracking().Where(t => t.TermId == termId && t.Term.Kind == TermKind.Series && t.Post!.DeletedAt == null)
            .OrderBy(t => t.Position).ThenBy(t => t.Post!.PublishedAt).Select(t => new SeriesPart(t.PostId, t.Post!.Title, t.Position, t.Post.PublishedAt)).ToListAsync(cancel);

    /// <summary>Gives parts another place; each is a save of its post, with its revision.</summary>
    /// <param name="places">By the post's id. Posts that are no part of the series are left alone.</param>
    /// <returns>What became of those that moved.</returns>
    public async Task<IReadOnlyList<SaveResult>> MoveAsync(Writer writer, int termId, IReadOnlyDictionary<int, int> places, CancellationToken cancel = default)
    {
        var moved = (await OfAsync(termId, cancel)).Where(part => places.TryGetValue(part.PostId, out var place) && place != part.Place).Select(part => part.PostId).ToList();
        var posts = await db.Posts.AsNoTracking().EditableBy(writer).Where(p => moved.Contains(p.Id)).Whole().ToListAsync(cancel);
        List<PostChange> changes = [];
        List<SaveResult> refused = [];
        foreach (var post in posts)
        {
            if (validator.Validate(PostFields.Of(post) with { SeriesOrder = places[post.Id] }, out var problems) is { } valid)
            {
                changes.Add(new PostChange(post.Id, post.Version, valid, RevisionOrigin.Author) { AccountId = writer.AccountId });
            }
            else
            {
                refused.Add(new SaveResult.Invalid(problems));
            }
        }

        return changes.Count == 0 ? refused : [.. refused, .. await store.SaveAsync(changes, cancel)];
    }
}

/// <param name="Place">From the author; parts are shown in its order.</param>
/// <param name="PublishedAt">Null: a draft.</param>
public sealed record SeriesPart(int PostId, string Title, int Place, DateTime? PublishedAt);
