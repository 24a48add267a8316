using AngleSharp.Dom;
using RunRecovery.Core.Media;

namespace RunRecovery.Core.Rendering;

/// <summary>Our own pictures get their size, so that nothing moves, and their variants, so that a phone loads little.</summary>
internal static class Pictures
{
    private const string Sizes = "(min-width: 40rem) 34rem, 100vw";

    private static readonly Dictionary<string, string> Endings = new() { ["image/png"] = "png", ["image/jpeg"] = "jpg", ["image/webp"] = "webp" };

    public static void Finish(IElement body, Surroundings surroundings)
    {
        var isFirst = true;
        foreach (var image in body.QuerySelectorAll("img").ToList())
        {
            var source = image.GetAttribute("src") ?? "";
            if (surroundings.Media(source) is { Width: not null } item)
            {
                Size(image, item);
                image.SetAttribute("decoding", "async");
                if (!isFirst)
                {
                    image.SetAttribute("loading", "lazy");
                }

                isFirst = false;
                if (surroundings.Context.FeedBase is null)
                {
                    image.SetAttribute("src", MediaAddress.Of(item));
                    OfferVariants(image, item);
                }
                else
                {
                    image.SetAttribute("src", ReadableEverywhere(item));
                }
            }
            else if (surroundings.Context.FeedBase is null || !Surroundings.IsElsewhere(source))
            {
                image.Replace(Words(image, source));
            }
        }

        foreach (var element in body.QuerySelectorAll("video[src], audio[src], source[src], track[src], video[poster]"))
        {
            foreach (var attribute in new[] { "src", "poster" })
            {
                if (element.GetAttribute(attribute) is { } written && surroundings.Media(written) is { } item)
                {
                    element.SetAttribute(attribute, MediaAddress.Of(item));
                }
            }
        }
    }

    private static void Size(IElement image, MediaItem item)
    {
        image.SetAttribute("width", $"{item.Width}");
        image.SetAttribute("height", $"{item.Height}");
        if (string.IsNullOrWhiteSpace(image.GetAttribute("alt")))
        {
            image.SetAttribute("alt", item.Alt ?? "");
        }
    }

    private static void OfferVariants(IElement image, MediaItem item)
    {
        if (!Endings.TryGetValue(item.ContentType, out var own))
        {
            return;
        }

        var picture = image.Owner!.CreateElement("picture");
        image.Replace(picture);
        foreach (var format in new[] { "avif", "webp" })
        {
            var source = image.Owner.CreateElement("source");
            source.SetAttribute("type", $"image/{format}");
            source.SetAttribute("srcset", Srcset(item, format));
            source.SetAttribute("sizes", Sizes);
            picture.Append(source);
        }

        image.SetAttribute("srcset", Srcset(item, own));
        image.SetAttribute("sizes", Sizes);
        picture.Append(image);
    }

    /// <summary>Few feed readers show AVIF.</summary>
    private static string ReadableEverywhere(MediaItem item) =>
        item.ContentType == "image/avif" ? MediaAddress.Variant(item, MediaAddress.WidthsFor(item.Width!.Value)[^1], "webp") : MediaAddress.Plain(item.Path);

    private static string Srcset(MediaItem item, string format) =>
        string.Join(", ", MediaAddress.WidthsFor(item.Width!.Value).Select(width => $"{MediaAddress.Variant(item, width, format)} {width}w"));

    /// <summary>A picture on another host is a link: loading it would tell that host who reads. A missing one leaves its words.</summary>
    private static IElement Words(IElement image, string source)
    {
        var isElsewhere = Surroundings.IsElsewhere(source);
        var words = image.Owner!.CreateElement(isElsewhere && image.Closest("a") is null ? "a" : "em");
        words.TextContent = image.GetAttribute("alt") is { Length: > 0 } alt ? alt : "Picture";
        if (words.LocalName == "a")
        {
            words.SetAttribute("href", source);
        }

        return words;
    }
}
