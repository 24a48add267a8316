using System.ComponentModel.DataAnnotations;

namespace RunRecovery.Web.Options;

/// <summary>A setting with which the program cannot start. The message names the key and what is allowed.</summary>
public sealed class WrongSettingException(string key, string found, string allowed) : Exception($"Setting {key} is '{found}': {allowed}.");

public static class SettingsCheck
{
    /// <summary>The settings of the site, once they are known to be right.</summary>
    /// <exception cref="WrongSettingException"/>
    public static SiteOptions ReadSite(IConfiguration configuration)
    {
        var site = configuration.GetSection(SiteOptions.Section).Get<SiteOptions>() ?? new SiteOptions();
        foreach (var property in typeof(SiteOptions).GetProperties().Where(p => p.CanWrite))
        {
            var value = property.GetValue(site);
            foreach (var rule in property.GetCustomAttributes(typeof(ValidationAttribute), false).Cast<ValidationAttribute>())
            {
                if (!rule.IsValid(value))
                {
                    throw new WrongSettingException($"{SiteOptions.Section}:{property.Name}", $"{value}", rule.ErrorMessage ?? "wanted at least one character");
                }
            }
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(site.TimeZone, out _))
        {
            throw new WrongSettingException("Site:TimeZone", site.TimeZone, "wanted an IANA time zone such as Europe/Zurich or UTC");
        }

        if (!Uri.TryCreate(site.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query != "" || url.Fragment != "" || url.AbsolutePath != "/")
        {
            throw new WrongSettingException("Site:BaseUrl", site.BaseUrl, "wanted the public address without a path, such as https://blog.example");
        }

        return site;
    }
}
