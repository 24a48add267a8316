using System.Text;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content.Export;

/// <summary>
/// Writes a post as the file that an import reads as this post. A text that came from a file stays as its author wrote it wherever it says
/// the same; the rest is written anew.
/// </summary>
internal sealed class PostFile(PostFieldsReader reader, TermNames terms)
{
    /// <summary>What a save adds to what its file says; where nothing else has changed, the file stays as it is and the blog's memory says it.</summary>
    private static readonly HashSet<string> AddedBySaving = [Spellings.Id[0], Spellings.Date[0], Spellings.UpdatedAt[0], Spellings.Aliases[0]];

    /// <param name="original">The file the post came from; null when there is none, or it is not known.</param>
    /// <param name="isEdited">The post has been saved since that file made it.</param>
    public WrittenFile Write(PostFields wanted, ContentPath path, byte[]? original, bool isEdited)
    {
        var before = original is null ? null : Read(path, original);
        if (before is not null && wanted.Draft)
        {
            // The blog does not keep these of a draft; its file does.
            wanted = wanted with { Date = wanted.Date ?? before.Written.Fields.Date, Aliases = [.. before.Written.Fields.Aliases.Concat(wanted.Aliases).DistinctBy(PostAddress.SpellWritten)] };
        }

        if (before is null)
        {
            return Checked(wanted, path, Anew(wanted, "\n", wanted.Markdown));
        }

        var changed = Differences(wanted, before.Written.Fields, path);
        if (changed.Count == 0 || (!isEdited && changed.IsSubsetOf(AddedBySaving)))
        {
            return new WrittenFile(original!, before.Written.Fields, changed, null);
        }

        var written = Checked(wanted, path, Changed(wanted, before, changed));
        if (written.Problem is null || written.Unsaid.IsSubsetOf(changed))
        {
            return written;
        }

        // One key may mean another thing when another changes: a part of a series without a number, when there are more tags.
        changed.UnionWith(written.Unsaid);
        return Checked(wanted, path, Changed(wanted, before, changed));
    }

    /// <summary>What was written is read again.</summary>
    private WrittenFile Checked(PostFields wanted, ContentPath path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (Read(path, bytes, out var problem) is not { } again)
        {
            return new WrittenFile(bytes, wanted, AddedBySaving, problem);
        }

        var different = Differences(wanted, again.Written.Fields, path);
        return new WrittenFile(bytes, again.Written.Fields, different, different.Count == 0
            ? null
            : $"{string.Join(", ", different.Order(StringComparer.Ordinal))}: no file can say exactly this; what is written means a little else.");
    }

    /// <summary>Our spellings of the keys, and <c>text</c>, in which the two make different posts.</summary>
    private HashSet<string> Differences(PostFields wanted, PostFields read, ContentPath path)
    {
        // What lies among drafts cannot say that it is none.
        var (one, other) = (Parts(wanted), Parts(path.IsDraft ? read with { Draft = wanted.Draft } : read));
        return [.. one.Keys.Union(other.Keys).Where(key => one.GetValueOrDefault(key) != other.GetValueOrDefault(key))];
    }

    private Dictionary<string, string> Parts(PostFields fields)
    {
        var resolved = terms.Resolve(fields);
        var parts = FrontMatterWriter.EntriesOf(resolved).ToDictionary(entry => entry.Key, YamlText.Written);
        parts[WrittenFile.Text] = resolved.Markdown;
        foreach (var entry in UnknownOf(resolved) ?? [new HeaderEntry("keys that are no YAML", HeaderValue.Nothing, 0)])
        {
            parts[$"{entry.Key.ToLowerInvariant()} (kept)"] = YamlText.Written(entry with { Key = "kept", Verbatim = null });
        }

        return parts;
    }

    private static string Changed(PostFields wanted, Original before, HashSet<string> changed)
    {
        var (bytes, split, written) = before;
        var hasTitle = split.Entries.Any(entry => entry.Key.Trim().Equals(Spellings.Title[0], StringComparison.OrdinalIgnoreCase));
        var keepsText = !changed.Contains(WrittenFile.Text) && (hasTitle || (split.Yaml is not null && !changed.Contains(Spellings.Title[0])));
        if (!hasTitle && !keepsText)
        {
            // The heading that was the title is in the text no longer, and another one is not to become it.
            changed.Add(Spellings.Title[0]);
        }

        var gap = split.Body[..^split.Body.TrimStart('\n').Length];
        var (between, text) = keepsText ? ("", split.Body) : (gap, wanted.Markdown);
        var whole = split.Yaml is null
            ? Anew(wanted, keepsText ? "" : "\n", text)
            : Patched(wanted, split, written, changed, between + text);
        return InTheManner(bytes, whole);
    }

    private static string Patched(PostFields wanted, FrontMatter split, WrittenPost written, HashSet<string> changed, string text)
    {
        // In the spelling of the file.
        var aliases = written.Fields.Aliases.IntersectBy(wanted.Aliases.Select(PostAddress.SpellWritten), PostAddress.SpellWritten).Concat(wanted.Aliases).DistinctBy(PostAddress.SpellWritten).ToList();
        var header = new HeaderPatch(FrontMatterWriter.EntriesOf(wanted with { Aliases = aliases }), changed, UnknownOf(wanted) ?? []);
        var closing = text.Length > 0 && !split.Closing.EndsWith('\n') ? $"{split.Closing}\n" : split.Closing;
        return split.Opening + header.Apply(split, written.Unknown) + closing + text;
    }

    private static string Anew(PostFields wanted, string gap, string text) =>
        $"---\n{HeaderPatch.Write(FrontMatterWriter.EntriesOf(wanted), UnknownOf(wanted) ?? [])}---\n{gap}{text}";

    /// <summary>With the byte order mark and the ends of lines that the author's editor writes.</summary>
    private static string InTheManner(byte[] original, string text)
    {
        var lines = original.AsSpan().IndexOf("\r\n"u8) >= 0 ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
        return original.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? $"\uFEFF{lines}" : lines;
    }

    /// <summary>Null when they were changed into what is no YAML.</summary>
    private static IReadOnlyList<HeaderEntry>? UnknownOf(PostFields fields)
    {
        try
        {
            return fields.UnknownFrontMatter is { } yaml ? YamlHeader.Read($"{yaml.TrimEnd()}\n", 1) : [];
        }
        catch (ContentRefusedException)
        {
            return null;
        }
    }

    private Original? Read(ContentPath path, byte[] bytes) => Read(path, bytes, out _);

    private Original? Read(ContentPath path, byte[] bytes, out string? problem)
    {
        try
        {
            var file = bytes.Length <= ContentFile.MaxBytes ? ContentFile.Of(bytes) : throw new ContentRefusedException(FormattableString.Invariant($"would have {bytes.Length:N0} bytes; at most {ContentFile.MaxBytes:N0} can be read again."));
            var written = reader.Read(path, file, out var problems);
            problem = problems.Count == 0 ? null : $"could not be read again: {problems[0].Reason}";
            return written is null ? null : new Original(bytes, FrontMatter.Split(file.Text), written);
        }
        catch (ContentRefusedException refusal)
        {
            problem = refusal.Message;
            return null;
        }
    }

    private sealed record Original(byte[] Bytes, FrontMatter Split, WrittenPost Written);
}

/// <param name="Says">What an import reads in it.</param>
/// <param name="Unsaid">Our spellings of the keys in which the post is another one than the file says.</param>
/// <param name="Problem">Why it cannot be written so that it would be read as the same post; null: it is.</param>
internal sealed record WrittenFile(byte[] Bytes, PostFields Says, IReadOnlySet<string> Unsaid, string? Problem)
{
    public const string Text = "text";
}
