using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Options;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages.Admin.Posts;

/// <summary>The last look before readers see a text, and the deed itself.</summary>
[RequestFormLimits(ValueLengthLimit = PostForm.MaxLength, MultipartBodyLengthLimit = PostForm.MaxRequest)]
[RequestSizeLimit(PostForm.MaxRequest)]
public sealed class PublishModel(WorkingCopies copies, Publishing publishing, Checklist checklist, FormSaving saving, PostHtml html, SiteOptions site, TimeProvider clock) : DeskPage
{
    public OpenText Open { get; private set; } = null!;
    public PostForm Form { get; private set; } = null!;
    public PostFields Fields { get; private set; } = null!;
    public RenderedText? Text { get; private set; }
    public IReadOnlyList<CheckItem> Items { get; private set; } = [];
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>When to publish, as the author typed it.</summary>
    public string? At { get; private set; }

    public DateTime Now => clock.GetUtcNow().UtcDateTime;
    public bool IsStopped => Items.Any(item => item.Level == CheckLevel.Stop);

    public Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => ShowAsync(id, cancel);

    /// <summary>The details that stand on this page, kept like anything else that is written.</summary>
    public async Task<IActionResult> OnPostDetailsAsync(int id, [FromForm] PostForm form, CancellationToken cancel) => await saving.SaveAsync(Writer, id, form, cancel) switch
    {
        FormSaved.Saved saved => Done(saved.Notice, DeskLinks.Publish(id)),
        FormSaved.Parted parted => Done(parted.Notice, DeskLinks.Conflict(id)),
        FormSaved.Refused refused => await ShowAsync(id, cancel, refused.Form, refused.Problems),
        _ => NotFound(),
    };

    public Task<IActionResult> OnPostNowAsync(int id, string stamp, CancellationToken cancel) => PublishAsync(id, stamp, new Publication.AtOnce(), "Published: readers see it now.", cancel);

    public Task<IActionResult> OnPostUpdateAsync(int id, string stamp, bool significant, CancellationToken cancel) =>
        PublishAsync(id, stamp, new Publication.Update(significant), "Updated.", cancel);

    public async Task<IActionResult> OnPostScheduleAsync(int id, string stamp, string? at, CancellationToken cancel)
    {
        At = at;
        if (SiteTime.Parse(at, site.Zone) is { } time)
        {
            return await PublishAsync(id, stamp, new Publication.At(time), $"Scheduled for {SiteTime.Show(time, site.Zone)} ({site.Zone.Id}).", cancel);
        }

        return await ShowAsync(id, cancel, null, [$"'{at}' is no time; wanted one such as 2026-12-01T07:30."]);
    }

    public async Task<IActionResult> OnPostUnpublishAsync(int id, CancellationToken cancel) =>
        await AfterAsync(id, await publishing.UnpublishAsync(Writer, id, cancel), "Taken back: it is a draft now.", cancel);

    private async Task<IActionResult> PublishAsync(int id, string stamp, Publication wish, string notice, CancellationToken cancel) =>
        await AfterAsync(id, await publishing.PublishAsync(Writer, id, stamp, wish, cancel), notice, cancel);

    private async Task<IActionResult> AfterAsync(int id, SaveResult result, string notice, CancellationToken cancel) =>
        SaveProblems.Of(result) is { Count: > 0 } problems ? await ShowAsync(id, cancel, null, problems) : Done(notice, DeskLinks.Publish(id));

    private async Task<IActionResult> ShowAsync(int id, CancellationToken cancel, PostForm? form = null, IReadOnlyList<string>? problems = null)
    {
        if (await copies.OpenAsync(Writer, id, cancel: cancel) is not { } open)
        {
            return NotFound();
        }

        ModelState.Clear();
        (Open, Form, Fields, Problems) = (open, form ?? PostForm.Of(open, site.Zone), Publishing.Complete(open), problems ?? []);
        Text = html.TryPreview(id, Fields);
        Items = await checklist.CheckAsync(open, Fields, Text, cancel);
        return Page();
    }
}
