using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;
using static RunRecovery.Core.Tests.BlogDatabase;

namespace RunRecovery.Core.Tests.Taxonomy;

public sealed class TaxonomyTests : IDisposable
{
    private readonly BlogDatabase _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task Names_that_differ_in_case_accents_or_spaces_are_one_tag()
    {
        await _blog.Save(APost("one") with { Tags = ["Café Run"] });
        await _blog.Save(APost("two") with { Tags = ["cafe  run", "CAFÉ RUN"] });

        var tag = Assert.Single(await Counts());
        Assert.Equal(("Café Run", "cafe-run", 2), (tag.Term.Name, tag.Term.Slug, tag.Count));
    }

    [Fact]
    public async Task Different_names_with_one_slug_stay_two_tags()
    {
        await _blog.Save(APost("one") with { Tags = ["5 km", "5-km!"] });

        Assert.Equal(["5-km", "5-km-2"], (await Counts()).Select(t => t.Term.Slug).Order());
    }

    [Fact]
    public async Task Only_visible_posts_count()
    {
        await _blog.Save(APost("seen") with { Tags = ["rest"] });
        await _blog.Save(APost("draft") with { Tags = ["rest", "hidden"], Draft = true });
        await _blog.Save(APost("later") with { Tags = ["rest", "hidden"], Date = Now.AddDays(1) });
        await _blog.Save(APost("over") with { Tags = ["rest", "hidden"], ExpiresAt = Now.AddHours(-1) });

        Assert.Equal([("rest", 1)], (await Counts()).Select(t => (t.Term.Name, t.Count)));
    }

    [Fact]
    public async Task A_renamed_tag_redirects_and_its_old_name_still_finds_it()
    {
        await _blog.Save(APost("one") with { Tags = ["Heavy Leg"] });
        var id = (await Tag("heavy-leg")).Id;

        Assert.True(await Do(t => t.RenameAsync(id, "Heavy Legs")));
        await _blog.Save(APost("two") with { Tags = ["heavy leg"] });

        Assert.Equal("heavy-legs", Assert.IsType<TermLookup.Moved>(await Lookup("heavy-leg")).Term.Slug);
        Assert.Equal([("Heavy Legs", 2)], (await Counts()).Select(t => (t.Term.Name, t.Count)));
    }

    [Fact]
    public async Task A_name_that_a_renamed_tag_gave_up_begins_feeds_of_its_own()
    {
        await _blog.Save(APost("one") with { Tags = ["C"] });
        var id = (await Tag("c")).Id;
        Assert.True(await Do(t => t.RenameAsync(id, "C++")));
        Assert.True(await Do(t => t.RenameAsync(id, "C#")));

        await _blog.Save(APost("two") with { Tags = ["C"] });

        var tags = (await Counts()).Select(t => t.Term).ToList();
        Assert.Equal(["C", "C#"], tags.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.Equal(2, tags.Select(t => t.FeedName).Distinct().Count());
        Assert.Equal("c", tags.Single(t => t.Id == id).Slug);
    }

    [Fact]
    public async Task A_rename_that_only_changes_the_spelling_keeps_the_address()
    {
        await _blog.Save(APost("one") with { Tags = ["heavy legs"] });
        var id = (await Tag("heavy-legs")).Id;

        Assert.True(await Do(t => t.RenameAsync(id, "Heavy Legs")));

        Assert.Equal("Heavy Legs", (await Tag("heavy-legs")).Name);
    }

    [Fact]
    public async Task A_name_in_use_is_refused_for_a_rename()
    {
        await _blog.Save(APost("one") with { Tags = ["rest", "sleep"] });
        var id = (await Tag("rest")).Id;

        Assert.False(await Do(t => t.RenameAsync(id, "Sleep")));
        Assert.Equal("rest", (await Tag("rest")).Name);
    }

    [Fact]
    public async Task A_merge_moves_all_posts_and_all_former_addresses()
    {
        await _blog.Save(APost("one") with { Tags = ["naps"] });
        await _blog.Save(APost("two") with { Tags = ["naps", "sleep"] });
        var naps = (await Tag("naps")).Id;
        await Do(t => t.RenameAsync(naps, "Napping"));
        var sleep = (await Tag("sleep")).Id;

        await Do(async t => { await t.MergeAsync(naps, sleep); return true; });

        Assert.Equal([("sleep", 2)], (await Counts()).Select(t => (t.Term.Name, t.Count)));
        Assert.Equal("sleep", Assert.IsType<TermLookup.Moved>(await Lookup("naps")).Term.Slug);
        Assert.Equal("sleep", Assert.IsType<TermLookup.Moved>(await Lookup("napping")).Term.Slug);
    }

    [Fact]
    public async Task A_deleted_tag_is_gone_and_its_posts_stay()
    {
        await _blog.Save(APost("one") with { Tags = ["rest"] });
        var id = (await Tag("rest")).Id;

        await Do(async t => { await t.DeleteAsync(id); return true; });

        Assert.IsType<TermLookup.Gone>(await Lookup("rest"));
        Assert.NotNull(await _blog.Ask<PostRepository, Post?>(p => p.FindPublishedAsync(PostKind.Post, "one")));
    }

    [Fact]
    public async Task A_tag_category_and_series_may_share_a_name()
    {
        await _blog.Save(APost("one") with { Tags = ["Rest"], Categories = ["Rest"], Series = "Rest" });

        Assert.Equal(1, (await Counts(TermKind.Tag)).Count + (await Counts(TermKind.Category)).Count + (await Counts(TermKind.Series)).Count - 2);
    }

    private Task<IReadOnlyList<TermCount>> Counts(TermKind kind = TermKind.Tag) => Do(t => t.CountsAsync(kind));

    private Task<TermLookup> Lookup(string slug) => Do(t => t.FindBySlugAsync(TermKind.Tag, slug));

    private async Task<Term> Tag(string slug) => Assert.IsType<TermLookup.Found>(await Lookup(slug)).Term;

    private Task<T> Do<T>(Func<TaxonomyService, Task<T>> deed) => _blog.Ask(deed);
}
