using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Options;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages.Admin.Posts;

[RequestFormLimits(ValueLengthLimit = PostForm.MaxLength, MultipartBodyLengthLimit = PostForm.MaxRequest)]
[RequestSizeLimit(PostForm.MaxRequest)]
public sealed class EditModel(WorkingCopies copies, Conflicts conflicts, FormSaving saving, SiteOptions site) : DeskPage
{
    [BindProperty]
    public PostForm Form { get; set; } = new();

    /// <summary>Null: the post begins with the first keystroke.</summary>
    public OpenText? Open { get; private set; }

    public IReadOnlyList<OtherText> Others { get; private set; } = [];
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Else the text is nowhere but in the form.</summary>
    public bool IsKept { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync(int? id, int? copy, PostKind kind, CancellationToken cancel)
    {
        if (id is { } post && !await OpenAsync(post, copy, cancel))
        {
            return NotFound();
        }

        Form = Open is null ? new PostForm { Kind = kind } : PostForm.Of(Open, site.Zone);
        return Page();
    }

    /// <summary>Save, without script.</summary>
    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancel, string? then = null) => await saving.SaveAsync(Writer, id, Form, cancel) switch
    {
        FormSaved.Saved saved when then is "publish" => LocalRedirect(DeskLinks.Publish(saved.PostId)),
        FormSaved.Saved saved => Done(saved.Notice, DeskLinks.Edit(saved.PostId)),
        FormSaved.Parted parted => Done(parted.Notice, DeskLinks.Conflict(parted.PostId)),
        FormSaved.Refused refused => await ShowAgainAsync(refused, cancel),
        _ => NotFound(),
    };

    private async Task<IActionResult> ShowAgainAsync(FormSaved.Refused refused, CancellationToken cancel)
    {
        (Form, Problems, IsKept) = (refused.Form, refused.Problems, refused.IsKept);
        // Else the fields would show what was sent, and not what is agreed upon.
        ModelState.Clear();
        return refused.PostId is { } post && !await OpenAsync(post, null, cancel) ? NotFound() : Page();
    }

    private async Task<bool> OpenAsync(int post, int? copy, CancellationToken cancel)
    {
        Open = await copies.OpenAsync(Writer, post, copy, cancel);
        Others = Open is null ? [] : await conflicts.OfAsync(Writer, post, cancel);
        return Open is not null;
    }
}
