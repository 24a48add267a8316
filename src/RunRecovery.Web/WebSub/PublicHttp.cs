using System.Net.Sockets;
using System.Text;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.WebSub;

/// <summary>
/// Calls addresses that strangers have named. The very address of each connection is judged, so neither a name that means another one a moment
/// later nor a proxy leads inside; a redirect is an answer, and is not followed.
/// </summary>
public sealed class PublicHttp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly PublicHosts _hosts;
    private readonly HttpClient _client;

    public PublicHttp(PublicHosts hosts, SiteOptions site)
    {
        _hosts = hosts;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            // A connection that is kept goes on leading where its name once did.
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd($"RunRecovery (+{site.Base.AbsoluteUri})");
    }

    /// <param name="wanted">How many bytes of the answer are read at most.</param>
    public async Task<PublicAnswer> SendAsync(HttpRequestMessage message, int wanted, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var bytes = new byte[wanted];
            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            var length = await body.ReadAtLeastAsync(bytes, wanted, throwOnEndOfStream: false, patience.Token);
            return new PublicAnswer((int)response.StatusCode, Encoding.UTF8.GetString(bytes, 0, length));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new PublicAnswer(null, failure.Message);
        }
    }

    public void Dispose() => _client.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var addresses = await _hosts.AddressesOfAsync(context.DnsEndPoint.Host, cancel);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <param name="Status">Null: nobody answered, and the text says why.</param>
public sealed record PublicAnswer(int? Status, string Text)
{
    public bool IsYes => Status is >= 200 and < 300;
    public bool IsGone => Status is StatusCodes.Status410Gone;
    public override string ToString() => Status is { } status ? $"answered {status}" : Text;
}
