namespace RunRecovery.Web.Accounts;

public static class SignOut
{
    public static void MapSignOut(this WebApplication app) => app.MapPost(Links.SignOut, async (HttpContext context, SignIns signIns) =>
    {
        await signIns.SignOutAsync(context);
        return Results.Redirect(Links.SignIn);
    });
}
