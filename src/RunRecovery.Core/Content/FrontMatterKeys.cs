using System.Globalization;

namespace RunRecovery.Core.Content;

/// <summary>
/// Hands out what the keys of a header say, each under all its spellings. What nobody takes is left, to be kept; what cannot be
/// understood becomes a problem with its line.
/// </summary>
internal sealed class FrontMatterKeys
{
    private readonly List<HeaderEntry> _left = [];
    private readonly Dictionary<string, int> _lines = [];
    private readonly Action<int, string> _problem;

    public FrontMatterKeys(IEnumerable<HeaderEntry> entries, Action<int, string> problem)
    {
        _problem = problem;
        foreach (var entry in entries)
        {
            if (Find(entry.Key) is { } first)
            {
                problem(entry.Line, $"{entry.Key}: is given twice, first on line {first.Line}.");
            }
            else
            {
                _left.Add(entry);
            }
        }
    }

    public IEnumerable<HeaderEntry> Left => _left.OrderBy(entry => entry.Line);

    /// <summary>On which line the key is, or its other spelling that was taken.</summary>
    public IReadOnlyDictionary<string, int> Lines => _lines;

    /// <summary>The first of these that says something. The others stay, to be kept.</summary>
    public HeaderEntry? Take(params ReadOnlySpan<string> spellings) => TakeIf(_ => true, spellings);

    public HeaderEntry? TakeIf(Func<HeaderValue, bool> wanted, params ReadOnlySpan<string> spellings)
    {
        foreach (var spelling in spellings)
        {
            if (Find(spelling) is not { } entry || !wanted(entry.Value))
            {
                continue;
            }

            _left.Remove(entry);
            if (entry.Value is not HeaderValue.Scalar { Text: "" })
            {
                _lines.TryAdd(spellings[0], entry.Line);
                return entry;
            }
        }

        return null;
    }

    /// <summary>Keeps the part of a known key that means nothing to us, under a name of its own, so that the key can be written anew.</summary>
    public void Keep(HeaderEntry entry, string part, HeaderValue value) => _left.Add(new HeaderEntry($"{entry.Key}.{part}", value, entry.Line));

    public void Keep(HeaderEntry entry, string part, IEnumerable<string> words)
    {
        var items = words.Select(word => new HeaderValue.Scalar(word, IsText: true)).ToList();
        if (items.Count > 0)
        {
            Keep(entry, part, new HeaderValue.Sequence(items));
        }
    }

    /// <summary>The keys inside a value; they report to the same list of problems.</summary>
    public FrontMatterKeys Inside(HeaderValue.Mapping value) => new(value.Entries, _problem);

    public string? Text(params ReadOnlySpan<string> spellings) => Take(spellings) is { } entry ? TextOf(entry) : null;

    public string? TextOf(HeaderEntry entry)
    {
        if (entry.Value is HeaderValue.Scalar scalar)
        {
            return NonEmpty(scalar.Text);
        }

        Misses(entry, "text");
        return null;
    }

    /// <summary>A list of words; a single one is a list of one. All spellings add up.</summary>
    public List<string> Words(params ReadOnlySpan<string> spellings)
    {
        List<string> words = [];
        while (Take(spellings) is { } entry)
        {
            words.AddRange(WordsOf(entry));
        }

        return [.. words.Distinct()];
    }

    public IEnumerable<string> WordsOf(HeaderEntry entry)
    {
        IReadOnlyList<HeaderValue> items = entry.Value is HeaderValue.Sequence list ? list.Items : [entry.Value];
        foreach (var item in items)
        {
            if (item is not HeaderValue.Scalar scalar)
            {
                Misses(entry, "a list of words");
            }
            else if (NonEmpty(scalar.Text) is { } word)
            {
                yield return word;
            }
        }
    }

    public bool? YesNo(params ReadOnlySpan<string> spellings) => Read(spellings, YesOrNo, "true or false");

    public int? Number(params ReadOnlySpan<string> spellings) => Read(spellings, WholeNumber, "a whole number");

    public DateTime? Time(TimeZoneInfo zone, params ReadOnlySpan<string> spellings) =>
        Read(spellings, value => WrittenTime.Parse(Written(value), zone), WrittenTime.Wanted);

    public DateOnly? Day(params ReadOnlySpan<string> spellings) => Read(spellings, value => WrittenTime.ParseDay(Written(value)), WrittenTime.Wanted);

    public void Problem(HeaderEntry entry, string reason) => _problem(entry.Line, $"{entry.Key}: {reason}");

    public static bool? YesOrNo(HeaderValue value) => Written(value).ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" => true,
        "false" or "no" or "off" or "0" => false,
        _ => null,
    };

    public static int? WholeNumber(HeaderValue value) =>
        int.TryParse(Written(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public HeaderEntry? Find(string key) => _left.Find(entry => entry.Key.Trim().Equals(key.Trim(), StringComparison.OrdinalIgnoreCase));

    private T? Read<T>(ReadOnlySpan<string> spellings, Func<HeaderValue, T?> read, string wanted) where T : struct
    {
        if (Take(spellings) is not { } entry)
        {
            return null;
        }

        var value = read(entry.Value);
        if (value is null)
        {
            Misses(entry, wanted);
        }

        return value;
    }

    public void Misses(HeaderEntry entry, string wanted)
    {
        var found = Written(entry.Value) is { Length: > 0 } text ? $"'{(text.Length > 60 ? $"{text[..60]}…" : text)}'" : "a list or nested keys";
        Problem(entry, $"wanted {wanted}, found {found}.");
    }

    private static string Written(HeaderValue value) => (value as HeaderValue.Scalar)?.Text.Trim() ?? "";

    private static string? NonEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
