using Microsoft.AspNetCore.Identity;
using RunRecovery.Core.Accounts;

namespace RunRecovery.Web.Accounts;

/// <summary>The questions that a script puts to the browser's passkeys. The answers come back in forms.</summary>
public static class PasskeyEndpoints
{
    public static void MapPasskeys(this WebApplication app)
    {
        app.MapPost(Links.PasskeyQuestion, async (Passkeys passkeys) => Json(await passkeys.AskAsync())).AllowAnonymous();
        app.MapPost(Links.PasskeyOfInvitation, OfferToInvitedAsync).AllowAnonymous();
        app.MapPost(Links.PasskeyOfAccount, OfferAsync);
    }

    private static async Task<IResult> OfferToInvitedAsync(HttpContext context, Enrolment enrolment, UserManager<Account> accounts, Passkeys passkeys, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        if (await enrolment.FindAsync(context.Request.Query["key"], form["Name"], cancel) is not { Account: var account })
        {
            return Results.Text("This invitation has ended.", statusCode: StatusCodes.Status410Gone);
        }

        // Before, so that no device keeps a key for a name that is refused.
        return await accounts.ProblemsAsync(account) is [var problem, ..]
            ? Results.Text(problem.Description, statusCode: StatusCodes.Status400BadRequest)
            : Json(await passkeys.OfferAsync(account.Id, account.UserName!, account.DisplayName));
    }

    private static async Task<IResult> OfferAsync(HttpContext context, UserManager<Account> accounts, Passkeys passkeys)
    {
        var account = await accounts.FindAsync(context.User);
        return Json(await passkeys.OfferAsync(account.Id, account.UserName!, account.DisplayName));
    }

    private static IResult Json(string options) => Results.Text(options, "application/json");
}
