using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Options;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages.Admin.Posts;

/// <summary>The last look before readers see a text, and the deed itself.</summary>
public sealed class PublishModel(WorkingCopies copies, Publishing publishing, Checklist checklist, PostHtml html, SiteOptions site, TimeProvider clock) : DeskPage
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
    public async Task<IActionResult> OnPostDetailsAsync(int id, [FromForm] PostForm form, CancellationToken cancel)
    {
        var kept = await copies.KeepAsync(Writer, form.ToKeep(id, site.Zone, out var problems), cancel);
        Problems = kept is KeepResult.TooLarge large ? [.. problems, large.Problem] : problems;
        return kept is KeepResult.Parted ? LocalRedirect(DeskLinks.Conflict(id)) : Problems.Count > 0 ? await ShowAsync(id, cancel) : LocalRedirect(DeskLinks.Publish(id));
    }

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

        Problems = [$"'{at}' is no time; wanted one such as 2026-12-01T07:30."];
        return await ShowAsync(id, cancel);
    }

    public async Task<IActionResult> OnPostUnpublishAsync(int id, CancellationToken cancel) =>
        await AfterAsync(id, await publishing.UnpublishAsync(Writer, id, cancel), "Taken back: it is a draft now.", cancel);

    private async Task<IActionResult> PublishAsync(int id, string stamp, Publication wish, string notice, CancellationToken cancel) =>
        await AfterAsync(id, await publishing.PublishAsync(Writer, id, stamp, wish, cancel), notice, cancel);

    private async Task<IActionResult> AfterAsync(int id, SaveResult result, string notice, CancellationToken cancel)
    {
        Problems = SaveProblems.Of(result);
        return Problems.Count == 0 ? Done(notice, DeskLinks.Publish(id)) : await ShowAsync(id, cancel);
    }

    private async Task<IActionResult> ShowAsync(int id, CancellationToken cancel)
    {
        if (await copies.OpenAsync(Writer, id, cancel: cancel) is not { } open)
        {
            return NotFound();
        }

        (Open, Form, Fields) = (open, PostForm.Of(open, site.Zone), Publishing.Complete(open));
        Text = html.TryPreview(id, Fields);
        Items = await checklist.CheckAsync(open, Fields, Text, cancel);
        return Page();
    }
}
