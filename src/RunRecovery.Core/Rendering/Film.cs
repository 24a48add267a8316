using RunRecovery.Core.Media;

namespace RunRecovery.Core.Rendering;

/// <summary>What an address of a video or a recording means: a file of ours, or a page of somebody else's.</summary>
internal abstract record Film
{
    private Film()
    {
    }

    /// <summary>Null when it is no film, or a file that is not there.</summary>
    public static Film? Find(string address, Surroundings surroundings) => surroundings.Media(address) is { } item
        ? item.ContentType.Split('/')[0] is "video" or "audio" ? new Ours(item) : null
        : Hosted.At(address);

    /// <summary>Where a link to it leads.</summary>
    public abstract string Address { get; }

    /// <summary>Whether a reader sees the same in both.</summary>
    public abstract bool IsSameAs(Film? other);

    /// <summary>The words of a link to it, where the author wrote none for it.</summary>
    public abstract string Invitation(string title);

    public sealed record Ours(MediaItem Item) : Film
    {
        /// <summary>The path without its ending: one film in two formats, and what belongs to it.</summary>
        public string Stem => Item.Path[..Item.Path.LastIndexOf('.')];

        public override string Address => MediaAddress.Plain(Item.Path);

        public override bool IsSameAs(Film? other) => other is Ours ours && ours.Stem == Stem;

        public override string Invitation(string title) => $"Watch: {title}";
    }

    /// <param name="Host">As readers call it.</param>
    /// <param name="Key">The host's own name for the film, which has several addresses there.</param>
    public sealed record Hosted(Uri Page, string Host, string Key) : Film
    {
        private static readonly Dictionary<string, string> Hosts = new(StringComparer.OrdinalIgnoreCase)
        {
            ["www.youtube.com"] = "YouTube",
            ["youtube.com"] = "YouTube",
            ["m.youtube.com"] = "YouTube",
            ["youtu.be"] = "YouTube",
            ["vimeo.com"] = "Vimeo",
            ["www.vimeo.com"] = "Vimeo",
        };

        public static Hosted? At(string address) =>
            Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && Hosts.TryGetValue(uri.Host, out var host)
                ? new Hosted(uri, host, KeyOf(uri))
                : null;

        public override string Address => Page.OriginalString;

        public override bool IsSameAs(Film? other) => other is Hosted hosted && (hosted.Host, hosted.Key) == (Host, Key);

        public override string Invitation(string title) => title.Length == 0 ? $"Watch on {Host}" : $"Watch on {Host}: {title}";

        /// <summary><c>watch?v=abc</c>, <c>/shorts/abc</c> and <c>youtu.be/abc</c> are one film.</summary>
        private static string KeyOf(Uri uri) =>
            uri.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("v=", StringComparison.Ordinal))?[2..]
            ?? uri.AbsolutePath.TrimEnd('/').Split('/')[^1];
    }
}
