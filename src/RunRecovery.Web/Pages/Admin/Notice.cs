using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace RunRecovery.Web.Pages.Admin;

/// <summary>What was done, said once on the page that follows the redirect.</summary>
public static class Notice
{
    public static void Tell(this ITempDataDictionary notices, string notice) => notices[nameof(Notice)] = notice;

    public static string? Of(ITempDataDictionary notices) => notices[nameof(Notice)] as string;
}
