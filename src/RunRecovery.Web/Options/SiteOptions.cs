using System.ComponentModel.DataAnnotations;
using RunRecovery.Core.Posts;

namespace RunRecovery.Web.Options;

/// <summary>The blog itself, from the section <c>Site</c>.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    private const string EmergencyNumberWanted = "wanted 2 to 20 characters, digits, spaces, + and / only";

    [Required]
    public string Title { get; set; } = "RunRecovery";

    [Required]
    public string Description { get; set; } = "Getting over a race or a hard run, with honest evidence.";

    /// <summary>Shown where a post names no author of its own.</summary>
    [Required]
    public string Author { get; set; } = "RunRecovery";

    /// <summary>BCP 47 tag, such as <c>en</c> or <c>de-CH</c>.</summary>
    [RegularExpression(PostFields.LanguageTag, ErrorMessage = "wanted a language tag such as en or de-CH")]
    public string Language { get; set; } = "en";

    /// <summary>IANA name, such as <c>Europe/Zurich</c>. Dates without a zone are read, and all dates shown, in it.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The public address that every absolute URL is made from.</summary>
    public string BaseUrl { get; set; } = "http://localhost:5000";

    /// <summary>What readers call in an emergency, where most of them live: 112, 999, 911, or <c>144 / 112</c>.</summary>
    [Required(ErrorMessage = EmergencyNumberWanted)]
    [RegularExpression("(?=.*[0-9])[0-9 +/]{2,20}", ErrorMessage = EmergencyNumberWanted)]
    public string EmergencyNumber { get; set; } = "112";

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>A host with other letters is spelled in ASCII: headers carry addresses too.</summary>
    public Uri Base
    {
        get
        {
            var written = new Uri(BaseUrl.TrimEnd('/') + '/');
            return new UriBuilder(written) { Host = written.IdnHost }.Uri;
        }
    }
}
