using System.Globalization;
using Tomlyn;
using Tomlyn.Model;
using Tomlyn.Parsing;

namespace RunRecovery.Core.Content;

internal static class TomlHeader
{
    private static readonly TomlSerializerOptions Limits = new() { MaxDepth = FrontMatter.MaxDepth };

    /// <exception cref="ContentRefusedException">It is no TOML.</exception>
    public static IReadOnlyList<HeaderEntry> Read(string toml, int firstLine)
    {
        try
        {
            var table = TomlSerializer.Deserialize<TomlTable>(toml, Limits) ?? [];
            var lines = LinesOfKeys(toml);
            return [.. table.Select(entry => Entry(entry, firstLine + lines.GetValueOrDefault(entry.Key)))];
        }
        catch (TomlException broken)
        {
            throw new ContentRefusedException($"broken TOML: {FirstReason(broken.Message)}", firstLine + (broken.Line ?? 1) - 1);
        }
    }

    private static Dictionary<string, int> LinesOfKeys(string toml)
    {
        var document = SyntaxParser.Parse(toml, Limits);
        return document.KeyValues.Select(entry => (entry.Key, entry.Span))
            .Concat(document.Tables.Select(table => (Key: table.Name, table.Span)))
            .GroupBy(entry => $"{entry.Key?.Key}".Trim().Trim('"', '\''))
            .ToDictionary(entries => entries.Key, entries => entries.First().Span.Start.Line);
    }

    private static HeaderEntry Entry(KeyValuePair<string, object> entry, int line) => new(entry.Key, Value(entry.Value, line), line);

    private static HeaderValue Value(object? value, int line) => value switch
    {
        TomlTable table => new HeaderValue.Mapping([.. table.Select(entry => Entry(entry, line))]),
        string text => new HeaderValue.Scalar(text, IsText: true),
        IEnumerable<object?> items => new HeaderValue.Sequence([.. items.Select(item => Value(item, line))]),
        bool yes => new HeaderValue.Scalar(yes ? "true" : "false", IsText: false),
        _ => new HeaderValue.Scalar(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", IsText: false),
    };

    /// <summary>Of <c>(1,9) : error : Missing value after `=`.</c> what follows the place.</summary>
    private static string FirstReason(string message) => message.Split('\n')[0].Split(" : ")[^1];
}
