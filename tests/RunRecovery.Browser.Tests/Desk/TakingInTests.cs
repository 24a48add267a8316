using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RunRecovery.Browser.Tests.Desk;

/// <summary>What comes from elsewhere by the clipboard or by dropping it on the text.</summary>
public sealed class TakingInTests(EmptyDesk desk) : IClassFixture<EmptyDesk>
{
    private static readonly byte[] Pdf = "%PDF-1.7\n"u8.ToArray();
    private static readonly byte[] Film = Encoding.Latin1.GetBytes("\u001aE\u00df\u00a3webm");

    [Theory]
    [InlineData(
        """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment--><h1>Plan<o:p></o:p></h1><p class=MsoNormal><b>Rest</b> and <i>walk</i>.</p><p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>Sleep</p><p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Eat</p><!--EndFragment--></body></html>""",
        "## Plan\n\n**Rest** and *walk*.\n\n-   Sleep\n-   Eat")]
    [InlineData(
        """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2><span style="font-weight:400">Week one</span></h2><p><span style="font-weight:700">Easy</span><span style="font-weight:400"> and </span><span style="font-style:italic">slow</span></p><ol><li><p><span>Walk</span></p></li></ol></b>""",
        "## Week one\n\n**Easy** and *slow*\n\n1.  Walk")]
    [InlineData(
        """<p>See <a href="https://example.org/run">this</a>, <a href="javascript:document.title='run'">not that</a>.<img src="x" onerror="document.title='run'"><script>document.title='run'</script></p><table><tr><th>Day</th></tr><tr><td>1</td></tr></table>""",
        "See [this](https://example.org/run), not that.\n\n| Day |\n| --- |\n| 1 |")]
    [InlineData("<span>plain</span>", "")]
    public async Task Rich_text_becomes_clean_markdown(string html, string markdown)
    {
        var page = await desk.OpenAsync("/admin/posts/new");

        await page.PasteRichAsync(html);

        await Assertions.Expect(page.Text).ToHaveValueAsync(markdown);
        Assert.NotEqual("run", await page.TitleAsync());
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Text).ToHaveValueAsync("");
        await page.CloseAsync();
    }

    [Fact]
    public async Task Several_pictures_a_film_and_a_pdf_are_dropped_at_once_and_stand_in_their_order()
    {
        var page = await desk.OpenAsync("/admin/posts/new");
        await page.WriteAtEndAsync("Look:");

        await page.DropAsync(("a.png", Typing.Png(10)), ("run.webm", Film), ("plan.pdf", Pdf), ("a.png", Typing.Png(20)));
        await DescribeAsync(page, "First");
        await DescribeAsync(page, "Second");

        await Assertions.Expect(page.Text).ToHaveValueAsync(new Regex(@"^Look:\n\n!\[First\]\(\S+\.png\)\n\n\[run\]\(\S+\.webm\)\n\n\[[^\]]+\]\(\S+\.pdf\)\n\n!\[Second\]\(\S+\.png\)\n\n$", RegexOptions.IgnoreCase));
        await Assertions.Expect(page.Locator(".uploads li")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Text).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_refused_file_says_why_and_leaves_the_text_and_the_cursor_elsewhere_alone()
    {
        var page = await desk.OpenAsync("/admin/posts/new");
        await page.WriteAtEndAsync("Before.");

        await page.DropAsync(("drawing.svg", "<svg/>"u8.ToArray()));

        await Assertions.Expect(page.Locator(".uploads .problem")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".uploads .problem")).ToContainTextAsync("drawing.svg: SVG may carry scripts");
        await Assertions.Expect(page.Text).ToHaveValueAsync(new Regex(@"^Before\.\s*$"));
        await page.Button("Dismiss").ClickAsync();
        await Assertions.Expect(page.Text).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_upload_without_a_network_can_be_tried_again()
    {
        var page = await desk.OpenAsync("/admin/posts/new");
        await page.WriteAtEndAsync("Words.");
        await page.Context.SetOfflineAsync(true);
        await page.PasteAsync(("image.png", Typing.Png(30)));
        await Assertions.Expect(page.Locator(".uploads .problem")).ToContainTextAsync("the connection was lost");
        await page.Context.SetOfflineAsync(false);

        await page.Button("Try again").ClickAsync();
        await DescribeAsync(page, "At last");

        await Assertions.Expect(page.Text).ToHaveValueAsync(new Regex(@"!\[At last\]\(\S+\.png\)"));
    }

    /// <summary>Whoever goes on with the title while a picture is on its way is not pulled out of it.</summary>
    [Fact]
    public async Task What_arrives_while_another_field_is_written_in_leaves_the_cursor_there()
    {
        var page = await desk.OpenAsync("/admin/posts/new");
        await page.RouteAsync("**/admin/media/upload", async route =>
        {
            await page.Title.FocusAsync();
            await route.ContinueAsync();
        });

        await page.DropAsync(("plan.pdf", Pdf));
        await page.SeeTextAsync(".pdf)");

        await Assertions.Expect(page.Title).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_preview_scrolls_in_step_with_the_headings()
    {
        var page = await desk.OpenAsync("/admin/posts/new");
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var parts = Enumerable.Range(1, 30).Select(n => $"## Part {n}\n\n{string.Concat(Enumerable.Repeat($"Words of part {n}. ", n % 3 == 0 ? 60 : 5))}");
        await page.Text.FillAsync(string.Join("\n\n", parts));
        await Assertions.Expect(page.Preview.GetByRole(AriaRole.Heading, new() { Name = "Part 30" })).ToBeAttachedAsync();

        foreach (var part in new[] { 20, 8, 29 })
        {
            await page.EvaluateAsync("""
                part => {
                  const mirror = document.querySelector('.writing-mirror');
                  const row = [...mirror.children].find(row => row.textContent === `## Part ${part}`);
                  const text = document.querySelector('.writing-text textarea');
                  scrollTo({ top: text.getBoundingClientRect().top + scrollY + row.offsetTop - innerHeight / 3, behavior: 'instant' });
                }
                """, part);
            await Assertions.Expect(page.Preview.GetByRole(AriaRole.Heading, new() { Name = $"Part {part}Link" })).ToBeInViewportAsync();
        }
    }

    private static async Task DescribeAsync(IPage page, string alt)
    {
        var field = page.GetByLabel("Alternative text");
        await field.FillAsync(alt);
        await Assertions.Expect(field).ToHaveValueAsync(alt);
        await page.Button("Put it in").ClickAsync();
        await page.SeeTextAsync($"![{alt}]");
    }
}
