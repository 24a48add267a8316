using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <summary>Every address that a content folder will have once it is imported, and what of it readers will see.</summary>
internal sealed class SiteMap
{
    private readonly Dictionary<string, ReadText> _addresses = [];
    private readonly Dictionary<string, ReadText> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, MediaItem> _media;

    public SiteMap(IEnumerable<ReadText> texts, IEnumerable<MediaItem> media, Action<ContentProblem> problem)
    {
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

    /// <summary>Whether something answers at an address of ours. What the program itself serves is taken as there.</summary>
    public bool Answers(string address)
    {
        var path = PostAddress.SpellWritten(address.Split('?', '#')[0]);
        if (_addresses.TryGetValue(path, out var text) || (path.EndsWith(".md", StringComparison.Ordinal) && _addresses.TryGetValue(path[..^3], out text)))
        {
            return !text.Valid.Fields.Draft;
        }

        var steps = path.Trim('/').Split('/');
        return steps is [""]
            || (PostValidator.IsReserved(steps[0].Split('.')[0]) && !(steps is ["posts" or "tips", _]));
    }
}
