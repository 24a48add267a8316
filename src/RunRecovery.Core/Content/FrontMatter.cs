using System.Text;
using System.Text.RegularExpressions;

namespace RunRecovery.Core.Content;

/// <summary>A text's header and what follows it.</summary>
/// <param name="BodyLine">The line of the file on which the body begins, from 1.</param>
public sealed partial record FrontMatter(IReadOnlyList<HeaderEntry> Entries, string Body, int BodyLine)
{
    /// <summary>The header's YAML where each of its keys has lines of its own, so that one can be written anew without the others; else null.</summary>
    public string? Yaml { get; private init; }

    /// <summary>What stands before <see cref="Yaml"/>.</summary>
    public string Opening { get; private init; } = "";

    /// <summary>What stands between it and <see cref="Body"/>.</summary>
    public string Closing { get; private init; } = "";

    public const int MaxHeaderBytes = 64 * 1024;

    /// <summary>How deep a header may nest: parsers become slow, or run out of stack, on thousands of brackets.</summary>
    internal const int MaxDepth = 16;

    /// <exception cref="ContentRefusedException">The header is broken, too large, or never ends.</exception>
    public static FrontMatter Split(string text)
    {
        if (JsonBegins.Match(text) is { Success: true } json)
        {
            var brace = json.Groups["brace"].Index;
            var entries = JsonHeader.Read(text[brace..], LineAt(text, brace), out var length);
            RefuseTooLarge(text.Substring(brace, length));
            return Of(entries, text, brace + length);
        }

        if (Fence.Match(text) is not { Success: true } fence)
        {
            return new FrontMatter([], text, 1);
        }

        var isYaml = fence.Value.Contains('-', StringComparison.Ordinal);
        var end = (isYaml ? YamlEnds : TomlEnds).Match(text, fence.Length);
        if (!end.Success)
        {
            var marks = fence.Value.Trim();
            throw new ContentRefusedException($"the header that begins here never ends; wanted a line of {marks} after it.", LineAt(text, fence.Length) - 1);
        }

        var header = text[fence.Length..end.Index];
        var line = LineAt(text, fence.Length);
        RefuseTooLarge(header);
        var read = Of(isYaml ? YamlHeader.Read(header, line) : TomlHeader.Read(header, line), text, end.Index + end.Length);
        return isYaml && read.Entries.All(entry => entry.Verbatim is not null)
            ? read with { Yaml = header, Opening = text[..fence.Length], Closing = end.Value }
            : read;
    }

    private static FrontMatter Of(IReadOnlyList<HeaderEntry> entries, string text, int bodyStart) =>
        new(entries, text[bodyStart..], LineAt(text, bodyStart));

    private static void RefuseTooLarge(string header)
    {
        if (Encoding.UTF8.GetByteCount(header) > MaxHeaderBytes)
        {
            throw new ContentRefusedException(FormattableString.Invariant($"the header has more than {MaxHeaderBytes:N0} bytes; what is text belongs below it."), 1);
        }
    }

    private static int LineAt(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');

    [GeneratedRegex(@"\A\n*(---|\+\+\+)[ \t]*(\n|\z)")]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"^(---|\.\.\.)[ \t]*(\n|\z)", RegexOptions.Multiline)]
    private static partial Regex YamlEnds { get; }

    [GeneratedRegex(@"^\+\+\+[ \t]*(\n|\z)", RegexOptions.Multiline)]
    private static partial Regex TomlEnds { get; }

    /// <summary>Not every text that begins with a brace has a header: <c>{% include %}</c> is one without.</summary>
    [GeneratedRegex(@"\A\n*(?<brace>\{)\s*[""}]")]
    private static partial Regex JsonBegins { get; }
}
