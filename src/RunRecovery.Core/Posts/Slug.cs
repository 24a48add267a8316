using System.Globalization;
using System.Text;

namespace RunRecovery.Core.Posts;

/// <summary>
/// The last part of an address: lower-case letters and digits of any script, in groups joined by single hyphens. Latin accents are
/// folded (<c>é</c> becomes <c>e</c>), so that an address can be typed.
/// </summary>
public static class Slug
{
    public const int MaxLength = 120;
    public const string Allowed = "lower-case letters, digits and single hyphens between them, at most 120 characters";

    public static bool IsValid(string slug) => slug.Length is > 0 and <= MaxLength && From(slug) == slug;

    /// <summary>The slug for a title or name; empty when it holds no letter and no digit.</summary>
    public static string From(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || IsMark(rune))
            {
                slug.Append(rune);
            }
            else if (rune.Value is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return Shorten(slug.ToString(), MaxLength).Trim('-');
    }

    /// <summary>The same slug for a further post: <c>easy-days-2</c>. A long one gives way to the number.</summary>
    public static string Numbered(string slug, int number)
    {
        var ending = $"-{number}";
        return Shorten(slug, MaxLength - ending.Length).Trim('-') + ending;
    }

    /// <summary>Lower case without Latin accents: what two spellings of one name have in common.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in WellFormed(text).Normalize(NormalizationForm.FormD))
        {
            _ = letter switch
            {
                >= '\u0300' and <= '\u036f' => folded,
                'ß' or 'ẞ' => folded.Append("ss"),
                'ø' or 'Ø' => folded.Append('o'),
                'æ' or 'Æ' => folded.Append("ae"),
                'œ' or 'Œ' => folded.Append("oe"),
                'ł' or 'Ł' => folded.Append('l'),
                'đ' or 'Đ' => folded.Append('d'),
                _ => folded.Append(letter),
            };
        }

        return folded.ToString().Normalize(NormalizationForm.FormC).ToLowerInvariant();
    }

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Cuts at a hyphen where there is one, so that no half word remains, and never inside a surrogate pair.</summary>
    private static string Shorten(string slug, int length)
    {
        if (slug.Length <= length)
        {
            return slug;
        }

        var hyphen = slug.LastIndexOf('-', length);
        var end = hyphen > length / 2 ? hyphen : length;
        return slug[..(char.IsHighSurrogate(slug[end - 1]) ? end - 1 : end)];
    }
}
