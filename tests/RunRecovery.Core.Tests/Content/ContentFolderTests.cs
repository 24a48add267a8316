using RunRecovery.Core.Content;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Tests.Content;

public sealed class ContentFolderTests : IDisposable
{
    private readonly ContentOnDisk _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Texts_are_found_in_a_fixed_order_with_their_kind()
    {
        _content.Write("tips/roll.md", "x");
        _content.Write("posts/b.md", "x");
        _content.Write("posts/Z.markdown", "x");
        _content.Write("posts/2026/a/index.md", "x");
        _content.Write("pages/about.md", "x");

        Assert.Equal(
            [("pages/about.md", PostKind.Page), ("posts/2026/a/index.md", PostKind.Post), ("posts/Z.markdown", PostKind.Post), ("posts/b.md", PostKind.Post), ("tips/roll.md", PostKind.Tip)],
            Open().Texts.Select(t => (t.Path, t.Kind)));
    }

    [Fact]
    public void What_begins_with_an_underscore_or_a_dot_is_ignored_except_drafts()
    {
        foreach (var path in new[] { "posts/_a.md", "posts/.a.md", "posts/_old/a.md", "posts/.git/a.md", "posts/a.md", "posts/_drafts/b.md", "tips/drafts/c.md", "drafts/d.md", "_drafts/e.md", "_posts/f.md", "README.md", "notes/g.md" })
        {
            _content.Write(path, "x");
        }

        Assert.Equal(
            [("_drafts/e.md", true), ("drafts/d.md", true), ("posts/_drafts/b.md", true), ("posts/a.md", false), ("tips/drafts/c.md", true)],
            Open().Texts.Select(t => (t.Path, t.IsDraft)));
    }

    [Fact]
    public void Media_lie_in_their_folder_or_beside_a_text()
    {
        _content.Write("media/charts/sleep.png", "x");
        _content.Write("media/drafts/readme.md", "x");
        _content.Write("posts/easy/index.md", "x");
        _content.Write("posts/easy/shoe.jpg", "x");

        Assert.Equal(
            [("media/charts/sleep.png", "charts/sleep.png"), ("media/drafts/readme.md", "drafts/readme.md"), ("posts/easy/shoe.jpg", "posts/easy/shoe.jpg")],
            Open().Media.Select(m => (m.Path, m.Target)));
    }

    [Fact]
    public void Two_files_that_want_the_same_place_do_not_overwrite_each_other()
    {
        _content.Write("media/posts/easy/shoe.jpg", "x");
        _content.Write("posts/easy/shoe.jpg", "x");

        var folder = Open();

        Assert.Equal("media/posts/easy/shoe.jpg", Assert.Single(folder.Media).Path);
        Assert.Equal("posts/easy/shoe.jpg: would be kept at the same place as media/posts/easy/shoe.jpg; rename one of them.", Assert.Single(folder.Problems).ToString());
    }

    [Fact]
    public void What_media_were_made_from_is_not_served()
    {
        _content.Write("media/sources/sleep.svg", "x");
        _content.Write("media/charts/sources/sleep.png", "x");

        Assert.Equal(["media/charts/sources/sleep.png"], Open().Media.Select(m => m.Path));
    }

    [Fact]
    public void Symbolic_links_are_refused_and_not_followed()
    {
        using var outside = new ContentOnDisk();
        outside.Write("posts/secret.md", "x");
        _content.Write("posts/a.md", "x");
        File.CreateSymbolicLink(Path.Combine(_content.Root, "posts", "link.md"), Path.Combine(outside.Root, "posts", "secret.md"));
        File.CreateSymbolicLink(Path.Combine(_content.Root, "posts", "dangling.md"), "/nowhere");
        Directory.CreateSymbolicLink(Path.Combine(_content.Root, "posts", "folder"), Path.Combine(outside.Root, "posts"));
        Directory.CreateSymbolicLink(Path.Combine(_content.Root, "tips"), Path.Combine(outside.Root, "posts"));

        var folder = Open();

        Assert.Equal(["posts/a.md"], folder.Texts.Select(t => t.Path));
        Assert.Equal(["posts/dangling.md", "posts/folder", "posts/link.md", "tips"], folder.Problems.Select(p => p.Path).Order(StringComparer.Ordinal));
        Assert.All(folder.Problems, p => Assert.StartsWith("is a symbolic link", p.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_an_error_that_names_it() =>
        Assert.Equal("The content folder '/no/such/folder' does not exist.", Assert.Throws<ContentRefusedException>(() => ContentFolder.Open("/no/such/folder")).Message);

    private ContentFolder Open() => ContentFolder.Open(_content.Root);
}
