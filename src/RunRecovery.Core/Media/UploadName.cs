using System.Security.Cryptography;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Media;

/// <summary>What a browser calls a file. It may say anything, so that only words are taken from it, never a path.</summary>
public sealed class UploadName
{
    /// <summary>Characters of the name, in the address of the file. A file's name on the disk has at most 255 bytes, of which a letter may take four.</summary>
    private const int MaxWords = 48;

    private const int MaxShown = 100;

    private readonly string _name;

    public UploadName(string written)
    {
        var name = written[(written.LastIndexOfAny(['/', '\\']) + 1)..];
        _name = string.Concat(name.Where(c => !char.IsControl(c))).Trim();
        Ending = Path.GetExtension(_name).ToLowerInvariant();
        Words = Path.GetFileNameWithoutExtension(_name);
    }

    /// <summary>With its dot; empty: it has none.</summary>
    public string Ending { get; }

    /// <summary>As people may read it.</summary>
    public string Shown => _name.Length <= MaxShown ? _name : $"{_name[..(MaxShown / 2)]}…{_name[^(MaxShown / 2 - 1)..]}";

    /// <summary>Without the ending.</summary>
    public string Words { get; }

    /// <summary>A place that nothing has had: the month, the words of the name, and what nobody can guess.</summary>
    internal string NewPath(MediaKind kind, DateTime now)
    {
        var slug = Slug.From(Words);
        var words = slug.Length <= MaxWords ? slug : slug[..(char.IsHighSurrogate(slug[MaxWords - 1]) ? MaxWords - 1 : MaxWords)].Trim('-');
        var ending = Ending is ".jpeg" or ".heic" or ".heif" ? ".jpg" : Ending;
        return $"{now:yyyy'/'MM}/{(words.Length > 0 ? words : kind.ToString().ToLowerInvariant())}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}{ending}";
    }
}
