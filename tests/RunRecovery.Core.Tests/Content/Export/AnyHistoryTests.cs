using System.Text.Json;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Tests.Content.Export;

/// <summary>Whatever an author does in whatever order: what was exported is the same blog in an empty database, and exported again it is the same folder.</summary>
public sealed class AnyHistoryTests
{
    private static readonly string[] Names = ["Sleep", "sleep", "C", "C++", "Ice", "Ïce"];

    [Fact]
    public void Any_history_survives_an_export_and_an_import() =>
        Gen.Select(Gen.Enum<Deed>(), Gen.Int[0, 4], Gen.Int[0, Names.Length - 1]).List[3, 16]
            .Sample(deeds => TryAsync(deeds).GetAwaiter().GetResult(), iter: 40, threads: 1, print: deeds => string.Join(", ", deeds.Select(d => $"{d.Item1} {d.Item2}/{d.Item3}")));

    private enum Deed
    {
        WriteHere,
        WriteFile,
        WriteDraftFile,
        EditText,
        EditHeader,
        Rename,
        Retag,
        Unpublish,
        Publish,
        Schedule,
        Expire,
        RenameTag,
        MergeTags,
        DeleteTag,
        Wait,
        ExportHere,
    }

    private static async Task TryAsync(List<(Deed Deed, int Post, int Word)> deeds)
    {
        using var desk = new ExportDesk();
        foreach (var (deed, post, word) in deeds)
        {
            await DoAsync(desk, deed, post, word);
        }

        Assert.Empty((await desk.Export()).Problems);
        using var twin = new ExportDesk();
        twin.Blog.Clock.SetUtcNow(desk.Blog.Clock.GetUtcNow());
        Assert.Empty((await twin.Import(desk.Target)).Refused);

        Assert.Equal(await SeenAsync(desk, desk), await SeenAsync(twin, desk));
        Assert.Empty((await twin.Export()).Problems);
        Assert.Equal(FilesOf(desk.Target), FilesOf(twin.Target));
        var again = await twin.Import(desk.Target);
        Assert.Equal((0, 0), (again.Added, again.Changed));
    }

    private static Task DoAsync(ExportDesk desk, Deed deed, int post, int word)
    {
        var now = desk.Blog.Clock.GetUtcNow().UtcDateTime;
        var name = Names[word];
        return deed switch
        {
            Deed.WriteHere => WriteAsync(desk, post, name, now),
            Deed.WriteFile => FileAsync(desk, $"posts/file-{post}.md", post % 2 == 0 ? $"# Title {word}\n\nText.\n" : $"---\ntitle: Title {word}\ntags: [{name}, Other]\ndate: 2026-11-0{word + 1}\nmood: {word}\n---\n\nText.\n"),
            Deed.WriteDraftFile => FileAsync(desk, $"drafts/draft-{post}.md", $"---\ntitle: Draft {word}\ndate: 2026-10-01\naliases: [/draft-{post}]\nseries: {name}\n---\nText.\n"),
            Deed.EditText => EditAsync(desk, post, fields => fields with { Markdown = $"Edited {word}.\n" }),
            Deed.EditHeader => EditAsync(desk, post, fields => fields with { Title = $"Title {word}", UpdatedAt = now, Description = word == 0 ? null : $"About: {name}", Featured = word > 3 }),
            Deed.Rename => EditAsync(desk, post, fields => fields with { Slug = $"{fields.Slug.Split("-x-")[0]}-x-{word}" }),
            Deed.Retag => EditAsync(desk, post, fields => fields with { Tags = [name, Names[(word + 2) % Names.Length]], Series = word > 2 ? name : null }),
            Deed.Unpublish => EditAsync(desk, post, fields => fields with { Draft = true }),
            Deed.Publish => EditAsync(desk, post, fields => fields with { Draft = false, Date = null }),
            Deed.Schedule => EditAsync(desk, post, fields => fields with { Draft = false, Date = now.AddHours(word) }),
            Deed.Expire => EditAsync(desk, post, fields => fields with { ExpiresAt = now.AddHours(word - 2) }),
            Deed.RenameTag => TagAsync(desk, word, async (taxonomy, tag, _) => await taxonomy.RenameAsync(tag.Id, Names[(word + post + 1) % Names.Length])),
            Deed.MergeTags => TagAsync(desk, word, async (taxonomy, tag, all) =>
            {
                if (all.Find(t => t.Kind == tag.Kind && t.Id != tag.Id) is { } other)
                {
                    await taxonomy.MergeAsync(tag.Id, other.Id);
                }
            }),
            Deed.DeleteTag => TagAsync(desk, word, (taxonomy, tag, _) => taxonomy.DeleteAsync(tag.Id)),
            Deed.Wait => Task.Run(() => desk.Blog.Clock.Advance(TimeSpan.FromHours(2) + TimeSpan.FromTicks(7))),
            _ => desk.Export(desk.Content.Root),
        };
    }

    private static async Task WriteAsync(ExportDesk desk, int number, string name, DateTime now)
    {
        var fields = BlogDatabase.APost($"post-{number}", "One title") with { Tags = [name], Date = number < 3 ? BlogDatabase.Now.AddHours(-1) : now.AddHours(1), Aliases = number == 1 ? ["/old%2520one"] : [] };
        // It may be there already, by whatever slug.
        _ = await desk.Blog.Save(fields);
    }

    private static async Task FileAsync(ExportDesk desk, string path, string text)
    {
        desk.Content.Write(path, text);
        await desk.Import();
    }

    private static async Task EditAsync(ExportDesk desk, int number, Func<PostFields, PostFields> change)
    {
        var slugs = await desk.Blog.Ask<BlogContext, List<string>>(db => db.Posts.OrderBy(p => p.Id).Select(p => p.Slug).ToListAsync());
        if (slugs.Count > 0)
        {
            var post = await desk.Post(slugs[number % slugs.Count]);
            _ = await desk.Blog.Save(change(PostFields.Of(post)), post.Id, post.Version);
        }
    }

    private static Task<bool> TagAsync(ExportDesk desk, int number, Func<TaxonomyService, Term, List<Term>, Task> deed) => desk.Blog.Ask<TaxonomyService, bool>(async taxonomy =>
    {
        var terms = await desk.Blog.Ask<BlogContext, List<Term>>(db => db.Terms.AsNoTracking().OrderBy(t => t.Id).ToListAsync());
        if (terms.Count > 0)
        {
            await deed(taxonomy, terms[number % terms.Count], terms);
        }

        return true;
    });

    /// <summary>What visitors and feed readers can find out, at every address that the first of the two ever had.</summary>
    private static Task<string> SeenAsync(ExportDesk desk, ExportDesk first) => desk.Blog.Ask<BlogContext, string>(async db =>
    {
        List<string> text = [];
        text.Add($"{await db.SiteIdentities.Select(s => s.Uuid).SingleAsync()}");
        foreach (var post in await db.Posts.AsNoTracking().Include(p => p.Terms).ThenInclude(t => t.Term).Include(p => p.Addresses).AsSplitQuery().OrderBy(p => p.PublishedAt).ThenBy(p => p.PublishedAt == null ? p.FeedId : "").ThenBy(p => p.Id).ToListAsync())
        {
            var fields = PostFields.Of(post);
            text.Add(post.PublishedAt is null
                ? $"draft {post.FeedId} {post.FirstPublishedAt:O}"
                : JsonSerializer.Serialize(fields with { Aliases = [.. fields.Aliases.Order(StringComparer.Ordinal)], UnknownFrontMatter = null }));
        }

        var addresses = await first.Blog.Ask<BlogContext, List<string>>(async all =>
            [.. (await all.Posts.ToListAsync()).Select(p => p.Path).Concat(await all.PublishedAddresses.Select(a => a.Path).ToListAsync()).Distinct().Order(StringComparer.Ordinal)]);
        foreach (var address in addresses)
        {
            text.Add($"{address} {await desk.Blog.Ask<PostRepository, FormerAddress>(posts => posts.FindFormerAddressAsync(address))}");
        }

        var slugs = await first.Blog.Ask<BlogContext, List<(TermKind Kind, string Slug)>>(async all =>
            [.. (await all.Terms.ToListAsync()).Select(t => (t.Kind, t.Slug)).Concat((await all.FormerTerms.ToListAsync()).Select(t => (t.Kind, t.Slug))).Distinct().Order()]);
        foreach (var (kind, slug) in slugs)
        {
            text.Add($"{kind} {slug} {await desk.Blog.Ask<TaxonomyService, string>(taxonomy => SeenAsync(taxonomy, kind, slug))}");
        }

        return string.Join('\n', text);
    });

    private static async Task<string> SeenAsync(TaxonomyService taxonomy, TermKind kind, string slug) => await taxonomy.FindBySlugAsync(kind, slug) switch
    {
        TermLookup.Found { Term: var term } when await taxonomy.IsPublicAsync(term) => $"{term.Name} {term.FeedName}",
        TermLookup.Moved { Term: var term } => $"moved to {term.Slug}",
        TermLookup.Gone => "gone",
        _ => "unknown",
    };

    private static string FilesOf(ContentOnDisk folder) =>
        string.Join('\n', ExportDesk.FilesIn(folder).OrderBy(path => path == "SHA256SUMS").Select(path => $"== {path}\n{ExportDesk.TextOf(folder, path)}"));
}
