using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RunRecovery.Web.Tests.WebSub;

/// <summary>Somebody elsewhere, on a real socket: confirms what a hub asks and keeps what it is sent.</summary>
public sealed class Subscriber : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<Message> _messages = Channel.CreateUnbounded<Message>();
    private readonly WebApplication _server;

    public Subscriber()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
        _server.Start();
    }

    public string Address => _server.Urls.Single();
    public string Callback => $"{Address}/callback?who=1";

    /// <summary>What it says to a challenge.</summary>
    public Func<string, string> Confirm { get; set; } = challenge => challenge;

    /// <summary>What it answers to a delivery; may wait.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    /// <summary>Of the questions a hub asked, the last one.</summary>
    public ConcurrentQueue<IQueryCollection> Questions { get; } = [];

    public int Waiting => _messages.Reader.Count;

    /// <summary>What it is sent next.</summary>
    public async Task<Message> NextAsync() => await _messages.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            Questions.Enqueue(context.Request.Query);
            await context.Response.WriteAsync(Confirm(context.Request.Query["hub.challenge"].ToString()));
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _messages.Writer.TryWrite(new Message(context.Request.Path + context.Request.QueryString, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()), body.ToArray()));
        await Answer(context);
    }
}

public sealed record Message(string Address, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
