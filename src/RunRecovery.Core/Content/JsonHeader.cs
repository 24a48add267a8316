using System.Text;
using System.Text.Json;

namespace RunRecovery.Core.Content;

internal ref struct JsonHeader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _json;
    private int _line;
    private int _counted;

    private JsonHeader(ReadOnlySpan<byte> bytes, int firstLine)
    {
        _bytes = bytes;
        _line = firstLine;
        _json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = FrontMatter.MaxDepth, AllowMultipleValues = true });
    }

    /// <param name="length">How many characters the header takes.</param>
    /// <exception cref="ContentRefusedException">It is no JSON.</exception>
    public static IReadOnlyList<HeaderEntry> Read(string text, int firstLine, out int length)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var header = new JsonHeader(bytes, firstLine);
        try
        {
            header._json.Read();
            var entries = header.ReadEntries();
            length = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)header._json.BytesConsumed));
            return entries;
        }
        catch (JsonException broken)
        {
            throw new ContentRefusedException($"broken JSON: {broken.Message.Split(" LineNumber")[0]}", firstLine + (int)(broken.LineNumber ?? 0));
        }
    }

    private List<HeaderEntry> ReadEntries()
    {
        List<HeaderEntry> entries = [];
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            var line = CountLines();
            var key = _json.GetString() ?? "";
            _json.Read();
            entries.Add(new HeaderEntry(key, ReadValue(), line));
        }

        return entries;
    }

    private HeaderValue ReadValue()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.StartObject:
                return new HeaderValue.Mapping(ReadEntries());
            case JsonTokenType.StartArray:
                List<HeaderValue> items = [];
                while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue());
                }

                return new HeaderValue.Sequence(items);
            case JsonTokenType.Null:
                return HeaderValue.Nothing;
            case JsonTokenType.String:
                return new HeaderValue.Scalar(_json.GetString() ?? "", IsText: true);
            default:
                return new HeaderValue.Scalar(Encoding.UTF8.GetString(_json.ValueSpan), IsText: false);
        }
    }

    private int CountLines()
    {
        var here = (int)_json.TokenStartIndex;
        _line += _bytes[_counted..here].Count((byte)'\n');
        _counted = here;
        return _line;
    }
}
