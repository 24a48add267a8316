using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Content;

/// <summary>Every address that a content folder will have once it is imported, and what of it readers will see.</summary>
internal sealed class SiteMap
{
    private readonly Dictionary<string, ReadText> _addresses = [];
    private readonly Dictionary<string, ReadText> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, MediaItem> _media;
    private readonly HashSet<string> _program = [.. ProgramAddresses.Always];

    /// <param name="recovery">Each row of its evidence has a page.</param>
    /// <param name="zone">The site's time zone, in which the archive counts.</param>
    public SiteMap(IReadOnlyCollection<ReadText> texts, IEnumerable<MediaItem> media, RecoveryLibrary recovery, TimeZoneInfo zone, Action<ContentProblem> problem)
    {
        _program.UnionWith(texts.Select(text => text.Valid.Fields).Where(fields => !fields.Draft).SelectMany(fields => ListsWith(fields, zone)));
        _program.UnionWith(recovery.Planner is null ? [] : ProgramAddresses.OfPlanner);
        _program.UnionWith(recovery.Evidence?.All.Select(row => ProgramAddresses.OfEvidence(row.Id)).Prepend(ProgramAddresses.Evidence) ?? []);
        _media = media.ToDictionary(item => item.Path);
        foreach (var text in texts)
        {
            var fields = text.Valid.Fields;
            _texts.TryAdd(text.Path.Path, text);
            _texts.TryAdd(fields.Title, text);
            foreach (var (key, address) in fields.Aliases.Select(alias => ("aliases", PostAddress.SpellWritten(alias))).Prepend(("slug", AddressOf(text))))
            {
                if (!_addresses.TryAdd(address, text) && _addresses[address] != text)
                {
                    problem(text.Problem(key, $"the address {address} is already that of {_addresses[address].Path.Path}; choose another one."));
                }
            }
        }
    }

    public static string AddressOf(ReadText text) => PostAddress.Of(text.Path.Kind, text.Valid.Fields.Slug);

    /// <summary>By the file below the content folder, or by the title in any case.</summary>
    public string? FindText(string fileOrTitle) => _texts.TryGetValue(fileOrTitle, out var text) ? AddressOf(text) : null;

    public MediaItem? FindMedia(string path) => _media.GetValueOrDefault(path);

    /// <summary>Whether readers will find something at an address of ours.</summary>
    public bool Answers(string address)
    {
        var path = PostAddress.SpellWritten(address.Split('?', '#')[0]);
        return _program.Contains(path) || (Find(path) is { } text && !text.Valid.Fields.Draft);
    }

    private ReadText? Find(string path) => _addresses.GetValueOrDefault(path) ?? (PostAddress.IsOfMarkdown(path) ? _addresses.GetValueOrDefault(path[..^PostAddress.MarkdownEnding.Length]) : null);

    /// <summary>The lists of the program that show a text, and so are there.</summary>
    private static IEnumerable<string> ListsWith(PostFields fields, TimeZoneInfo zone)
    {
        if (fields.Kind == PostKind.Post && fields.Date is { } date)
        {
            var day = TimeZoneInfo.ConvertTimeFromUtc(date, zone);
            yield return ProgramAddresses.Year(day.Year);
            yield return ProgramAddresses.Month(day.Year, day.Month);
        }

        var names = fields.Kind == PostKind.Page ? [] : fields.Categories.Select(name => (Kind: TermKind.Category, Name: name))
            .Concat(fields.Tags.Select(name => (TermKind.Tag, name)))
            .Concat(fields.Series is { } series ? [(TermKind.Series, series)] : []);
        foreach (var (kind, name) in names)
        {
            yield return ProgramAddresses.Of(kind, Slug.From(name));
        }
    }
}
