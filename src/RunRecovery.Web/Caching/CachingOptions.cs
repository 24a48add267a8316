using System.Globalization;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Caching;

/// <summary>How much memory finished answers may take, from <c>Caching:MaxMegabytes</c>; 0: each is made anew.</summary>
public sealed record CachingOptions(long MaxBytes)
{
    private const string Key = "Caching:MaxMegabytes";
    private const int Usual = 32;
    private const int Most = 4096;

    /// <exception cref="WrongSettingException"/>
    public static CachingOptions From(IConfiguration configuration)
    {
        var written = configuration[Key];
        return string.IsNullOrEmpty(written) ? new CachingOptions(Usual * 1024L * 1024)
            : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes <= Most ? new CachingOptions(megabytes * 1024L * 1024)
            : throw new WrongSettingException(Key, written, $"wanted a whole number from 0 to {Most}");
    }
}
