using Microsoft.AspNetCore.Http;
using RunRecovery.Web.Options;
using RunRecovery.Web.WebSub;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.WebSub;

/// <summary>Against real sockets on this machine, which must not hear of it.</summary>
public sealed class PublicHttpTests : IAsyncDisposable
{
    private readonly Subscriber _inside = new();

    public async ValueTask DisposeAsync() => await _inside.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1", "")]
    [InlineData("localhost", "")]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("[::ffff:127.0.0.1]", "127.0.0.1")]
    public async Task No_name_and_no_spelling_leads_to_this_machine(string host, string allowed)
    {
        using var http = Http(allowed);
        using var message = new HttpRequestMessage(HttpMethod.Post, _inside.Address.Replace("127.0.0.1", host, StringComparison.Ordinal));

        var answer = await http.SendAsync(message, 0, default);

        Assert.Null(answer.Status);
        Assert.Contains("is not on the public internet", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, _inside.Waiting);
    }

    [Fact]
    public async Task A_host_that_a_setting_names_is_called()
    {
        using var http = Http("127.0.0.1");
        using var message = new HttpRequestMessage(HttpMethod.Post, _inside.Address);

        Assert.Equal(200, (await http.SendAsync(message, 0, default)).Status);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_but_counts_as_a_failure(int status)
    {
        await using var outside = new Subscriber();
        outside.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = _inside.Address;
            return Task.CompletedTask;
        };
        await using var blog = new BlogApplication { Settings = HubBlog.Own };
        await blog.Subscribe(outside);
        await blog.Publish("easy-days");
        await outside.NextAsync();
        await blog.Settled();

        Assert.Equal(0, _inside.Waiting);
        Assert.Equal(Now.AddSeconds(10), Assert.Single(await blog.Subscriptions()).LookAgainAt);
    }

    [Fact]
    public async Task Who_answers_without_end_is_heard_only_as_long_as_needed()
    {
        _inside.Answer = async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(new string('x', 10_000), context.RequestAborted);
            }
        };
        using var http = Http("127.0.0.1");
        using var message = new HttpRequestMessage(HttpMethod.Post, _inside.Address);

        Assert.Equal(new string('x', 20), (await http.SendAsync(message, 20, default)).Text);
    }

    private static PublicHttp Http(string allowed) => new(new PublicHosts(allowed.Split(',').ToHashSet()), new SiteOptions());
}
