using System.Text;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Tests.Content.Export;

/// <summary>What an author wrote stays as it was written, but for what has changed.</summary>
public sealed class HeaderTests : IDisposable
{
    private readonly ExportDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("No header.\n")]
    [InlineData("\n\n# A heading is the title\n\nText.")]
    [InlineData("---\ntitle:   Odd   spaces   # why not\n# a remark\nmood: {good: [very]}\n\ndate: 2026-11-20 08:00\ntags: sleep naps\n---\n\n\nText.\n\n")]
    [InlineData("\uFEFF---\r\ntitle: 'From Windows'\r\npublished: true\r\n---\r\nText.\r\n")]
    [InlineData("+++\ntitle = \"From Hugo\"\ndate = 2026-11-20\n[params]\nmath = true\n+++\nText.\n")]
    [InlineData("{\"title\": \"From JSON\", \"extra\": {\"a\": 1}}\nText.\n")]
    [InlineData("---\nlayout: post\ntitle: From Jekyll\npermalink: /2019/jekyll/\nredirect_from: /older/\npublished: false\ncategories: Training\n---\nText.\n")]
    [InlineData("---\n{title: Flow, tags: [a, b]}\n---\nText.\n")]
    [InlineData("---\ntitle: No end of line\n---")]
    public async Task A_text_that_nobody_edited_comes_back_byte_for_byte(string text)
    {
        _desk.Content.Write("posts/a.md", text);
        await _desk.Import();

        Assert.Empty((await _desk.Export()).Problems);
        Assert.Equal(Encoding.UTF8.GetBytes(text), File.ReadAllBytes(Path.Combine(_desk.Target.Root, "posts/a.md")));
    }

    [Fact]
    public async Task What_was_edited_is_written_at_its_place_in_its_spelling()
    {
        _desk.Content.Write("posts/a.md", """
            ---
            # How it began
            Title: Easy days
            pubDate: 2026-11-20   # a Friday
            mood: good
            tag: legs
            # About the tags

            excerpt: In short
            cover: {src: /media/a.png, alt: A}
            nested:
              - one: 1
            description: goes away
            ---

            Text stays.
            """);
        await _desk.Import();

        await _desk.Edit("a", fields => fields with { Title = "Hard: days", Tags = ["legs", "Sleep"], Description = null, Image = new PostImage("/media/b.png"), ReviewedBy = "Me" });

        Assert.Equal($$"""
            ---
            # How it began
            Title: "Hard: days"
            pubDate: 2026-11-20   # a Friday
            mood: good
            tag: [legs, Sleep]
            # About the tags

            excerpt: In short
            cover:
              src: /media/b.png
            nested:
              - one: 1
            id: {{(await _desk.Post("a")).FeedId}}
            reviewed:
              by: Me
            ---

            Text stays.
            """, await _desk.Exported("posts/a.md"));
    }

    [Fact]
    public async Task An_edited_text_keeps_the_ends_of_lines_and_the_mark_of_its_editor()
    {
        _desk.Content.Write("posts/a.md", "\uFEFF---\r\nid: urn:1\r\ntitle: Easy\r\ndate: 2026-11-20\r\n---\r\n\r\nText.\r\n");
        await _desk.Import();

        await _desk.Edit("a", fields => fields with { Markdown = "Other\ntext.\n" });

        await _desk.Export();
        Assert.Equal("\uFEFF---\r\nid: urn:1\r\ntitle: Easy\r\ndate: 2026-11-20\r\n---\r\n\r\nOther\r\ntext.\r\n", Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(_desk.Target.Root, "posts/a.md"))));
    }

    [Fact]
    public async Task A_heading_that_was_the_title_moves_into_the_header_when_the_text_is_edited()
    {
        _desk.Content.Write("posts/a.md", "---\nid: urn:1\ndate: 2026-11-20\n---\n# Easy days\n\nText.\n");
        await _desk.Import();

        await _desk.Edit("a", fields => fields with { Markdown = "# Another heading\n\nText.\n" });

        Assert.Equal("---\nid: urn:1\ndate: 2026-11-20\ntitle: Easy days\n---\n# Another heading\n\nText.\n", await _desk.Exported("posts/a.md"));
    }

    [Fact]
    public async Task An_edited_header_in_TOML_is_written_as_YAML_with_all_it_said()
    {
        _desk.Content.Write("posts/a.md", "+++\nid = \"urn:1\"\ntitle = \"Easy\"\ndate = 2026-11-20\n[params]\nmath = true\n+++\n\nText.\n");
        await _desk.Import();

        await _desk.Edit("a", fields => fields with { Featured = true });

        Assert.Equal("---\nid: urn:1\ntitle: Easy\nslug: a\ndate: 2026-11-20T00:00:00Z\nfeatured: true\nparams:\n  math: true\n---\n\nText.\n", await _desk.Exported("posts/a.md"));
    }

    [Fact]
    public async Task A_draft_that_is_published_here_is_no_draft_in_its_file()
    {
        _desk.Content.Write("posts/a.md", "---\nid: urn:1\ntitle: Easy\nstatus: draft\npublished: false\n---\nText.\n");
        await _desk.Import();

        await _desk.Edit("a", fields => fields with { Draft = false, Date = BlogDatabase.Now.AddDays(-1) });

        Assert.Equal("---\nid: urn:1\ntitle: Easy\ndate: 2026-11-23T12:00:00Z\n---\nText.\n", await _desk.Exported("posts/a.md"));
    }

    [Fact]
    public async Task A_changed_slug_is_written_with_the_address_it_leaves_behind()
    {
        _desk.Content.Write("posts/a.md", "---\nid: urn:1\ntitle: Easy\ndate: 2026-11-20\naliases: [/2019/A%20b.html, Another name]\n---\nText.\n");
        await _desk.Import();

        await _desk.Edit("a", fields => fields with { Slug = "b" });

        Assert.Equal("---\nid: urn:1\ntitle: Easy\ndate: 2026-11-20\naliases: [\"/2019/A%20b.html\", /posts/a]\nslug: b\naliases.names: [Another name]\n---\nText.\n", await _desk.Exported("posts/a.md"));
    }

    [Fact]
    public async Task A_renamed_tag_leaves_the_file_alone_and_a_deleted_one_leaves_it()
    {
        _desk.Content.Write("posts/a.md", "---\nid: urn:1\ntitle: Easy\ndate: 2026-11-20\ntags: [legs, naps]\n---\nText.\n");
        await _desk.Import();

        await RenameAsync("legs", "Heavy legs");
        Assert.Equal(ExportDesk.TextOf(_desk.Content, "posts/a.md"), await _desk.Exported("posts/a.md"));

        await _desk.Blog.Ask<TaxonomyService, bool>(async taxonomy =>
        {
            await taxonomy.DeleteAsync((await taxonomy.FindBySlugAsync(TermKind.Tag, "naps") as TermLookup.Found)!.Term.Id);
            return true;
        });
        Assert.Equal("---\nid: urn:1\ntitle: Easy\ndate: 2026-11-20\ntags: [Heavy legs]\n---\nText.\n", await _desk.Exported("posts/a.md"));
    }

    private Task<bool> RenameAsync(string slug, string name) => _desk.Blog.Ask<TaxonomyService, bool>(async taxonomy =>
        await taxonomy.RenameAsync((await taxonomy.FindBySlugAsync(TermKind.Tag, slug) as TermLookup.Found)!.Term.Id, name));
}
