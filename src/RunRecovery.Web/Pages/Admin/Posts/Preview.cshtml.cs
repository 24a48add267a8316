using Microsoft.AspNetCore.Mvc;
using RunRecovery.Core.Rendering;
using RunRecovery.Web.Options;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages.Admin.Posts;

/// <summary>The text as readers will see it, by the same renderer. Changes nothing.</summary>
[RequestFormLimits(ValueLengthLimit = PostForm.MaxLength, MultipartBodyLengthLimit = PostForm.MaxRequest)]
[RequestSizeLimit(PostForm.MaxRequest)]
public sealed class PreviewModel(PostHtml html, PreviewTurns turns, SiteOptions site) : DeskPage
{
    public string? Title { get; private set; }
    public RenderedText? Text { get; private set; }

    /// <summary>Why there is none.</summary>
    public string? Problem { get; private set; }

    /// <summary>Asked for by the editor's script, which shows it beside the text.</summary>
    public bool IsPart => Request.Headers.Accept.ToString().Contains("fragment", StringComparison.Ordinal);

    public IActionResult OnGet() => LocalRedirect(DeskLinks.Posts);

    public async Task<IActionResult> OnPostAsync(int? id, [FromForm] PostForm form, CancellationToken cancel)
    {
        var fields = form.Read(site.Zone, out _);
        Title = fields.Title;
        try
        {
            using var turn = await turns.WaitAsync($"account {Writer.AccountId}", cancel);
            Text = html.Preview(id, fields);
        }
        catch (RenderRefusedException refusal)
        {
            Problem = refusal.Message;
        }

        return Page();
    }
}
