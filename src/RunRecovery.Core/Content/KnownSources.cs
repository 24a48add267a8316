using System.Text.Json;
using System.Text.RegularExpressions;

namespace RunRecovery.Core.Content;

/// <summary>The evidence and sources that texts may cite, from <c>recovery/evidence.json</c> in the content folder.</summary>
internal sealed partial class KnownSources
{
    public const string Path = "recovery/evidence.json";

    private readonly HashSet<string> _ids = [];
    private readonly Dictionary<string, string> _notRead = [];

    /// <summary>Null when the folder has no such file: a blog without evidence.</summary>
    /// <exception cref="ContentRefusedException">The file is broken.</exception>
    public static KnownSources? Read(ContentFolder folder)
    {
        var path = folder.FullPath(Path);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var known = new KnownSources();
            foreach (var evidence in json.RootElement.GetProperty("evidence").EnumerateArray())
            {
                known._ids.Add(evidence.GetProperty("id").GetString()!);
            }

            foreach (var source in json.RootElement.GetProperty("sources").EnumerateArray())
            {
                known.Add(source.GetProperty("id").GetString()!, source.GetProperty("verified").GetString()!);
            }

            return known;
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            throw new ContentRefusedException($"cannot be read: {broken.Message}");
        }
    }

    /// <summary>What is wrong with citing this id; null when nothing is.</summary>
    public string? ProblemOf(string id) => !_ids.Contains(id)
        ? $"the source '{id}' is not in {Path}."
        : _notRead.TryGetValue(id, out var verified) ? $"the source '{id}' has not been read ({verified})." : null;

    /// <summary>Whether a footnote's label is meant as a source: <c>roberts2019</c> and <c>dvt-nhs</c> are, <c>1</c> and <c>note</c> are not.</summary>
    public bool IsMeantAsSource(string label) => _ids.Contains(label) || SourceLike.IsMatch(label);

    private void Add(string id, string verified)
    {
        _ids.Add(id);
        if (!verified.StartsWith("read", StringComparison.OrdinalIgnoreCase))
        {
            _notRead[id] = verified;
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*(-[a-z0-9]+|[12][0-9]{3}[a-z]?)$")]
    private static partial Regex SourceLike { get; }
}
