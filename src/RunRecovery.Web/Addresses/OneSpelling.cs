using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Web.Feeds;

namespace RunRecovery.Web.Addresses;

/// <summary>Every public address is lower case, without a trailing or double slash. Other spellings, and those at which readers look for feeds, redirect, once and for ever.</summary>
public static class OneSpelling
{
    public static void UseOneSpelling(this WebApplication app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path.Value ?? "/";
        if (!(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) || path.StartsWith(MediaAddress.Root, StringComparison.OrdinalIgnoreCase)
            || (PostAddress.Spell(path) is var right && right == path && FeedProbes.TargetOf(path) is null))
        {
            await next(context);
            return;
        }

        // Straight to the end: an old address in an odd spelling is one redirect, not two.
        var posts = context.RequestServices.GetRequiredService<PostRepository>();
        var target = FeedProbes.TargetOf(right) ?? (await posts.FindFormerAddressAsync(right, context.RequestAborted) is FormerAddress.Moved moved ? moved.Path : right);
        context.Response.Redirect(new PathString(target).ToUriComponent() + context.Request.QueryString, permanent: true);
    });
}
