using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Content;
using RunRecovery.Core.Data;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Tests.Content;

/// <summary>The shipped content, and whatever authors do to a blog over the years.</summary>
internal sealed class BlogWithAHistory : IAsyncDisposable
{
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly string _content;

    public BlogWithAHistory(string content)
    {
        _content = content;
        Copy(Path.Combine(HomeFolder.Path, "content"), content);
        Blog = new BlogApplication { Content = content };
    }

    public BlogApplication Blog { get; }

    private DateTime Now => Blog.Clock.GetUtcNow().UtcDateTime;

    public async Task LiveAsync()
    {
        Write("posts/plain.md", "# A text without a header\n\nIt links to [another](titled.md) and [[Two of a name]].\n");
        Write("posts/titled.md", "\uFEFF---\r\ntitle: 'Titled'\r\nTags: [Sleep, naps]\r\nmood: 'good'   # kept\r\ndate: 2026-11-01 08:00\r\n---\r\n\r\nText with\r\nWindows lines.\r\n");
        Write("posts/bundle/index.md", "---\ntitle: Bundle\ndate: 2026-11-02\nimage: shoe.png\n---\n\n![A shoe](shoe.png)\n");
        Write("posts/bundle/shoe.png", Picture);
        Write("posts/toml.md", "+++\ntitle = \"From elsewhere\"\ndate = 2026-11-03T10:00:00Z\ntags = [\"sleep\", \"C\"]\n[extra]\nmath = true\n+++\n\nText.\n");
        Write("posts/scheduled.md", "---\ntitle: Soon\ndate: 2026-12-24\ntags: [christmas]\naliases: [/early]\n---\nSoon.\n");
        Write("posts/moved.md", "---\ntitle: Moved\ndate: 2026-11-04\nredirect_from: [/2019/Moved%20Post.html, /old%2520path]\npermalink: /2020/moved/\n---\nText.\n");
        Write("drafts/thought.md", "---\ntitle: A thought\ndate: 2026-11-05\naliases: [/thoughts]\nseries: Thoughts\n---\nText.\n");
        Write("drafts/second.md", "---\ntitle: Published from here\ntags: [Sleep]\n---\nText.\n");
        Write("media/with \u00fcml\u00e4uts & more.png", Picture);
        using var _ = Blog.Browser();
        Later();

        Write("posts/plain.md", "# A text without a header\n\nIt was edited in its file, and links to [another](titled.md).\n");
        Write("posts/moved.md", "---\ntitle: Moved\nslug: moved-again\ndate: 2026-11-20\nredirect_from: [/2019/Moved%20Post.html]\n---\nText.\n");
        await ImportAsync();

        await EditAsync("/posts/titled", fields => fields with { Title = "Titled: anew", Tags = ["Sleep", "C++", "Ice"], Featured = true, UpdatedAt = Now });
        await EditAsync("/posts/toml", fields => fields with { Markdown = "Other text.\n", Summary = "In \"short\":\ntwo lines" });
        await EditAsync("/tips/feet-up-the-wall", fields => fields with { Slug = "feet-up", Grade = "moderate" });
        await EditAsync("/posts/the-deload-week", fields => fields with { ExpiresAt = Now.AddHours(1), Categories = ["Training", "Rest"] });
        await EditAsync("/posts/ice-bath-or-not", fields => fields with { Draft = true });
        await EditAsync("/posts/bundle", fields => fields with { Image = new PostImage("/media/posts/bundle/shoe.png", "A shoe") });
        await EditAsync("/posts/second", fields => fields with { Draft = false, Date = null });
        await EditAsync("/about", fields => fields with { Description = "About: us" });

        // No files, one time, one title, and not in the order of their addresses.
        var at = Now.AddHours(-3).AddTicks(1_234_567);
        foreach (var slug in new[] { "zebra", "aardvark", "monkey" })
        {
            await Blog.Save(BlogApplication.APost(slug, "Two of a name") with { Date = at, Tags = ["C", "sleep", "Naps"], Series = "Animals", Markdown = $"[One](zebra.md) and ![x](bundle/shoe.png) of {slug}.\n" });
            await Blog.Save(BlogApplication.ATip($"{slug}-tip") with { Date = at, Tags = ["C"] });
        }

        var renamed = await Blog.Save(BlogApplication.APost("first-name") with { Tags = ["Gone"], Aliases = ["/very/old"] });
        Later();
        renamed = await Blog.Save(BlogApplication.APost("second-name") with { Tags = ["Gone", "Merged"] }, renamed);
        await Blog.Save(BlogApplication.APost("third-name") with { Draft = true, Tags = ["Gone", "Merged"] }, renamed);
        await Blog.Save(BlogApplication.APost("never-seen") with { Draft = true, Date = Now.AddDays(-3), Aliases = ["/never"], Tags = ["Unseen"] });
        await Blog.Save(BlogApplication.APost("2026-11-23-like-a-day") with { Draft = true, Date = null });
        await Blog.Save(BlogApplication.APage("imprint", "Imprint: who we are") with { Comments = false, Language = "de-CH", CanonicalUrl = "https://example.org/imprint" });
        for (var i = 0; i < 25; i++)
        {
            await Blog.Save(BlogApplication.APost($"run-{i}") with { Date = Now.AddHours(-200 - i), Tags = ["Log"], Author = "Somebody Else" });
        }

        await TagAsync("sleep", (taxonomy, tag) => taxonomy.RenameAsync(tag.Id, "Sleep & Dreams"));
        await TagAsync("gone", async (taxonomy, tag) => { await taxonomy.DeleteAsync(tag.Id); return true; });
        await TagAsync("merged", async (taxonomy, tag) =>
        {
            await taxonomy.MergeAsync(tag.Id, (await FindAsync(taxonomy, "log"))!.Id);
            return true;
        });
        await TagAsync("heavy-legs", (taxonomy, tag) => taxonomy.RenameAsync(tag.Id, "HEAVY legs"));
        await TagAsync("naps", (taxonomy, tag) => taxonomy.RenameAsync(tag.Id, "Siesta"));
        await TagAsync("siesta", (taxonomy, tag) => taxonomy.RenameAsync(tag.Id, "Naps again"));

        // Deleted: one from a file, one without, one whose words are gone for good; and media, one described in words.
        var binned = await Blog.Save(BlogApplication.APost("binned") with { Tags = ["Only there"], Aliases = ["/bin-me"] });
        var purged = await Blog.Save(BlogApplication.ATip("purged"));
        var unseen = await Blog.Save(BlogApplication.APost("unseen-and-deleted") with { Draft = true });
        Later();
        foreach (var (post, _) in new[] { binned, purged, unseen, await FindAsync("/posts/strides-for-heavy-legs") })
        {
            Assert.True(await Blog.Ask<Bin, bool>(bin => bin.DeleteAsync(new Writer(1, EditsAll: true), post)));
        }

        await Blog.Ask<BlogContext, int>(db => db.Posts.Where(p => p.Id == purged.PostId).ExecuteUpdateAsync(set => set.SetProperty(p => p.DeletedAt, Now.AddDays(-40))));
        await Blog.Ask<Bin, int>(bin => bin.EmptyAsync());
        await Blog.Ask<MediaUploads, bool>(async uploads => await uploads.DescribeAsync(await MediaAsync("with \u00fcml\u00e4uts & more.png"), "A shoe: \"red\""));
        await Blog.Ask<MediaUploads, bool>(async uploads => await uploads.DeleteAsync(await MediaAsync("posts/bundle/shoe.png")));

        // Written on at the desk, and not saved.
        var open = (await Blog.Ask<WorkingCopies, OpenText?>(copies => copies.OpenAsync(new Writer(1, EditsAll: true), renamed.PostId)))!;
        await Blog.Ask<WorkingCopies, KeepResult>(copies => copies.KeepAsync(new Writer(1, EditsAll: true), new KeptText(renamed.PostId, null, open.Stamp, open.Fields, open.Fields with { Title = "Not saved" })));

        // Both its doors were used: the file's words wait beside the post.
        await EditAsync("/posts/first-two-hours", fields => fields with { Description = "Edited here." });
        File.AppendAllText(Path.Combine(_content, "posts/first-two-hours.md"), "\nEdited in its file.\n");
        await ImportAsync();

        // As an earlier version of the program has left it.
        await Blog.Ask<BlogContext, int>(db => db.Database.ExecuteSqlRawAsync(
            "UPDATE MediaItems SET Hash = replace(Hash, '0', '1'), SourceHash = Hash WHERE Path = 'charts/red-flags.png'; UPDATE Terms SET FeedName = 'terms/' || Id WHERE Id % 3 = 0"));
        Later();
    }

    public async ValueTask DisposeAsync() => await Blog.DisposeAsync();

    /// <summary>So that no two deeds have one time, and times have fractions.</summary>
    private void Later() => Blog.Clock.Advance(TimeSpan.FromHours(2) + TimeSpan.FromTicks(3));

    private async Task ImportAsync() => Assert.Empty((await Blog.Services.GetRequiredService<ContentImporter>().ImportAsync(_content)).Refused);

    private async Task EditAsync(string address, Func<PostFields, PostFields> change)
    {
        Later();
        var post = await Blog.Ask<BlogContext, Post>(async db =>
            (await db.Posts.AsNoTracking().Include(p => p.Terms).ThenInclude(t => t.Term).Include(p => p.Addresses).ToListAsync()).Single(p => p.Path == address));
        await Blog.Save(change(PostFields.Of(post)), new SaveResult.Saved(post.Id, post.Version));
    }

    private async Task<SaveResult.Saved> FindAsync(string address) => await Blog.Ask<BlogContext, SaveResult.Saved>(async db =>
        (await db.Posts.AsNoTracking().ToListAsync()).Where(p => p.Path == address).Select(p => new SaveResult.Saved(p.Id, p.Version)).Single());

    private Task<int> MediaAsync(string path) => Blog.Ask<BlogContext, int>(db => db.MediaItems.Where(m => m.Path == path).Select(m => m.Id).SingleAsync());

    private Task<bool> TagAsync(string slug, Func<TaxonomyService, Term, Task<bool>> deed) => Blog.Ask<TaxonomyService, bool>(async taxonomy =>
        await deed(taxonomy, (await FindAsync(taxonomy, slug))!));

    private static async Task<Term?> FindAsync(TaxonomyService taxonomy, string slug) => (await taxonomy.FindBySlugAsync(TermKind.Tag, slug) as TermLookup.Found)?.Term;

    private void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    private void Write(string path, byte[] bytes)
    {
        var full = Path.Combine(_content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
