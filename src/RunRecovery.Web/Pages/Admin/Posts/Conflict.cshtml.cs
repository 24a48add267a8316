using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Options;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages.Admin.Posts;

/// <summary>Two versions of one text, side by side, until somebody decides.</summary>
[RequestFormLimits(ValueLengthLimit = PostForm.MaxLength, MultipartBodyLengthLimit = PostForm.MaxRequest)]
[RequestSizeLimit(PostForm.MaxRequest)]
public sealed class ConflictModel(WorkingCopies copies, Conflicts conflicts, SiteOptions site) : DeskPage
{
    public OpenText Open { get; private set; } = null!;
    public OtherText? Other { get; private set; }
    public FieldsChanges? Changes { get; private set; }
    public int Waiting { get; private set; }

    /// <summary>Put together by hand, and not stored yet.</summary>
    public string? Text { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await copies.OpenAsync(Writer, id, cancel: cancel) is not { } open)
        {
            return NotFound();
        }

        var others = await conflicts.OfAsync(Writer, id, cancel);
        (Open, Other, Waiting) = (open, others.Count > 0 ? others[0] : null, others.Count);
        Changes = Other is null ? null : FieldsChanges.Between(open.Fields, Other.Fields);
        return Page();
    }

    /// <param name="take">"mine", "other", or "text" for the one written by hand.</param>
    public async Task<IActionResult> OnPostAsync(int id, OtherKind kind, int other, string? take, string? text, string? seen, string? seenOther, CancellationToken cancel)
    {
        if (await copies.OpenAsync(Writer, id, cancel: cancel) is not { } open)
        {
            return NotFound();
        }

        var found = (await conflicts.OfAsync(Writer, id, cancel)).FirstOrDefault(o => (o.Kind, o.Id) == (kind, other));
        PostFields? decision = take switch
        {
            "mine" => open.Fields,
            "other" => found?.Fields,
            "text" => open.Fields with { Markdown = text ?? "" },
            _ => null,
        };
        if (found is not null && decision is not null && await conflicts.EndAsync(Writer, id, kind, other, decision, seen, seenOther, cancel))
        {
            return Done("Decided. Both versions stay among the revisions.", DeskLinks.Edit(id));
        }

        Problem = found is null ? "That was decided already." : decision is null ? "Choose one of the two, or put a text together." : "One of the two has changed meanwhile. Look once more.";
        Text = take is "text" ? text : null;
        return await OnGetAsync(id, cancel);
    }

    public string When(DateTime time) => SiteTime.ShowSeconds(time, site.Zone);
}
