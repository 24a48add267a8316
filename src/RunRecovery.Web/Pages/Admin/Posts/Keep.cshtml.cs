using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Options;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages.Admin.Posts;

/// <summary>What the editor's script sends at each pause of typing, and what it hears.</summary>
[RequestFormLimits(ValueLengthLimit = PostForm.MaxLength, MultipartBodyLengthLimit = PostForm.MaxRequest)]
[RequestSizeLimit(PostForm.MaxRequest)]
public sealed class KeepModel(WorkingCopies copies, Publishing publishing, IAntiforgery antiforgery, SiteOptions site) : DeskPage
{
    /// <summary>A token for a page whose own has ended with its session: whoever signed in again goes on where they were.</summary>
    public IActionResult OnGet() => new JsonResult(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken, account = Writer.AccountId });

    /// <param name="save">The author asked for a revision to come back to.</param>
    public async Task<IActionResult> OnPostAsync(int? id, [FromForm] PostForm form, bool save, CancellationToken cancel)
    {
        var text = form.ToKeep(id, site.Zone, out var problems);
        return await copies.KeepAsync(Writer, text, cancel) switch
        {
            KeepResult.Kept kept when save => await SaveAsync(kept.PostId, kept.CopyId, text.Fields, problems, cancel),
            KeepResult.Merged merged when save => await SaveAsync(merged.PostId, merged.CopyId, text.Fields, problems, cancel),
            KeepResult.Kept kept => Answer("kept", kept.PostId, kept.CopyId, kept.Stamp, text.Fields, problems),
            KeepResult.Merged merged => Answer("merged", merged.PostId, merged.CopyId, merged.Stamp, text.Fields, problems, merged.Fields),
            KeepResult.Parted parted => Answer("parted", parted.PostId, parted.CopyId, parted.Stamp, text.Fields, problems),
            KeepResult.TooLarge large => Refused("refused", large.Problem, StatusCodes.Status413PayloadTooLarge),
            _ => Refused("gone", "This post is not there any more, or it is another author's.", StatusCodes.Status404NotFound),
        };
    }

    private async Task<IActionResult> SaveAsync(int post, int copy, PostFields sent, IReadOnlyList<string> problems, CancellationToken cancel)
    {
        if (copy != 0 && await copies.OpenAsync(Writer, post, copy, cancel) is { Copy.IsBeside: true } beside)
        {
            // Another version is the post's text until somebody decides.
            return Answer("parted", post, copy, beside.Stamp, sent, problems);
        }

        problems = [.. problems, .. SaveProblems.Of(await publishing.SaveAsync(Writer, post, cancel))];
        return await copies.OpenAsync(Writer, post, cancel: cancel) is { } open
            ? Answer("saved", post, open.Copy?.Id ?? 0, open.Stamp, sent, problems, open.Fields)
            : NotFound();
    }

    private static JsonResult Refused(string result, string problem, int status) => new(new { result, problems = new List<string> { problem } }) { StatusCode = status };

    /// <summary>What is agreed upon now. Merged fields come whole: the script puts them in place where the author has not typed on.</summary>
    /// <param name="sent">What the script sent. Whoever typed on meanwhile goes on from there.</param>
    private JsonResult Answer(string result, int post, int copy, string stamp, PostFields sent, IReadOnlyList<string> problems, PostFields? merged = null) => new(new
    {
        result,
        post,
        copy,
        stamp,
        start = PostFieldsJson.Write(sent),
        merged = merged is null ? null : PostForm.Of(merged, site.Zone),
        edit = DeskLinks.Edit(post),
        publish = DeskLinks.Publish(post),
        conflict = DeskLinks.Conflict(post),
        problems,
    });
}
