using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace RunRecovery.Web.Feeds.Checking;

/// <summary>Reads what the formats wrote, from the bytes. Another format is another reader and a line here.</summary>
public static class FeedReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Dictionary<string, Func<string, FeedDocument>> ByContentType = new()
    {
        ["application/rss+xml"] = text => RssReader.Read(Xml(text)),
        ["application/atom+xml"] = text => AtomReader.Read(Xml(text)),
        ["application/feed+json"] = JsonFeedReader.Read,
    };

    /// <returns>Null: it is not well-formed.</returns>
    public static FeedDocument? Read(byte[] bytes, IFeedFormat format, string address, out string problem)
    {
        problem = "";
        try
        {
            return ByContentType[format.ContentType](Strict.GetString(bytes)) with { Address = address, Length = bytes.Length };
        }
        catch (Exception e) when (e is XmlException or JsonException or DecoderFallbackException or FormatException)
        {
            problem = e.Message;
            return null;
        }
    }

    public static WrittenTime Rfc3339(string text) => Time(text, "yyyy-MM-dd'T'HH:mm:ssK");

    /// <summary>With a year of four digits and a zone in numbers.</summary>
    public static WrittenTime Rfc822(string text) => Time(text, "ddd, dd MMM yyyy HH:mm:ss zzz");

    private static WrittenTime Time(string text, string form)
    {
        var isZoned = text.Length > 6 && (text[^1] == 'Z' || text[^5] is '+' or '-' || text[^6] is '+' or '-');
        return new WrittenTime(text, isZoned && DateTimeOffset.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null);
    }

    private static XElement Xml(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader).Root!;
    }
}
