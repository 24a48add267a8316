using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Data;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Web.Tests.Desk;

/// <summary>Whose text is whose, at every address of the desk.</summary>
public sealed partial class OwnershipTests : IDisposable
{
    private readonly BlogApplication _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task Another_author_s_post_is_not_there_whatever_is_asked_of_it()
    {
        using var ada = await _blog.SignedInAsync(Role.Author);
        using var ben = await _blog.SignedInAsync(Role.Author, "Ben");
        var post = await ConflictOf(ada);
        await ada.PostFormAsync($"/admin/posts/{post}/share", ("days", "7"));
        var own = await PageForm.OpenAsync(ada, WritersDesk.Edit(post));
        var beside = await _blog.Ask<BlogContext, int>(db => db.WorkingCopies.Where(c => c.IsBeside).Select(c => c.Id).SingleAsync());
        var link = await _blog.Ask<BlogContext, int>(db => db.ShareLinks.Select(l => l.Id).SingleAsync());
        var token = await ben.TokenAsync(WritersDesk.New);
        await ben.GetAsync("/admin");
        var before = await Database.DumpAsync(_blog, "Sessions");

        var tried = 0;
        foreach (var (address, handler) in PagesOfPosts(post, (await _blog.PostAsync(post)).Revisions[0].Id).Append(("/admin/posts/keep", "")))
        {
            if (address != "/admin/posts/keep")
            {
                Assert.Equal((address, HttpStatusCode.NotFound), (address, (await ben.GetAsync($"{address}?copy={beside}")).StatusCode));
            }

            using var form = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", token), new("stamp", own["Form.Stamp"]), new("significant", "true"), new("at", "2026-12-01T07:30"), new("days", "7"), new("link", $"{link}"),
                new("kind", "Window"), new("other", $"{beside}"), new("take", "text"), new("text", "taken"), new("Form.Title", "taken"), new("Form.Markdown", "taken"), new("Form.Stamp", own["Form.Stamp"]),
                new("Form.Start", own["Form.Start"]), new("Form.CopyId", own["Form.CopyId"]),
            ]);
            var answer = await ben.PostAsync($"{address}?handler={handler}&id={post}", form);
            Assert.Equal((address, handler, HttpStatusCode.NotFound), (address, handler, answer.StatusCode));
            tried++;
        }

        Assert.InRange(tried, 13, 40);
        Assert.Equal(before, await Database.DumpAsync(_blog, "Sessions"));
        Assert.DoesNotContain("Heavy", await ben.GetStringAsync("/admin"), StringComparison.Ordinal);
        Assert.DoesNotContain("Heavy", await ben.GetStringAsync("/admin?q=heavy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_the_desk_answers_those_who_may_see_it()
    {
        using var owner = await _blog.SignedInAsync(Role.Owner, "Olga");
        using var editor = await _blog.SignedInAsync(Role.Editor, "Edith");
        using var author = await _blog.SignedInAsync(Role.Author);
        var post = await ConflictOf(author);
        var tag = (await _blog.Ask<TaxonomyService, IReadOnlyList<Term>>(t => t.AllAsync(TermKind.Tag)))[0].Id;
        List<string> pages = [.. PagesOfPosts(post, (await _blog.PostAsync(post)).Revisions[0].Id).Select(p => p.Address).Distinct(), "/admin", WritersDesk.New, $"{WritersDesk.New}?kind=tip", $"{WritersDesk.New}?kind=page"];
        List<string> editorial = ["/admin/taxonomy", "/admin/taxonomy?kind=series", "/admin/taxonomy?kind=category", $"/admin/taxonomy/{tag}"];

        foreach (var (client, addresses, status) in new[] { (owner, pages, HttpStatusCode.OK), (editor, pages, HttpStatusCode.OK), (author, pages, HttpStatusCode.OK), (owner, editorial, HttpStatusCode.OK), (editor, editorial, HttpStatusCode.OK), (author, editorial, HttpStatusCode.Forbidden) })
        {
            foreach (var address in addresses)
            {
                var answer = await client.GetAsync(address);
                Assert.Equal((address, status, "no-store"), (address, answer.StatusCode, answer.Headers.CacheControl?.ToString()));
            }
        }
    }

    [Fact]
    public async Task A_forged_token_changes_nothing_and_a_reload_with_a_new_one_sends_the_text()
    {
        using var ada = await _blog.SignedInAsync();
        var post = await ada.WriteAsync(("Form.Title", "Legs"));
        var form = (await PageForm.OpenAsync(ada, WritersDesk.Edit(post))).With(("Form.Markdown", "mine"));
        var token = form["__RequestVerificationToken"];

        Assert.Equal(HttpStatusCode.BadRequest, (await form.With(("__RequestVerificationToken", token[..^4] + "AAAA")).SendAsync()).StatusCode);
        Assert.Equal("", (await _blog.PostAsync(post)).Markdown);
        Assert.Equal(HttpStatusCode.Redirect, (await form.With(("__RequestVerificationToken", token)).SendAsync()).StatusCode);
        Assert.Equal("mine", (await _blog.PostAsync(post)).Markdown);
    }

    /// <summary>A post of this author with two versions.</summary>
    private static async Task<int> ConflictOf(HttpClient author)
    {
        var post = await author.WriteAsync(("Form.Title", "Heavy legs"), ("Form.Tags", "sleep"), ("Form.Markdown", "one"));
        var (first, second) = (await PageForm.OpenAsync(author, WritersDesk.Edit(post)), await PageForm.OpenAsync(author, WritersDesk.Edit(post)));
        await first.With(("Form.Markdown", "first")).SendAsync();
        await second.With(("Form.Markdown", "second")).SendAsync();
        await author.EditAsync(post, ("Form.Slug", "No slug!"));
        return post;
    }

    /// <summary>Each with each of its own deeds.</summary>
    private IEnumerable<(string Address, string Handler)> PagesOfPosts(int post, int revision) =>
        from endpoint in _blog.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
        let route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        where page is not null && route.StartsWith("/admin/posts/{", StringComparison.Ordinal)
        from method in typeof(Program).Assembly.GetType($"RunRecovery.Web.Pages{page.ViewEnginePath.Replace('/', '.')}Model")!.GetMethods()
        let deed = Deed().Match(method.Name)
        where deed.Success || method.Name == "OnGetAsync"
        select (route.Replace("{id:int}", $"{post}", StringComparison.Ordinal).Replace("{revision:int}", $"{revision}", StringComparison.Ordinal), deed.Groups["name"].Value);

    [GeneratedRegex("^OnPost(?<name>[A-Za-z]*)Async$")]
    private static partial Regex Deed();
}
