using System.Net;
using System.Net.Sockets;

namespace RunRecovery.Web.WebSub;

/// <summary>Which addresses belong to the public internet, by the registries of special addresses (RFC 6890) and what clouds use to describe themselves.</summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] SpecialV4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // Looks public, but is what each machine of a large cloud asks about itself.
        "168.63.129.16/32");

    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    /// <summary>With 6to4 and Teredo, which hide another address in theirs.</summary>
    private static readonly IPNetwork[] SpecialV6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// <summary>The rest of such an address is one of version 4, which networks without that version translate.</summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool Contain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6 || Translated.Contains(address))
        {
            address = new IPAddress(address.GetAddressBytes()[12..]);
        }

        return address.AddressFamily == AddressFamily.InterNetwork
            ? !SpecialV4.Any(n => n.Contains(address))
            : GlobalV6.Contains(address) && !SpecialV6.Any(n => n.Contains(address));
    }

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(n => IPNetwork.Parse(n))];
}
