using CsCheck;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Tests.Posts;

public sealed class FieldsOfPostsTests
{
    private static readonly Gen<string?> Words = Gen.OneOf("", "Easy", "two: words", "\"quoted\"", "ünï 🏃").Select(text => text.Length == 0 ? null : text);
    private static readonly Gen<List<string>> Names = Gen.OneOf("Sleep", "sleep", "C", "C++", "Ice bath", "Naps").List[0, 4];

    private static readonly Gen<DateTime?> Times = Gen.OneOf(
        Gen.Const((DateTime?)null),
        Gen.Int[-400, 20].Select(Gen.Int[0, 9_999_999], (hours, ticks) => (DateTime?)BlogDatabase.Now.AddHours(hours).AddTicks(ticks)));

    private static readonly Gen<PostFields> Fields =
        from title in Gen.OneOf("Easy days", "  Padded ", "Ünï: 🏃")
        from slug in Gen.OneOf("one", "two", "three")
        from times in Gen.Select(Times, Times, Times)
        from draft in Gen.Bool
        from terms in Gen.Select(Names, Names, Words)
        from order in Gen.Int[0, 3]
        from words in Gen.Select(Words, Words, Words, Words)
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool)
        from aliases in Gen.OneOf("/old", "/2019/Easy%20Days.html/", "/posts/one", "/a%2520b").List[0, 2]
        select new PostFields
        {
            Kind = PostKind.Tip,
            Title = title,
            Slug = slug,
            Markdown = $"Text about {title}.",
            Date = times.Item1,
            UpdatedAt = times.Item2,
            ExpiresAt = times.Item3,
            Draft = draft,
            Aliases = aliases,
            Categories = terms.Item1,
            Tags = terms.Item2,
            Series = terms.Item3,
            SeriesOrder = order == 0 ? null : order,
            Description = words.Item1,
            Summary = words.Item2,
            Author = words.Item3,
            Image = words.Item1 is null ? null : new PostImage("/media/a.png", words.Item2, words.Item3),
            Video = words.Item4 is null ? null : new PostVideo("/media/a.mp4", Duration: "PT40S"),
            Featured = flags.Item1,
            Comments = flags.Item2,
            Language = flags.Item3 ? "de-CH" : null,
            CanonicalUrl = words.Item4 is null ? null : "https://example.org/x",
            Sources = [.. terms.Item1],
            ReviewedOn = flags.Item1 ? new DateOnly(2026, 11, 20) : null,
            ReviewedBy = words.Item2,
            Phase = flags.Item2 ? "rest" : null,
            AppliesTo = words.Item4,
            Grade = flags.Item3 ? "weak" : null,
            UnknownFrontMatter = words.Item1 is null ? null : "mood: good",
        };

    [Fact]
    public void Who_saves_what_a_post_says_changes_nothing() =>
        Gen.Select(Fields.List[1, 4], Gen.Int[0, 3]).Sample((saves, rename) => TryAsync(saves, rename).GetAwaiter().GetResult(), iter: 40, threads: 1);

    private static async Task TryAsync(List<PostFields> saves, int rename)
    {
        using var blog = new BlogDatabase();
        var saved = new SaveResult.Saved(0, 0);
        foreach (var fields in saves)
        {
            saved = Assert.IsType<SaveResult.Saved>(await blog.Save(fields, saved.PostId == 0 ? null : saved.PostId, saved.Version));
            blog.Clock.Advance(TimeSpan.FromHours(7));
        }

        await RenameATagAsync(blog, rename);
        var before = await SeenAsync(blog);

        blog.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<SaveResult.Saved>(await blog.Save(PostFields.Of(await PostAsync(blog)), saved.PostId, saved.Version));

        Assert.Equal(before, await SeenAsync(blog));
    }

    private static Task<bool> RenameATagAsync(BlogDatabase blog, int number) => blog.Ask<TaxonomyService, bool>(async taxonomy =>
        await taxonomy.FindBySlugAsync(TermKind.Tag, number == 0 ? "sleep" : "c") is TermLookup.Found { Term: var term } && await taxonomy.RenameAsync(term.Id, $"Renamed {number}"));

    private static Task<Post> PostAsync(BlogDatabase blog) => blog.Ask<BlogContext, Post>(db =>
        db.Posts.AsNoTracking().Include(p => p.Terms).ThenInclude(t => t.Term).Include(p => p.Addresses).SingleAsync());

    /// <summary>All that is stored of the post but its count of saves and their time.</summary>
    private static async Task<string> SeenAsync(BlogDatabase blog)
    {
        var post = await PostAsync(blog);
        var fields = System.Text.Json.JsonSerializer.Serialize(PostFields.Of(post));
        // Between two names that were one there is a gap, which the next save closes; nobody sees it.
        var terms = string.Join(", ", post.Terms.OrderBy(t => t.Term.Kind).ThenBy(t => t.Position).Select(t => $"{t.TermId} {t.Term.Name}"));
        var place = post.Terms.FirstOrDefault(t => t.Term.Kind == TermKind.Series)?.Position;
        var addresses = string.Join(", ", post.Addresses.OrderBy(a => a.Id).Select(a => $"{a.Path} {a.Since:O}"));
        return $"{fields}\n{place} {terms}\n{addresses}\n{post.PublishedAt:O} {post.FirstPublishedAt:O} {post.Excerpt} {post.WordCount}";
    }
}
