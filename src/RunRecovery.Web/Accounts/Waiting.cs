using System.Globalization;

namespace RunRecovery.Web.Accounts;

public static class Waiting
{
    public static string InWords(TimeSpan time) =>
        $"There were too many wrong tries. Try again in {(time < TimeSpan.FromMinutes(2) ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds)} seconds") : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes)} minutes"))}. A passkey, or a browser that you signed in with before, need not wait.";
}
