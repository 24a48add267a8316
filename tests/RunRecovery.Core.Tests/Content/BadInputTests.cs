using System.Text;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Content;
using RunRecovery.Core.Data;

namespace RunRecovery.Core.Tests.Content;

/// <summary>
/// Whatever is wrong with one file: it is named with its line, the good one beside it comes in, and of what was stored nothing is lost
/// or half changed.
/// </summary>
public sealed class BadInputTests : IDisposable
{
    private readonly BlogDatabase _blog = new();
    private readonly ContentOnDisk _content = new();

    public void Dispose()
    {
        _content.Dispose();
        _blog.Dispose();
    }

    public static TheoryData<string, byte[]> BadFiles => new()
    {
        { "posts/known.md:3: broken YAML", Text("---\ntitle: Known\nlayout: [x\n---\nText") },
        { "posts/known.md:2: title: is empty", Text("---\ntitle: ''\n---\nText") },
        { "posts/known.md:3: date: wanted a day that exists", Text("---\ntitle: Known\ndate: 2026-02-30\n---\nText") },
        { "posts/known.md:2: slug: 'Not Legal!' is not allowed", Text("---\nslug: Not Legal!\n---\nText") },
        { "posts/known.md:2: slug: the address /posts/other is already that of posts/other.md", Text("---\nslug: other\n---\nText") },
        { "posts/known.md:2: aliases: '//evil.example' is not an address", Text("---\naliases: //evil.example\n---\nText") },
        { "posts/known.md: has 10,000,000 bytes", new byte[10_000_000] },
        { "posts/known.md:2: is not UTF-8", [.. "Text\n"u8, 0xFF] },
        { "posts/known.md:2: anchors (&name) are not allowed", Text("---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n---\nText") },
        { "posts/known.md:2: image: '../../shoe.png' leads out of the content folder", Text("---\nimage: ../../shoe.png\n---\nText") },
        { "posts/known.md:3: the picture '../../shoe.png' leads out of the content folder", Text("Text\n\n![A shoe](../../shoe.png)\n") },
        { "posts/known.md:3: the picture '/media/..%2F..%2Fshoe.png' leads out of the content folder", Text("Text\n\n![A shoe](/media/..%2F..%2Fshoe.png)\n") },
        { "posts/known.md: is empty", [] },
        { "posts/known.md: is empty", Text("\n \n") },
    };

    [Theory]
    [MemberData(nameof(BadFiles), DisableDiscoveryEnumeration = true)]
    public async Task A_known_file_turned_bad_leaves_its_post_as_it_was(string problem, byte[] bad)
    {
        await StoreKnownPosts();
        var before = await Everything();
        _content.Write("posts/known.md", bad);

        var report = await Import();

        Assert.StartsWith(problem, Assert.Single(report.Refused).ToString(), StringComparison.Ordinal);
        Assert.Equal(1, report.ExitCode);
        Assert.Empty(report.Missing);
        Assert.Equal(before, await Everything());
    }

    [Theory]
    [MemberData(nameof(BadFiles), DisableDiscoveryEnumeration = true)]
    public async Task A_new_bad_file_stops_no_good_one(string problem, byte[] bad)
    {
        await StoreKnownPosts();
        _content.Write("posts/_known.md", "");
        _content.Write("posts/a-bad.md", bad);
        _content.Write("posts/new.md", "Text");

        var report = await Import();

        Assert.StartsWith(problem.Replace("known.md", "a-bad.md", StringComparison.Ordinal), Assert.Single(report.Refused).ToString(), StringComparison.Ordinal);
        Assert.Equal((1, 0, 2), (report.Added, report.Changed, report.Unchanged));
    }

    [Fact]
    public async Task Of_two_new_files_with_one_slug_the_second_is_refused_and_names_the_first()
    {
        _content.Write("posts/a.md", "---\nslug: same\n---\nOne.");
        _content.Write("posts/b.md", "---\nslug: same\n---\nTwo.");

        var report = await Import();

        Assert.Equal("posts/b.md:2: slug: the address /posts/same is already that of posts/a.md; choose another slug.", Assert.Single(report.Refused).ToString());
        Assert.Equal(["One."], await Texts());
    }

    [Fact]
    public async Task An_alias_that_is_anothers_address_is_refused_and_stops_no_other()
    {
        _content.Write("posts/a.md", "---\naliases: /old\n---\nOne.");
        _content.Write("posts/b.md", "---\naliases: /old\n---\nTwo.");
        _content.Write("posts/c.md", "Three.");

        var report = await Import();

        Assert.Contains("/old is already that of posts/a.md", Assert.Single(report.Refused).Reason, StringComparison.Ordinal);
        Assert.Equal(["One.", "Three."], await Texts());
    }

    [Fact]
    public async Task A_new_name_without_id_does_not_take_the_slug_of_the_old_post()
    {
        _content.Write("posts/a.md", "---\nslug: same\n---\nOne.");
        await Import();
        _content.Move("posts/a.md", "posts/b.md");

        var report = await Import();

        Assert.Contains("/posts/same is already that of posts/a.md", Assert.Single(report.Refused).Reason, StringComparison.Ordinal);
        Assert.Equal(["One."], await Texts());
    }

    [Fact]
    public async Task A_symbolic_link_is_refused()
    {
        await StoreKnownPosts();
        using var outside = new ContentOnDisk();
        File.Delete(Path.Combine(_content.Root, "posts", "known.md"));
        File.CreateSymbolicLink(Path.Combine(_content.Root, "posts", "known.md"), outside.Write("secret.md", "Secret."));
        var before = await Everything();

        var report = await Import();

        Assert.Equal("posts/known.md: is a symbolic link; links are not followed, put the file itself here.", Assert.Single(report.Refused).ToString());
        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task An_image_that_is_no_image_is_refused_and_the_good_one_stays()
    {
        _content.Write("media/shoe.png", ContentOnDisk.Picture);
        _content.Write("media/empty.png", "");
        Assert.Equal(1, (await Import()).MediaSaved);
        var before = await Everything();
        _content.Write("media/shoe.png", "no picture");
        _content.Write("posts/bundle/leg.jpg", ContentOnDisk.Picture);

        var report = await Import();

        Assert.Equal(["media/empty.png", "media/shoe.png", "posts/bundle/leg.jpg"], report.Refused.Select(p => p.Path));
        Assert.Contains("no image", report.Refused[1].Reason, StringComparison.Ordinal);
        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_an_error_and_loses_nothing()
    {
        await StoreKnownPosts();
        var before = await Everything();

        await Assert.ThrowsAsync<ContentRefusedException>(() => _blog.Ask<ContentImporter, ImportReport>(importer => importer.ImportAsync("/no/such/folder")));

        Assert.Equal(before, await Everything());
    }

    private async Task StoreKnownPosts()
    {
        _content.Write("posts/known.md", "---\ntitle: Known\ntags: [legs]\n---\nKnown text.");
        _content.Write("posts/other.md", "---\ntitle: Other\n---\nOther text.");
        Assert.Equal(2, (await Import()).Added);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private Task<ImportReport> Import() => _blog.Ask<ContentImporter, ImportReport>(importer => importer.ImportAsync(_content.Root));

    private Task<List<string>> Texts() => _blog.Ask<BlogContext, List<string>>(db => db.Posts.OrderBy(p => p.Id).Select(p => p.Markdown).ToListAsync());

    private Task<string> Everything() => _blog.Ask<BlogContext, string>(DatabaseText.OfAsync);
}
