using System.Threading.Channels;

namespace RunRecovery.Web.WebSub;

/// <summary>What was asked of the hub and waits to be verified. Bounded, so that the hub neither fills the memory nor floods a host that somebody names.</summary>
public sealed class PendingRequests
{
    public const int MostOfHost = 10;
    public const int Most = 100;

    private readonly Channel<HubRequest> _waiting = Channel.CreateBounded<HubRequest>(Most);
    private readonly Dictionary<string, int> _ofHosts = [];
    private readonly Lock _counting = new();

    public IAsyncEnumerable<HubRequest> AllAsync(CancellationToken cancel) => _waiting.Reader.ReadAllAsync(cancel);

    /// <summary>False when there are too many.</summary>
    public bool TryAdd(HubRequest request)
    {
        var host = request.Callback.IdnHost;
        lock (_counting)
        {
            var ofHost = _ofHosts.GetValueOrDefault(host);
            if (ofHost >= MostOfHost || !_waiting.Writer.TryWrite(request))
            {
                return false;
            }

            _ofHosts[host] = ofHost + 1;
            return true;
        }
    }

    public void Done(HubRequest request)
    {
        var host = request.Callback.IdnHost;
        lock (_counting)
        {
            if (--_ofHosts[host] == 0)
            {
                _ofHosts.Remove(host);
            }
        }
    }
}
