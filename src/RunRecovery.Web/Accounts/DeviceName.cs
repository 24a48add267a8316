namespace RunRecovery.Web.Accounts;

/// <summary>A browser in plain words, good enough to know one's own devices by: "Firefox on Linux".</summary>
public static class DeviceName
{
    // The first that is found counts: most browsers claim to be others too.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static string Of(string? userAgent) => (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
    {
        ({ } browser, { } system) => $"{browser} on {system}",
        ({ } browser, null) => browser,
        (null, { } system) => $"A browser on {system}",
        _ => "A browser",
    };

    private static string? Find((string Sign, string Name)[] among, string? userAgent) =>
        among.Where(known => userAgent?.Contains(known.Sign, StringComparison.Ordinal) == true).Select(known => known.Name).FirstOrDefault();
}
