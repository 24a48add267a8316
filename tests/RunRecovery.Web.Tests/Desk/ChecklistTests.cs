using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;
using RunRecovery.Web.Tests.Pages;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Desk;

/// <summary>What the publish page says before readers see a text: each rule, broken and kept.</summary>
public sealed class ChecklistTests : IDisposable
{
    private readonly EvidenceFolder _content = new();
    private readonly BlogApplication _blog;

    public ChecklistTests() => _blog = new BlogApplication { Content = _content.Root };

    public void Dispose()
    {
        _blog.Dispose();
        _content.Dispose();
    }

    [Fact]
    public async Task A_rule_says()
    {
        using var ada = await AuthorAsync();
        (string Field, string Value, string Topic, string Level, string Words)[] cases =
        [
            ("Form.Title", "", "Title", "Stops", "The post has no title yet."),
            ("Form.Title", "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt", "Title", "Look at this", "80 characters; search engines cut after about 70."),
            ("Form.Title", "Heavy legs", "Title", "Fine", "Heavy legs"),
            ("Form.Slug", "No slug!", "To be mended", "Stops", "slug: 'No slug!' is not allowed"),
            ("Form.Slug", "known", "Address", "Stops", "/posts/known is, or once was, that of another post; choose another one."),
            ("Form.Title", "Known", "Address", "Fine", "/posts/known-2"),
            ("Form.Title", "Light legs", "Address", "Fine", "/posts/light-legs"),
            ("Form.Description", "", "Description", "Look at this", "There is none; search engines and previews will show the beginning of the text: “The beginning.”"),
            ("Form.Description", "Why legs are heavy.", "Description", "Fine", "Why legs are heavy."),
            ("Form.Categories", "", "Category", "Look at this", "None: the post is in no category's list or feed."),
            ("Form.Categories", "Recovery, Sleep", "Category", "Fine", "Recovery, Sleep"),
            ("Form.Tags", "", "Tags", "Look at this", "None: nobody finds the post by topic."),
            ("Form.Tags", "legs", "Tags", "Fine", "legs"),
            ("Form.ImageSrc", "", "Picture", "Look at this", "There is none; previews show the blog's own."),
            ("Form.ImageSrc", "/media/none.png", "Picture", "Look at this", "There is no file at /media/none.png."),
            ("Form.ImageSrc", "https://example.org/legs.png", "Picture", "Look at this", "It has no alternative text; say what it shows."),
            ("Form.Markdown", "![](https://example.org/legs.png)", "Accessibility", "Look at this", "Line 1: the picture 'https://example.org/legs.png' has no alternative text."),
            ("Form.Markdown", "Text.\n\n# Legs", "Accessibility", "Look at this", "Line 3: the heading 'Legs' is of level 1, which is the title's; wanted ##."),
            ("Form.Markdown", "Text.\n\n#### Legs", "Accessibility", "Look at this", "Line 3: the heading 'Legs' skips a level; wanted ##."),
            ("Form.Markdown", "See [here](/tips).", "Accessibility", "Look at this", "Line 1: the link 'here' does not say where it leads; wanted words that do."),
            ("Form.Markdown", "See [the old plan](/posts/nowhere).", "Links", "Look at this", "Line 1: the link to '/posts/nowhere' leads nowhere."),
            ("Form.Markdown", "See [the plan](/posts/planned).", "Links", "Look at this", "Line 1: the link to '/posts/planned' leads nowhere."),
            ("Form.Markdown", "See [the sheet](/media/none.pdf).", "Links", "Look at this", "Line 1: the link to '/media/none.pdf' leads nowhere."),
            ("Form.Markdown", "Text.\n\nSleep reduces soreness.", "Health claims", "Look at this", "Line 3: “reduces”: this sounds like a claim about health, and neither a note nor a link in its paragraph says where it comes from."),
            ("Form.Markdown", "Soreness fell by 30 %.", "Health claims", "Look at this", "Line 1: “30 %”"),
            ("Form.Markdown", "Sleep reduces soreness.", "Health claims", "Look at this", "The post names no sources."),
            ("Form.Sources", "sleep, magic", "Sources", "Look at this", "the source 'magic' is not in recovery/evidence.json."),
            ("Form.Sources", "heapy2018", "Sources", "Look at this", "the source 'heapy2018' has not been read (from memory, to be verified)."),
            ("Form.Markdown", "- Sleep reduces soreness.\n- Read [the plan](/tips).", "Health claims", "Look at this", "Line 1: “reduces”"),
        ];

        await Assert.AllAsync(cases, async it =>
        {
            var (field, value, topic, level, words) = it;
            var items = await CheckAsync(ada, (field, value));

            Assert.Contains(items, item => item.Topic == topic && item.Level == level && item.Text.StartsWith(words, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_rule_is_silent_about_what_is_right()
    {
        using var ada = await AuthorAsync();
        (string Markdown, string Topic)[] cases =
        [
            ("See [the plan](/posts/known), [tips](/tips), [legs](/tags/legs) and [outside](https://example.org).", "Links"),
            ("See [its text](/posts/known.md), [the feed](/rss.xml), [the archive](/archive/2026) and [above](#top).", "Links"),
            ("## Legs\n\n### Heavy\n\n## Light\n\n![A leg](https://example.org/legs.png)", "Accessibility"),
            ("Sleep reduces soreness,\nas [a trial](https://example.org) found.", "Health claims"),
            ("Sleep reduces soreness.[^1]\n\n[^1]: A trial.", "Health claims"),
            ("```\nSleep reduces soreness by 30 %.\n```", "Health claims"),
            ("Sleep well.", "Sources"),
        ];

        await Assert.AllAsync(cases, async it =>
        {
            var (markdown, topic) = it;
            var items = await CheckAsync(ada, ("Form.Markdown", markdown), ("Form.Sources", "sleep, roberts2019"));

            Assert.DoesNotContain(items, item => item.Topic == topic);
        });
    }

    [Fact]
    public async Task Only_what_would_break_stops()
    {
        using var ada = await _blog.SignedInAsync();
        var post = await ada.WriteAsync(("Form.Title", "Legs"), ("Form.Markdown", "# Sleep reduces 30 %\n\n![](/media/none.png) [here](/nowhere) [^1]"));

        var page = await ada.GetStringAsync(WritersDesk.Publish(post));

        Assert.True(page.Split("check-warning").Length > 8);
        Assert.DoesNotContain("check-stop", page, StringComparison.Ordinal);
        Assert.Contains("Publish now", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tip_without_phase_grade_or_source_is_told_so()
    {
        using var ada = await _blog.SignedInAsync();
        var tip = await ada.WriteKindAsync(PostKind.Tip, ("Form.Title", "Sleep"), ("Form.Markdown", "It reduces soreness."), ("Form.Sources", "sleep, roberts2019"));

        var page = await ada.GetStringAsync(WritersDesk.Publish(tip));

        Assert.Contains("Its phase is missing; each tip says it.", page, StringComparison.Ordinal);
        Assert.Contains("Its grade of evidence is missing; each tip says it.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Its source is missing", page, StringComparison.Ordinal);
        Assert.DoesNotContain("this sounds like a claim", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_teaser_and_social_preview_and_completes_topics()
    {
        using var ada = await _blog.SignedInAsync();
        await _blog.Save(APost("other") with { Tags = ["sleep"], Categories = ["Recovery"], Series = "Weeks" });
        var post = await ada.WriteAsync(("Form.Title", "Heavy legs"), ("Form.Description", "Why legs are heavy."), ("Form.Markdown", "The *beginning*.\n\n<!--more The rest-->\n\nThe end."), ("Form.ImageSrc", "/media/legs.png"), ("Form.ImageAlt", "A leg"));

        var page = new HtmlParser().ParseDocument(await ada.GetStringAsync(WritersDesk.Publish(post)));

        Assert.Equal("<p>The <em>beginning</em>.</p>", page.QuerySelector(".teaser .prose")!.InnerHtml.Trim());
        Assert.Equal("The rest", page.QuerySelector(".teaser .read-more")!.TextContent);
        Assert.Contains("Why legs are heavy.", page.QuerySelector(".social")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/posts/heavy-legs", page.QuerySelector(".social")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("/media/legs.png", "A leg"), (page.QuerySelector(".social img")!.GetAttribute("src"), page.QuerySelector(".social img")!.GetAttribute("alt")));
        Assert.Equal(["Recovery", "sleep", "Weeks"], new[] { "category", "tag", "series" }.Select(list => page.QuerySelector($"#{list}-names option")!.GetAttribute("value")!));
    }

    private async Task<HttpClient> AuthorAsync()
    {
        var ada = await _blog.SignedInAsync();
        await _blog.Save(APost("known") with { Tags = ["legs"] });
        await _blog.Save(APost("planned") with { Date = Now.AddDays(1) });
        return ada;
    }

    private async Task<List<(string Topic, string Level, string Text)>> CheckAsync(HttpClient ada, params (string Name, string Value)[] fields)
    {
        var form = (await PageForm.OpenAsync(ada, WritersDesk.New)).With(("Form.Title", "Legs"), ("Form.Markdown", "The beginning.")).With(fields);
        await form.SendAsync();
        var post = await _blog.Ask<BlogContext, int>(db => db.Posts.MaxAsync(p => p.Id));
        var page = new HtmlParser().ParseDocument(await ada.GetStringAsync(WritersDesk.Publish(post)));
        return [.. page.QuerySelectorAll(".checks li").Select(li => (li.Children[0].TextContent, li.Children[1].TextContent, li.Children[2].TextContent))];
    }
}
