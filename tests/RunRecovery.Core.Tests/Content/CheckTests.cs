using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Content;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Rendering;
using RunRecovery.Core.Tests.Recovery;

namespace RunRecovery.Core.Tests.Content;

public sealed class CheckTests : IDisposable
{
    private const string Tip = "---\ntitle: Roll\nphase: rest\ngrade: weak\nsources: [sleep]\n---\n";

    private readonly ContentOnDisk _content = new();

    public CheckTests() => _content.Write(EvidenceLibrary.Path, SmallEvidence.Json);

    public void Dispose() => _content.Dispose();

    [Fact]
    public void Good_content_has_no_problems()
    {
        _content.Write("media/shoe.png", ContentOnDisk.Picture);
        _content.Write("posts/easy/index.md", """
            ---
            title: Easy days
            aliases: /old
            image: {src: leg.png, alt: A leg}
            date: 2026-11-23
            categories: [Rest Days]
            tags: [Legs]
            series: After the race
            sources: [sleep, roberts2019]
            ---
            Sleep[^roberts2019] and rest[^1], see [the tip](../../tips/roll.md#how), [the same](/tips/roll), [[Roll]], [my own](/old),
            [a tag](/tags/legs), [a category](/categories/rest-days), [a series](/Series/after-the-race/), [all tags](/tags), [the archive](/archive),
            [this year](/archive/2026), [this month](/archive/2026/11), [some tips](/tips?phase=rest#list), [all evidence](/recovery/evidence?by=name), [some evidence](/recovery/evidence/sleep#sources), [my Markdown](/posts/easy.md),
            [home](/), [feed](/rss.xml), [map](/sitemap.xml), [robots](/robots.txt), [icon](/images/icon.svg), [elsewhere](https://example.org), [mail](mailto:a@b.example)
            and [the picture](/media/shoe.png).

            ![A shoe](/media/shoe.png)

            ![A leg](leg.png)

            ## First

            ### Below

            ## Second

            [^roberts2019]: Roberts.
            [^1]: Mine.
            """);
        _content.Write("posts/easy/leg.png", ContentOnDisk.Picture);
        _content.Write("tips/roll.md", Tip + "Slowly.\n");

        var report = Check();

        Assert.Equal("2 texts and 2 media files checked, 0 problems.", report.ToString());
        Assert.Equal(0, report.ExitCode);
    }

    [Theory]
    [InlineData("[a](other.md)", "the link to 'other.md' leads nowhere.")]
    [InlineData("[a](/posts/other)", "the link to '/posts/other' leads nowhere.")]
    [InlineData("[a](/tips/easy)", "the link to '/tips/easy' leads nowhere.")]
    [InlineData("[a](/nowhere#b)", "the link to '/nowhere#b' leads nowhere.")]
    [InlineData("[a](/draft)", "the link to '/draft' leads nowhere.")]
    [InlineData("[a](/recovery)", "the link to '/recovery' leads nowhere.")]
    [InlineData("[a](/recovery/evidence/nonsense)", "the link to '/recovery/evidence/nonsense' leads nowhere.")]
    [InlineData("[a](/search)", "the link to '/search' leads nowhere.")]
    [InlineData("[a](/posts)", "the link to '/posts' leads nowhere.")]
    [InlineData("[a](/tags/unknown)", "the link to '/tags/unknown' leads nowhere.")]
    [InlineData("[a](/tags/hidden)", "the link to '/tags/hidden' leads nowhere.")]
    [InlineData("[a](/archive/1999)", "the link to '/archive/1999' leads nowhere.")]
    [InlineData("[a](/archive/2026/13)", "the link to '/archive/2026/13' leads nowhere.")]
    [InlineData("[a](/images/none.png)", "the link to '/images/none.png' leads nowhere.")]
    [InlineData("[a](/tips/easy.md)", "the link to '/tips/easy.md' leads nowhere.")]
    [InlineData("[a](/media/none.pdf)", "the link to '/media/none.pdf' leads nowhere.")]
    [InlineData("[a](none.pdf)", "the link to 'none.pdf' leads nowhere.")]
    [InlineData("[[Other post]]", "the link to '[[Other post]]' leads nowhere.")]
    [InlineData("![](/media/shoe.png)", "the picture '/media/shoe.png' has no alternative text.")]
    [InlineData("![A shoe](/media/boot.png)", "there is no file for the picture '/media/boot.png'.")]
    [InlineData("![A shoe](boot.png)", "there is no file for the picture 'boot.png'.")]
    [InlineData("![A shoe](../../boot.png)", "the picture '../../boot.png' leads out of the content folder.")]
    [InlineData("# Title again", "the heading 'Title again' is of level 1, which is the title's; wanted ##.")]
    [InlineData("### Too small", "the heading 'Too small' skips a level; wanted ##.")]
    [InlineData("So it is[^nobody2020].\n\n[^nobody2020]: Nobody.", "the source 'nobody2020' is not in recovery/evidence.json.")]
    [InlineData("So it is[^dvt-nhs].\n\n[^dvt-nhs]: NHS.", "the source 'dvt-nhs' has not been read (from memory, to be verified).")]
    [InlineData("[^1]: Nobody refers to it.", "the note '1' is not shown; wanted a [^1] in the text, and each note only once.")]
    [InlineData("So[^1]\nand more[^2].\n\n[^1]: One.", "the note '2' is missing; wanted a line that begins with [^2]:", 8)]
    [InlineData("So[^1].\n\n[^1]: One.\n[^1]: Two.", "the note '1' is not shown; wanted a [^1] in the text, and each note only once.", 10)]
    [InlineData("So[^1].\n\n[^1]: One[^2].", "the note '2' is missing; wanted a line that begins with [^2]:", 9)]
    [InlineData("- So[^1].\n\n  > [^1]: Two.", "the note '1' is missing; wanted a line that begins with [^1]:")]
    [InlineData("See\n[[Other post]].", "the link to '[[Other post]]' leads nowhere.", 8)]
    public void A_problem_in_the_text_is_named_with_its_line(string markdown, string reason, int line = 7)
    {
        _content.Write("media/shoe.png", ContentOnDisk.Picture);
        _content.Write("pages/draft.md", "---\ntitle: Draft\ndraft: true\n---\nText.");
        _content.Write("posts/hidden.md", "---\ntitle: Hidden\ndraft: true\ntags: [hidden]\n---\nText.");
        _content.Write("posts/easy.md", $"---\ntitle: Easy days\n---\n\nText.\n\n{markdown}\n");

        Assert.Equal($"posts/easy.md:{line}: {reason}", Assert.Single(Check().Problems).ToString());
    }

    [Theory]
    [InlineData("image: /media/shoe.png", "image: has no alternative text; wanted alt: with what the picture shows.")]
    [InlineData("image: {src: /media/boot.png, alt: A boot}", "image: there is no file for '/media/boot.png'.")]
    [InlineData("image: {src: boot.png, alt: A boot}", "image: there is no file for '/media/posts/boot.png'.")]
    [InlineData("video: {url: /media/v.mp4}", "video: there is no file for '/media/v.mp4'.")]
    [InlineData("video: {url: 'https://video.example/1', captions: /media/v.vtt}", "video: there is no file for '/media/v.vtt'.")]
    [InlineData("sources: [sleep, magic]", "sources: the source 'magic' is not in recovery/evidence.json.")]
    [InlineData("date: 2026-02-30", "date: wanted a day that exists, such as 2026-11-23, 2026-11-23 18:00 or 2026-11-23T18:00:00+01:00, found '2026-02-30'.")]
    public void A_problem_in_the_header_is_named_with_its_line(string header, string reason)
    {
        _content.Write("media/shoe.png", ContentOnDisk.Picture);
        _content.Write("posts/easy.md", $"---\ntitle: Easy days\n{header}\n---\nText.\n");
        Assert.Equal($"posts/easy.md:3: {reason}", Assert.Single(Check().Problems).ToString());
    }

    [Fact]
    public void An_alias_that_is_anothers_address_is_found()
    {
        _content.Write("posts/a.md", "One.");
        _content.Write("posts/b.md", "---\ntitle: Two\naliases: /Posts/A/\n---\nTwo.");

        Assert.Equal("posts/b.md:3: aliases: the address /posts/a is already that of posts/a.md; choose another one.", Assert.Single(Check().Problems).ToString());
    }

    [Fact]
    public void A_tip_says_phase_grade_and_sources()
    {
        _content.Write("tips/roll.md", "---\ntitle: Roll\n---\nSlowly.");

        Assert.Equal(
            ["tips/roll.md: phase: is missing; each tip says it.", "tips/roll.md: grade: is missing; each tip says it.", "tips/roll.md: sources: is missing; each tip says it."],
            Check().Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void Two_files_with_one_slug_or_one_id_are_found()
    {
        _content.Write("posts/a.md", "---\nid: urn:1\nslug: same\n---\nOne.");
        _content.Write("posts/b.md", "---\nid: urn:2\nslug: same\n---\nTwo.");
        _content.Write("posts/c.md", "---\nid: urn:1\n---\nThree.");

        Assert.Equal(
            ["posts/b.md:3: slug: the address /posts/same is already that of posts/a.md; choose another one.", "posts/c.md:2: id: 'urn:1' is already that of posts/a.md; each file needs an id of its own, or none."],
            Check().Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void An_image_that_is_no_image_is_found()
    {
        _content.Write("media/shoe.png", "no picture");

        Assert.StartsWith("media/shoe.png: the content is not image/png", Assert.Single(Check().Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_list_of_evidence_is_found()
    {
        _content.Write("recovery/evidence.json", "{");

        Assert.StartsWith("recovery/evidence.json:1: cannot be read: ", Assert.Single(Check().Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_rules_of_the_planner_are_found()
    {
        _content.Write("recovery/rules-1.json", "{\"version\": \"one\"}");

        var problems = Check().Problems;
        Assert.StartsWith("recovery/rules-1.json:1: cannot be read at $.version: ", Assert.Single(problems, problem => problem.Path == "recovery/rules-1.json").ToString(), StringComparison.Ordinal);
        Assert.Equal(["recovery/phases.json", "recovery/warnings.json"], problems.Where(problem => problem.Reason.Contains("is missing", StringComparison.Ordinal)).Select(problem => problem.Path).Order(StringComparer.Ordinal));
        Assert.Equal(1, Check().ExitCode);
    }

    [Fact]
    public void Without_evidence_there_is_no_page_of_it()
    {
        _content.Delete(EvidenceLibrary.Path);
        _content.Write("posts/a.md", "[All](/recovery/evidence)");

        Assert.Equal("posts/a.md:1: the link to '/recovery/evidence' leads nowhere.", Assert.Single(Check().Problems).ToString());
    }

    [Fact]
    public void A_blog_without_evidence_may_name_any_source()
    {
        _content.Delete("recovery/evidence.json");
        _content.Write("posts/a.md", "---\nsources: [anything]\n---\nText[^nobody2020].\n\n[^nobody2020]: Nobody.");

        Assert.Empty(Check().Problems);
    }

    [Fact]
    public void Footnotes_in_code_cite_nothing()
    {
        _content.Write("posts/a.md", "```\n[^nobody2020]\n```\n");

        Assert.Empty(Check().Problems);
    }

    [Theory]
    [InlineData("`[^1]` and `` [^2]: ``")]
    [InlineData("    [^1]: indented")]
    [InlineData("\\[^1] and [^2](/tips) and [^ a]")]
    [InlineData("| a | b |\n|---|---|\n| x[^1] | y[^1][^2] |\n\n[^1]: One,\n    and more.\n[^2]: Two.")]
    public void What_is_no_note_is_no_missing_note(string markdown)
    {
        _content.Write("posts/a.md", markdown);

        Assert.Empty(Check().Problems);
    }

    [Fact]
    public void A_check_changes_no_file()
    {
        _content.Write("posts/a.md", "Text.");
        var before = Directory.GetFileSystemEntries(_content.Root, "*", SearchOption.AllDirectories).Select(f => (f, File.GetLastWriteTimeUtc(f))).ToList();

        Check();

        Assert.Equal(before, Directory.GetFileSystemEntries(_content.Root, "*", SearchOption.AllDirectories).Select(f => (f, File.GetLastWriteTimeUtc(f))));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_an_error() => Assert.Throws<ContentRefusedException>(() => Check("/no/such/folder"));

    private CheckReport Check(string? folder = null)
    {
        using var services = new ServiceCollection().AddSingleton<MarkdownRenderer>().AddSingleton<PostValidator>().AddContent(TimeZoneInfo.Utc).BuildServiceProvider();
        return services.GetRequiredService<ContentCheck>().Check(folder ?? _content.Root);
    }
}
