using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RunRecovery.Core.Content;

/// <summary>
/// Reads YAML event by event. No alias is followed: nested ones grow to gigabytes. No type is made from a tag.
/// </summary>
internal sealed class YamlHeader
{
    private readonly Parser _events;
    private readonly int _linesBefore;
    private readonly string[] _lines;

    private YamlHeader(string yaml, int firstLine) =>
        (_events, _linesBefore, _lines) = (new Parser(new StringReader(yaml)), firstLine - 1, yaml.Split('\n'));

    /// <exception cref="ContentRefusedException">It is no YAML, or YAML that a header has no use for.</exception>
    public static IReadOnlyList<HeaderEntry> Read(string yaml, int firstLine) => new YamlHeader(yaml, firstLine).Read();

    private List<HeaderEntry> Read()
    {
        try
        {
            _events.Consume<StreamStart>();
            if (!_events.TryConsume<DocumentStart>(out _) || _events.TryConsume<StreamEnd>(out _))
            {
                return [];
            }

            if (!_events.TryConsume<MappingStart>(out var mapping))
            {
                return _events.Current is Scalar { Value: "", Anchor.IsEmpty: true, Tag.IsEmpty: true } ? [] : throw Refused("wanted lines such as 'title: My post'.", _events.Current!);
            }

            RefuseAnchor(mapping);
            var entries = ReadEntries(1);
            return mapping.Style == MappingStyle.Flow ? entries : [.. WithVerbatim(entries)];
        }
        catch (YamlException broken)
        {
            throw new ContentRefusedException($"broken YAML: {Plainer(broken.Message)}", Math.Min(Line(broken.Start), LastLine));
        }
    }

    private List<HeaderEntry> ReadEntries(int depth)
    {
        List<HeaderEntry> entries = [];
        while (!_events.TryConsume<MappingEnd>(out _))
        {
            if (!_events.TryConsume<Scalar>(out var key))
            {
                throw Refused("a key must be a plain word.", _events.Current!);
            }

            RefuseAnchor(key);
            entries.Add(new HeaderEntry(key.Value, ReadValue(depth), Line(key.Start)));
        }

        return entries;
    }

    private HeaderValue ReadValue(int depth)
    {
        if (_events.Current is AnchorAlias)
        {
            throw Refused("aliases (*name) are not allowed in a header; write the value out.", _events.Current);
        }

        RefuseAnchor((NodeEvent)_events.Current!);
        if (depth > FrontMatter.MaxDepth)
        {
            throw Refused($"the header nests deeper than {FrontMatter.MaxDepth} levels.", _events.Current!);
        }

        if (_events.TryConsume<Scalar>(out var scalar))
        {
            return scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" }
                ? HeaderValue.Nothing
                : new HeaderValue.Scalar(scalar.Value, scalar.Style != ScalarStyle.Plain);
        }

        if (_events.TryConsume<MappingStart>(out _))
        {
            return new HeaderValue.Mapping(ReadEntries(depth + 1));
        }

        _events.Consume<SequenceStart>();
        List<HeaderValue> items = [];
        while (!_events.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadValue(depth + 1));
        }

        return new HeaderValue.Sequence(items);
    }

    /// <summary>The lines from each key up to the next one, without the indentation that all keys share.</summary>
    private IEnumerable<HeaderEntry> WithVerbatim(List<HeaderEntry> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var from = entries[i].Line - _linesBefore - 1;
            var to = i + 1 < entries.Count ? entries[i + 1].Line - _linesBefore - 1 : _lines.Length;
            var indent = _lines[from].Length - _lines[from].TrimStart(' ').Length;
            var lines = _lines[from..to].Select(line => line[Math.Min(indent, line.Length - line.TrimStart(' ').Length)..]);
            yield return entries[i] with { Verbatim = string.Join('\n', lines).TrimEnd() };
        }
    }

    private void RefuseAnchor(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            throw Refused("anchors (&name) are not allowed in a header; write the value out where it is used.", node);
        }
    }

    private ContentRefusedException Refused(string reason, ParsingEvent at) => new(reason, Line(at.Start));

    /// <summary>Where something was opened and never closed, the parser notices only behind the header.</summary>
    private int LastLine => _linesBefore + Array.FindLastIndex(_lines, line => line.Length > 0) + 1;

    private int Line(Mark mark) => _linesBefore + (int)mark.Line;

    private static string Plainer(string message) =>
        message.Contains("invalid mapping", StringComparison.Ordinal) ? "a value that contains ': ' needs quotation marks around it." : message;
}
