using System.Net;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Security;

public sealed class AnswersTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData("/rss.xml")]
    [InlineData("/css/site.css")]
    [InlineData("/Tips/")]
    [InlineData("/robots.txt")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        using var browser = _blog.Browser();
        var headers = (await browser.GetAsync(address)).Headers;

        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(headers.Contains("Set-Cookie"));
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task Reader_pages_have_no_script_and_nothing_inline()
    {
        await _blog.Save(APost("easy-days"));
        using var browser = _blog.Browser();

        foreach (var address in new[] { "/", "/posts/easy-days", "/tips", "/tags", "/archive", "/nowhere" })
        {
            var page = await (await browser.GetAsync(address)).Content.ReadAsStringAsync();
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Markup_in_a_title_is_text_everywhere()
    {
        await _blog.Save(APost("easy-days", "<script>alert(1)</script> & \"more\"") with { Tags = ["<b>rest</b>"] });
        using var browser = _blog.Browser();

        foreach (var address in new[] { "/", "/posts/easy-days", "/tags", "/tags/b-rest-b", "/archive", "/rss.xml" })
        {
            var page = await browser.GetStringAsync(address);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>rest", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_visitor_never_sees_an_exception_but_a_number_to_tell()
    {
        using var browser = _blog.Browser();
        await browser.GetAsync("/healthz");
        foreach (var file in Directory.GetFiles(_blog.Data, "runrecovery.db*"))
        {
            File.Move(file, file.Replace("runrecovery.db", "gone.db", StringComparison.Ordinal));
        }

        await File.WriteAllTextAsync(Path.Combine(_blog.Data, "runrecovery.db"), "this is no database, and long enough not to be empty");

        var answer = await browser.GetAsync("/tags");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("tell the author this number", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
    }
}
