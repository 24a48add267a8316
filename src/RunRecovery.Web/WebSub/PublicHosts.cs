using System.Net;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.WebSub;

/// <summary>Which hosts this blog calls when strangers name them: public ones, and those that <c>WebSub:AllowedPrivateHosts</c> names, for tests.</summary>
public sealed class PublicHosts(IReadOnlySet<string> allowed)
{
    private const string Key = "WebSub:AllowedPrivateHosts";

    /// <exception cref="WrongSettingException"/>
    public static PublicHosts From(IConfiguration configuration)
    {
        var named = (configuration[Key] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return named.FirstOrDefault(host => Uri.CheckHostName(host) == UriHostNameType.Unknown) is { } wrong
            ? throw new WrongSettingException(Key, wrong, "wanted nothing, or names or addresses of hosts, separated by commas, such as 127.0.0.1")
            : new PublicHosts(named.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What the spelling alone tells. Only <see cref="AddressesOfAsync"/> knows where a name leads at the moment of the call.</summary>
    public bool MayBe(Uri address) => allowed.Contains(address.IdnHost) || (IPAddress.TryParse(address.IdnHost, out var ip) ? PublicAddresses.Contain(ip) : !IsLocal(address.IdnHost));

    /// <summary>The addresses behind a host that may be called.</summary>
    /// <exception cref="HttpRequestException">There is none.</exception>
    public async Task<IPAddress[]> AddressesOfAsync(string host, CancellationToken cancel)
    {
        var all = await Dns.GetHostAddressesAsync(host, cancel);
        var may = allowed.Contains(host) ? all : [.. all.Where(PublicAddresses.Contain)];
        return may.Length > 0 ? may : throw new HttpRequestException($"{host} is not on the public internet");
    }

    private static bool IsLocal(string name)
    {
        name = name.TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }
}
