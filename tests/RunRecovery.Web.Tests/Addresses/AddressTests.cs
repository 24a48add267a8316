using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;
using RunRecovery.Web.Tests.Recovery;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Addresses;

public sealed class AddressTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task Other_spellings_and_former_addresses_redirect_once_and_for_ever()
    {
        var saved = await _blog.Save(APost("former") with { Aliases = ["/old/post.html", "/twice//slashed"] });
        await _blog.Save(APost("easy-days"), saved);
        using var browser = _blog.Browser();
        (string Asked, string Expected)[] cases =
        [
            ("/Posts/Easy-Days", "/posts/easy-days"),
            ("/posts/easy-days/", "/posts/easy-days"),
            ("/TIPS", "/tips"),
            ("/tips/?phase=rest", "/tips?phase=rest"),
            ("//evil.example/", "/evil.example"),
            ("/posts//easy-days", "/posts/easy-days"),
            ("/Old/Post.HTML/", "/posts/easy-days"),
            ("/old/post.html", "/posts/easy-days"),
            ("/posts/former", "/posts/easy-days"),
            ("/twice//slashed", "/posts/easy-days"),
        ];

        await Assert.AllAsync(cases, async it =>
        {
            var (asked, expected) = it;
            var answer = await browser.GetAsync(new Uri(new Uri("http://localhost"), new Uri($"http://localhost{asked}")));

            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal(expected, answer.Headers.Location!.OriginalString);
        });
    }

    [Fact]
    public async Task A_renamed_tag_redirects_and_a_deleted_one_is_gone()
    {
        await _blog.Save(APost("one") with { Tags = ["naps", "ice"] });
        await _blog.Ask<TaxonomyService, bool>(async taxonomy =>
        {
            await taxonomy.RenameAsync((await taxonomy.FindOrCreateAsync(TermKind.Tag, "naps")).Id, "Sleep");
            await taxonomy.DeleteAsync((await taxonomy.FindOrCreateAsync(TermKind.Tag, "ice")).Id);
            return true;
        });
        using var browser = _blog.Browser();

        Assert.Equal("/tags/sleep", (await browser.GetAsync("/tags/naps")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync("/tags/ice")).StatusCode);
    }

    [Fact]
    public async Task A_post_taken_back_is_gone()
    {
        var saved = await _blog.Save(APost("easy-days"));
        await _blog.Save(APost("easy-days") with { Draft = true }, saved);
        using var browser = _blog.Browser();

        var answer = await browser.GetAsync("/posts/easy-days");

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("taken back", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_taken_back_before_its_time_was_never_published()
    {
        var saved = await _blog.Save(APost("secret") with { Date = Now.AddHours(1), Tags = ["Hush"] });
        saved = await _blog.Save(APost("secret") with { Draft = true, Date = null, Tags = ["Hush"] }, saved);
        _blog.Clock.Advance(TimeSpan.FromHours(2));
        using var browser = _blog.Browser();

        foreach (var address in new[] { "/posts/secret", "/tags/hush", "/tags/hush/rss.xml" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
        }

        await _blog.Save(APost("secret") with { Date = null, Tags = ["Hush"] }, saved);
        Assert.Contains("Tue, 24 Nov 2026 14:00:00", await browser.GetStringAsync("/rss.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_post_is_called_and_tagged_as_a_draft_is_not_known()
    {
        var saved = await _blog.Save(APost("known") with { Tags = ["Sleep"] });
        await _blog.Save(APost("secret") with { Draft = true, Tags = ["Hush"] }, saved);
        using var browser = _blog.Browser();

        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync("/posts/known")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync("/tags/sleep")).StatusCode);
        foreach (var address in new[] { "/posts/secret", "/tags/hush", "/tags/hush/rss.xml" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
        }
    }

    [Fact]
    public async Task A_topic_that_the_clock_has_shown_goes_on_answering_when_its_post_leaves()
    {
        var saved = await _blog.Save(APost("easy-days") with { Date = Now.AddHours(1), Tags = ["Sleep"] });
        _blog.Clock.Advance(TimeSpan.FromHours(2));
        using var browser = _blog.Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/tags/sleep")).StatusCode);

        await _blog.Save(APost("easy-days") with { Date = Now.AddHours(1) }, saved);

        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync("/tags/sleep")).StatusCode);
    }

    [Fact]
    public async Task What_the_check_takes_as_always_there_answers()
    {
        using var browser = _blog.Browser();
        await Assert.AllAsync(ProgramAddresses.Always, async address =>
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).StatusCode);
        });
    }

    [Fact]
    public async Task A_form_of_a_plan_answers_where_the_blog_has_the_planner()
    {
        await using var planning = new BlogApplication { Content = PlanBlog.Content };
        using var without = _blog.Browser();
        using var with = planning.Browser();
        await Assert.AllAsync(ProgramAddresses.FormsOfPlans, async address =>
        {
            Assert.Equal(HttpStatusCode.NotFound, (await without.GetAsync($"{address}?distance=5k&date=2026-11-22&v=1")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await with.GetAsync($"{address}?distance=5k&date=2026-11-22&v=1")).StatusCode);
        });
    }

    [Fact]
    public void The_check_knows_every_address_that_depends_on_no_text()
    {
        var always = _blog.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.Parameters.Count == 0 && e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => $"/{e.RoutePattern.RawText!.Trim('/')}")
            // No text links to the author's desk, or to a preview, which opens nothing without its key.
            .Where(address => !new PathString(address).StartsWithSegments(Links.Desk) && address != Links.Preview);

        // These are known where the content folder has what they need.
        Assert.Empty(always.Except(ProgramAddresses.Always).Except(ProgramAddresses.OfPlanner).Except([ProgramAddresses.Evidence]));
    }

    [Fact]
    public async Task What_never_was_is_not_found_and_helps_on()
    {
        await _blog.Save(APost("easy-days", "A post to go on with"));
        using var browser = _blog.Browser();
        string[] cases =
        [
            "/nowhere",
            "/posts/nowhere",
            "/tags/nowhere",
            "/page/99",
            "/page/1",
            "/archive/1999",
            "/archive/2026/13",
            "/tips?phase=unknown",
            "/error/404",
        ];

        await Assert.AllAsync(cases, async address =>
        {
            var answer = await browser.GetAsync(address);
            var page = await answer.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("A post to go on with", page, StringComparison.Ordinal);
            Assert.Contains("noindex", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Long_lists_go_on_at_page_2_and_end()
    {
        for (var number = 1; number <= 25; number++)
        {
            await _blog.Save(APost($"post-{number}") with { Tags = ["rest"], Date = Now.AddHours(-number) });
        }

        using var browser = _blog.Browser();

        Assert.Contains("About post-9<", await browser.GetStringAsync("/page/2"), StringComparison.Ordinal);
        Assert.Contains("About post-21<", await browser.GetStringAsync("/tags/rest/page/2"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/tags/rest/page/3")).StatusCode);
    }
}
