using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace RunRecovery.Web.WebSub;

/// <summary>What somebody asks of the hub: to be subscribed (or not any more) to a feed, as W3C WebSub, 5.1, has it.</summary>
/// <param name="Mode"><see cref="Subscribe"/> or <see cref="Unsubscribe"/>.</param>
public sealed record HubRequest(string Mode, Uri Callback, string Topic, TimeSpan Lease, string? Secret)
{
    public const string Subscribe = "subscribe";
    public const string Unsubscribe = "unsubscribe";

    private const int LongestCallback = 2048;
    private const int SecretBytes = 200;

    private static readonly string[] Known = ["hub.mode", "hub.callback", "hub.topic", "hub.lease_seconds", "hub.secret"];
    private static readonly TimeSpan UsualLease = TimeSpan.FromDays(10);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);

    public bool IsSubscription => Mode == Subscribe;

    /// <summary>Null with a problem in words for whoever asks.</summary>
    public static HubRequest? Read(IReadOnlyDictionary<string, StringValues> form, Topics topics, PublicHosts hosts, out string problem)
    {
        var (mode, written, topic, lease, secret) = (One(0), One(1), One(2), One(3), One(4));
        var callback = CallbackOf(written);
        problem =
            Known.FirstOrDefault(name => form.TryGetValue(name, out var values) && values.Count > 1) is { } twice ? $"{twice} must be given once."
            : mode is not (Subscribe or Unsubscribe) ? "hub.mode must be subscribe or unsubscribe."
            : callback is null ? $"hub.callback must be an http or https address of at most {LongestCallback} characters, without user, password or fragment."
            : !hosts.MayBe(callback) ? "hub.callback must be on a public host."
            : topic is null || !topics.IsOne(topic) ? "hub.topic must be the address of a feed of this blog, exactly as its rel=self says."
            : LeaseOf(lease) is null ? "hub.lease_seconds must be a number of seconds, such as 864000."
            : secret is not null && Encoding.UTF8.GetByteCount(secret) >= SecretBytes ? $"hub.secret must be shorter than {SecretBytes} bytes."
            : "";
        return problem.Length > 0 ? null : new HubRequest(mode!, callback!, topic!, LeaseOf(lease)!.Value, secret);

        string? One(int known) => form.TryGetValue(Known[known], out var values) && values.ToString() is { Length: > 0 } value ? value : null;
    }

    private static Uri? CallbackOf(string? written) =>
        written?.Length <= LongestCallback && Uri.TryCreate(written, UriKind.Absolute, out var callback)
        && callback is { Scheme: "http" or "https", UserInfo: "", Fragment: "" } ? callback : null;

    /// <summary>Null: it is no number.</summary>
    private static TimeSpan? LeaseOf(string? seconds) =>
        seconds is null ? UsualLease
        : uint.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? TimeSpan.FromSeconds(Math.Clamp(number, ShortestLease.TotalSeconds, LongestLease.TotalSeconds))
        : null;
}
