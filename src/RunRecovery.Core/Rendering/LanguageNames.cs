using System.Globalization;

namespace RunRecovery.Core.Rendering;

internal static class LanguageNames
{
    /// <summary>What the speakers of a language call it, such as <c>Deutsch</c> for <c>de-CH</c>; the tag itself where nobody knows it.</summary>
    public static string Own(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
            return (culture.IsNeutralCulture ? culture : culture.Parent).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
