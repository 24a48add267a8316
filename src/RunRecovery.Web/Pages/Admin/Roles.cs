using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Pages.Admin;

public static class Roles
{
    public static string InWords(this Role role) => role switch
    {
        Role.Owner => "an owner",
        Role.Editor => "an editor",
        _ => "an author",
    };
}
