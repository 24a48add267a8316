using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Options;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages.Admin.Posts;

[RequestFormLimits(ValueLengthLimit = PostForm.MaxLength, MultipartBodyLengthLimit = 2 * PostForm.MaxLength)]
[RequestSizeLimit(2 * PostForm.MaxLength)]
public sealed class EditModel(WorkingCopies copies, Conflicts conflicts, Publishing publishing, SiteOptions site) : DeskPage
{
    [BindProperty]
    public PostForm Form { get; set; } = new();

    /// <summary>Null: the post begins with the first keystroke.</summary>
    public OpenText? Open { get; private set; }

    public IReadOnlyList<OtherText> Others { get; private set; } = [];
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? id, int? copy, PostKind kind, CancellationToken cancel)
    {
        if (id is { } post && !await OpenAsync(post, copy, cancel))
        {
            return NotFound();
        }

        Form = Open is null ? new PostForm { Kind = kind } : PostForm.Of(Open, site.Zone);
        return Page();
    }

    /// <summary>Save, without script. The text is kept first, whatever becomes of the rest.</summary>
    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancel, string? then = null)
    {
        var text = Form.ToKeep(id, site.Zone, out var problems);
        var (post, stamp, notice) = await copies.KeepAsync(Writer, text, cancel) switch
        {
            KeepResult.Kept kept => (kept.PostId, kept.Stamp, "Saved."),
            KeepResult.Merged merged => (merged.PostId, merged.Stamp, "Saved. Somebody else had changed another part meanwhile; both are in the text now."),
            KeepResult.Parted parted => (parted.PostId, null, null),
            KeepResult.TooLarge large => Refused(large.Problem),
            _ => (0, null, null),
        };
        if (stamp is null && post > 0)
        {
            return Done("Somebody else had changed the same lines meanwhile. Both texts are kept; decide here.", DeskLinks.Conflict(post));
        }

        if (post == 0 && Problems.Count == 0)
        {
            return NotFound();
        }

        Problems = [.. Problems, .. problems, .. post == 0 ? [] : ProblemsOf(await publishing.SaveAsync(Writer, post, cancel))];
        if (Problems.Count == 0)
        {
            return then is "publish" ? LocalRedirect(DeskLinks.Publish(post)) : Done(notice!, DeskLinks.Edit(post));
        }

        // What was typed stays in the fields, and names what it is based on now.
        await OpenAsync(post == 0 ? id ?? 0 : post, null, cancel);
        (Form.Stamp, Form.CopyId, Form.Start) = (Open?.Stamp, Open?.Copy?.Id, Open is null ? Form.Start : PostFieldsJson.Write(Open.Fields));
        ModelState.Clear();
        return Page();
    }

    private async Task<bool> OpenAsync(int post, int? copy, CancellationToken cancel)
    {
        Open = await copies.OpenAsync(Writer, post, copy, cancel);
        Others = Open is null ? [] : await conflicts.OfAsync(Writer, post, cancel);
        return Open is not null;
    }

    private (int Post, string? Stamp, string? Notice) Refused(string problem)
    {
        Problems = [problem];
        return (0, null, null);
    }

    private static IReadOnlyList<string> ProblemsOf(SaveResult result) => SaveProblems.Of(result);
}
