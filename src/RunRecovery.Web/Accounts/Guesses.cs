using System.Net;
using System.Net.Sockets;

namespace RunRecovery.Web.Accounts;

/// <summary>
/// Slows down whoever guesses, before anything is computed for them, and never whoever is guessed at: a browser that signed in before is
/// counted on its own, a passkey is not counted, and a name makes strangers wait for a minute at most.
/// </summary>
public sealed class Guesses(TimeProvider clock, KnownDevice devices)
{
    private readonly FailureCount _byAddress = new(free: 10, TimeSpan.FromMinutes(15), clock);
    private readonly FailureCount _byName = new(free: 30, TimeSpan.FromMinutes(1), clock);
    private readonly FailureCount _byDevice = new(free: 10, TimeSpan.FromMinutes(15), clock);

    /// <summary>Null: go on. Else how long to wait.</summary>
    /// <param name="normalizedName">Whether or not somebody has it; null where no name is asked for.</param>
    public TimeSpan? Try(HttpContext context, string? normalizedName)
    {
        if (devices.Find(context, normalizedName) is { } device)
        {
            return _byDevice.Try(device);
        }

        // The address first: what it may not try does not count for the name.
        var address = AddressOf(context);
        if (_byAddress.Try(address) is { } wait)
        {
            return wait;
        }

        if (normalizedName is null || _byName.Try(normalizedName) is not { } longer)
        {
            return null;
        }

        // Nothing was tried, so nothing failed here.
        _byAddress.Forgive(address);
        return longer;
    }

    /// <summary>The try was none of a guesser. One's own success makes no room for guesses at others.</summary>
    public void Forgive(HttpContext context, string? normalizedName)
    {
        if (devices.Find(context, normalizedName) is { } device)
        {
            _byDevice.Forgive(device);
            return;
        }

        _byAddress.Forgive(AddressOf(context));
        if (normalizedName is not null)
        {
            _byName.Forgive(normalizedName);
        }
    }

    /// <summary>Whoever has one address of the newer kind has 2^64 of them.</summary>
    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => new IPNetwork(Network(address), 64).ToString(),
        var address => address.ToString(),
    };

    private static IPAddress Network(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
