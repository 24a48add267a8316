using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Security;

/// <summary>Whose word counts when they say for whom they ask, and how. Without any, nobody's: then anybody could be whoever they like.</summary>
public static class KnownProxies
{
    private const string Key = "Proxies:Known";

    /// <exception cref="WrongSettingException"/>
    public static IServiceCollection AddKnownProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var known = Read(configuration[Key]);
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = known.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in known)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
    }

    public static void UseKnownProxies(this WebApplication app) => app.UseForwardedHeaders();

    private static IReadOnlyList<System.Net.IPNetwork> Read(string? setting) =>
    [
        .. (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(written =>
            System.Net.IPNetwork.TryParse(written, out var network) ? network
            : IPAddress.TryParse(written, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new WrongSettingException(Key, written, "wanted addresses or networks of proxies, such as 127.0.0.1, 10.0.0.0/8, separated by commas")),
    ];
}
