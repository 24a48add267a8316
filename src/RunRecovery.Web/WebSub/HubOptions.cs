using RunRecovery.Web.Options;

namespace RunRecovery.Web.WebSub;

/// <summary>The hub that tells subscribers about new posts, from <c>WebSub:Hub</c>: empty for none, <c>own</c>, or the address of another one.</summary>
/// <param name="Address">Absolute; null: none.</param>
public sealed record HubOptions(string? Address, bool IsOwn)
{
    public const string Path = "/hub";
    private const string Own = "own";

    /// <exception cref="WrongSettingException"/>
    public static HubOptions From(IConfiguration configuration, SiteOptions site) => configuration["WebSub:Hub"] switch
    {
        null or "" => new HubOptions(null, IsOwn: false),
        Own => new HubOptions(new Uri(site.Base, Path).AbsoluteUri, IsOwn: true),
        var other when Uri.TryCreate(other, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" => new HubOptions(address.AbsoluteUri, IsOwn: false),
        var other => throw new WrongSettingException("WebSub:Hub", other, $"wanted nothing, '{Own}', or the address of a hub such as https://hub.example/"),
    };
}
