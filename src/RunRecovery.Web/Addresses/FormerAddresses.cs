using RunRecovery.Core.Posts;

namespace RunRecovery.Web.Addresses;

/// <summary>An address that once led to a page never ends in "not found": it redirects to where the page is now, or says that it is gone.</summary>
public static class FormerAddresses
{
    public static void UseFormerAddresses(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response.StatusCode != StatusCodes.Status404NotFound || context.Response.HasStarted)
        {
            return;
        }

        var posts = context.RequestServices.GetRequiredService<PostRepository>();
        var path = context.Request.Path.Value ?? "/";
        // The Markdown of a post goes where its page goes.
        var ending = PostAddress.IsOfMarkdown(path) ? PostAddress.MarkdownEnding : "";
        switch (await posts.FindFormerAddressAsync(path[..^ending.Length], context.RequestAborted))
        {
            case FormerAddress.Moved moved:
                context.Response.Redirect(new PathString(moved.Path + ending).ToUriComponent(), permanent: true);
                break;
            case FormerAddress.Gone:
                context.Response.StatusCode = StatusCodes.Status410Gone;
                break;
        }
    });
}
