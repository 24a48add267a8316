using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Writing;

/// <summary>From the desk to the readers: what an author wrote becomes the post.</summary>
public sealed class Publishing(WorkingCopies copies, PostStore store, PostValidator validator, TimeProvider clock)
{
    /// <summary>How many numbers are tried for a slug that the program chose and that is taken.</summary>
    private const int Tries = 50;

    /// <summary>Saves what is on the desk, as a revision. A draft becomes what was written; a post that readers see stays as it is.</summary>
    /// <returns>What became of a draft; for other posts, that its copy was kept. Whatever it is, the text is a revision.</returns>
    public async Task<SaveResult> SaveAsync(Writer writer, int postId, CancellationToken cancel = default)
    {
        if (await copies.OpenAsync(writer, postId, cancel: cancel) is not { } open)
        {
            return new SaveResult.NotFound();
        }

        if (open.Copy is not { } copy || open.Post.PublishedAt is not null || open.Post.DeletedAt is not null)
        {
            await copies.KeepRevisionAsync(writer, postId, cancel: cancel);
            return new SaveResult.Saved(postId, open.Post.Version);
        }

        var result = open.IsBehind ? new SaveResult.Conflict(open.Post.Version) : await StoreAsync(writer, open, copy, Complete(open) with { Draft = true }, cancel);
        if (result is not SaveResult.Saved)
        {
            await copies.KeepRevisionAsync(writer, postId, cancel: cancel);
        }

        return result;
    }

    /// <summary>Makes what the author saw under this stamp live, at the time wished for.</summary>
    public async Task<SaveResult> PublishAsync(Writer writer, int postId, string stamp, Publication wish, CancellationToken cancel = default)
    {
        if (await copies.OpenAsync(writer, postId, cancel: cancel) is not { } open)
        {
            return new SaveResult.NotFound();
        }

        if (open.Stamp != stamp || open.IsBehind)
        {
            return new SaveResult.Conflict(open.Post.Version);
        }

        if (open.Post.DeletedAt is not null)
        {
            return new SaveResult.InBin();
        }

        var now = Now;
        if (Refusal(open, wish, now) is { } problem)
        {
            return new SaveResult.Invalid([problem]);
        }

        return await StoreAsync(writer, open, open.Copy, At(Complete(open), open.Post, wish, now), cancel);
    }

    /// <summary>Takes a post back. Its address answers that it is gone until it is published again, at its first time.</summary>
    public async Task<SaveResult> UnpublishAsync(Writer writer, int postId, CancellationToken cancel = default) =>
        await copies.OpenAsync(writer, postId, cancel: cancel) is { } open
            ? await StoreAsync(writer, open, copy: null, PostFields.Of(open.Post) with { Draft = true }, cancel)
            : new SaveResult.NotFound();

    /// <summary>What is on the desk with what an author may leave to the program.</summary>
    public static PostFields Complete(OpenText open)
    {
        var fields = open.Fields;
        var title = fields.Title.Trim();
        var slug = fields.Slug.Length > 0 ? fields.Slug : Slug.From(title);
        return fields with { Title = title.Length > 0 ? title : Untitled.Title, Slug = slug.Length > 0 ? slug : open.Post.Slug };
    }

    private static string? Refusal(OpenText open, Publication wish, DateTime now) => wish switch
    {
        _ when string.IsNullOrWhiteSpace(open.Fields.Title) => "The post has no title yet; readers need one.",
        Publication.At { Time: var time } when time <= now => "The time to publish at has passed; choose a later one, or publish now.",
        Publication.At when open.Post.WasSeen(now) => "Readers have seen this post before, and its publication time stays what it was: it can be published now, not later.",
        Publication.Update when open.Post.PublishedAt is null => "The post is a draft; publish it instead.",
        _ => null,
    };

    private static PostFields At(PostFields fields, Post post, Publication wish, DateTime now) => wish switch
    {
        Publication.AtOnce => fields with { Draft = false, Date = post.WasSeen(now) ? post.FirstPublishedAt : now },
        Publication.At at => fields with { Draft = false, Date = at.Time },
        Publication.Update { IsSignificant: true } when post.PublishedAt <= now => fields with { Draft = false, Date = post.PublishedAt, UpdatedAt = now },
        _ => fields with { Draft = false, Date = post.PublishedAt },
    };

    /// <summary>A slug that the program made from the title gets a number when it is taken; one that the author chose is not changed.</summary>
    private async Task<SaveResult> StoreAsync(Writer writer, OpenText open, WorkingCopy? copy, PostFields fields, CancellationToken cancel)
    {
        for (var number = 1; ; number++)
        {
            var numbered = number == 1 ? fields : fields with { Slug = Slug.Numbered(fields.Slug, number) };
            if (validator.Validate(numbered, out var problems) is not { } valid)
            {
                return new SaveResult.Invalid(problems);
            }

            var result = await store.SaveAsync(new PostChange(open.Post.Id, open.Post.Version, valid, RevisionOrigin.Author)
            {
                AccountId = writer.AccountId,
                Copy = copy is null ? null : new CopyMark(copy.Id, copy.Stamp),
            }, cancel);
            var isOwnSlugTaken = result is SaveResult.SlugTaken taken && taken.Path == PostAddress.Of(fields.Kind, numbered.Slug);
            if (!isOwnSlugTaken || open.Fields.Slug.Length > 0 || number == Tries)
            {
                return result;
            }
        }
    }

    /// <summary>To the second: what feeds and pages say is then exactly what is stored.</summary>
    private DateTime Now
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        }
    }
}

/// <summary>When a text is to become what readers see.</summary>
public abstract record Publication
{
    private Publication()
    {
    }

    public sealed record AtOnce : Publication;

    /// <summary>In UTC, later than now.</summary>
    public sealed record At(DateTime Time) : Publication;

    /// <summary>Of a post that is live or scheduled; its time stays. A significant one is dated, so that readers and feeds see it.</summary>
    public sealed record Update(bool IsSignificant) : Publication;
}
