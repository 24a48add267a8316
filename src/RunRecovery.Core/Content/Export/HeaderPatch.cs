namespace RunRecovery.Core.Content.Export;

/// <summary>
/// Writes a header anew where its post has changed, and leaves every other line as its author wrote it: known keys keep their place and
/// spelling, unknown ones stay where they stood, what is new comes at the end.
/// </summary>
/// <param name="wanted">What the header is to say, under our spellings.</param>
/// <param name="changed">Our spellings of the keys that say something else now.</param>
/// <param name="unknown">The keys that mean nothing to us and are to be kept.</param>
internal sealed class HeaderPatch(IReadOnlyList<HeaderEntry> wanted, IReadOnlySet<string> changed, IReadOnlyList<HeaderEntry> unknown)
{
    private readonly List<string> _lines = [];
    private readonly HashSet<string> _written = [];
    private readonly HashSet<string> _kept = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="understoodNot">What of the original means nothing to us.</param>
    /// <returns>Lines of YAML, each with its end.</returns>
    public string Apply(FrontMatter original, IReadOnlyList<HeaderEntry> understoodNot)
    {
        var lines = original.Yaml!.Split('\n')[..^1];
        var firstLine = original.Opening.Count(c => c == '\n') + 1;
        var entries = original.Entries;
        var indent = entries.Count == 0 ? "" : lines[entries[0].Line - firstLine][..^lines[entries[0].Line - firstLine].TrimStart(' ').Length];
        _lines.AddRange(lines[..(entries.Count == 0 ? lines.Length : entries[0].Line - firstLine)]);
        for (var i = 0; i < entries.Count; i++)
        {
            var end = i + 1 < entries.Count ? entries[i + 1].Line - firstLine : lines.Length;
            Apply(entries[i], lines[(entries[i].Line - firstLine)..end], understoodNot, indent);
        }

        foreach (var entry in wanted.Where(entry => changed.Contains(entry.Key) && !_written.Contains(entry.Key)))
        {
            Write(entry, indent);
        }

        foreach (var entry in unknown.Where(entry => !_kept.Contains(entry.Key)))
        {
            Write(entry, indent);
        }

        return string.Concat(_lines.Select(line => $"{line}\n"));
    }

    /// <summary>A header of its own, for a text whose header cannot be patched.</summary>
    public static string Write(IReadOnlyList<HeaderEntry> wanted, IReadOnlyList<HeaderEntry> unknown) => string.Concat(wanted.Concat(unknown).Select(entry => $"{Yaml(entry)}\n"));

    public static string Yaml(HeaderEntry entry) => entry.Verbatim ?? YamlText.Written(entry);

    private void Apply(HeaderEntry entry, string[] lines, IReadOnlyList<HeaderEntry> understoodNot, string indent)
    {
        var parts = understoodNot.Where(part => part.Line == entry.Line && part.Key != entry.Key).ToList();
        if (understoodNot.Any(part => part.Line == entry.Line && part.Key == entry.Key))
        {
            ApplyUnknown(entry, lines, indent);
        }
        else if (!changed.Contains(Spellings.OursOf(entry)))
        {
            _lines.AddRange(lines);
            _kept.UnionWith(parts.Select(part => part.Key));
        }
        else
        {
            var ours = Spellings.OursOf(entry);
            if (wanted.FirstOrDefault(w => w.Key == ours) is { } now && _written.Add(ours))
            {
                Write(now with { Key = ours == Spellings.Draft[0] ? ours : entry.Key }, indent);
                _lines.AddRange(RemarksAfter(lines));
            }
        }
    }

    private void ApplyUnknown(HeaderEntry entry, string[] lines, string indent)
    {
        if (unknown.FirstOrDefault(u => u.Key.Equals(entry.Key, StringComparison.OrdinalIgnoreCase)) is not { } now)
        {
            return;
        }

        _kept.Add(now.Key);
        if (Yaml(now) == entry.Verbatim)
        {
            _lines.AddRange(lines);
        }
        else
        {
            Write(now, indent);
            _lines.AddRange(RemarksAfter(lines));
        }
    }

    private void Write(HeaderEntry entry, string indent) => _lines.AddRange(Yaml(entry).Split('\n').Select(line => indent + line));

    /// <summary>What an author noted between this key and the next one.</summary>
    private static string[] RemarksAfter(string[] lines) => lines[(Array.FindLastIndex(lines, line => line.Length > 0 && line[0] != '#') + 1)..];
}
