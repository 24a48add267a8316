using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Options;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages.Admin.Posts;

/// <summary>What the editor's script sends at each pause of typing, and what it hears.</summary>
[RequestFormLimits(ValueLengthLimit = PostForm.MaxLength, MultipartBodyLengthLimit = 2 * PostForm.MaxLength)]
[RequestSizeLimit(2 * PostForm.MaxLength)]
public sealed class KeepModel(WorkingCopies copies, IAntiforgery antiforgery, SiteOptions site) : DeskPage
{
    /// <summary>A token for a page whose own has ended with its session: whoever signed in again goes on where they were.</summary>
    public IActionResult OnGet() => new JsonResult(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken, account = Writer.AccountId });

    public async Task<IActionResult> OnPostAsync(int? id, [FromForm] PostForm form, CancellationToken cancel)
    {
        var text = form.ToKeep(id, site.Zone, out var problems);
        return await copies.KeepAsync(Writer, text, cancel) switch
        {
            KeepResult.Kept kept => Answer("kept", kept.PostId, kept.CopyId, kept.Stamp, text.Fields, problems),
            KeepResult.Merged merged => Answer("merged", merged.PostId, merged.CopyId, merged.Stamp, merged.Fields, problems),
            KeepResult.Parted parted => Answer("parted", parted.PostId, parted.CopyId, parted.Stamp, text.Fields, problems),
            KeepResult.TooLarge large => new JsonResult(new { result = "refused", problems = new[] { large.Problem } }) { StatusCode = StatusCodes.Status413PayloadTooLarge },
            _ => new JsonResult(new { result = "gone", problems = new[] { "This post is not there any more, or it is another author's. Your text is kept in this browser." } }) { StatusCode = StatusCodes.Status404NotFound },
        };
    }

    /// <summary>The form as it is now agreed upon: the script puts those fields in place that the author has not touched meanwhile.</summary>
    private JsonResult Answer(string result, int post, int copy, string stamp, RunRecovery.Core.Posts.PostFields fields, IReadOnlyList<string> problems)
    {
        var form = PostForm.Of(fields, site.Zone);
        (form.Stamp, form.CopyId) = (stamp, copy);
        return new JsonResult(new
        {
            result,
            post,
            form = result == "merged" ? form : new PostForm { Stamp = stamp, CopyId = copy, Start = form.Start },
            edit = DeskLinks.Edit(post),
            publish = DeskLinks.Publish(post),
            conflict = DeskLinks.Conflict(post),
            problems,
        });
    }
}
