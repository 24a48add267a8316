using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;

namespace RunRecovery.Web.Addresses;

/// <summary>Every public address is lower case, without a trailing or double slash. Other spellings redirect, once and for ever.</summary>
public static class OneSpelling
{
    public static void UseOneSpelling(this WebApplication app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path.Value ?? "/";
        if (!(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) || path.StartsWith(MediaAddress.Root, StringComparison.OrdinalIgnoreCase)
            || PostAddress.Spell(path) is var right && right == path)
        {
            await next(context);
            return;
        }

        // Straight to the end: an old address in an odd spelling is one redirect, not two.
        var posts = context.RequestServices.GetRequiredService<PostRepository>();
        var target = await posts.FindFormerAddressAsync(right, context.RequestAborted) is FormerAddress.Moved moved ? moved.Path : right;
        context.Response.Redirect(new PathString(target).ToUriComponent() + context.Request.QueryString, permanent: true);
    });
}
