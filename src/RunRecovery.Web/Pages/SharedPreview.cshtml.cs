using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NetEscapades.AspNetCore.SecurityHeaders;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Rendering;
using RunRecovery.Core.Writing;
using RunRecovery.Web.Security;
using RunRecovery.Web.Writing;

namespace RunRecovery.Web.Pages;

/// <summary>A text that is not published, for whoever has its link. The key stands in the query, which no log keeps.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[SecurityHeadersPolicy(SecurityHeaders.OfSecrets)]
public sealed class SharedPreviewModel(ShareLinks shares, PostHtml html, PreviewTurns turns) : PageModel
{
    public PostFields Fields { get; private set; } = null!;
    public RenderedText? Text { get; private set; }
    public DateTime ExpiresAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? key, CancellationToken cancel)
    {
        if (key is null || await shares.FindAsync(key, cancel) is not { } shared)
        {
            return NotFound();
        }

        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        (Fields, ExpiresAt) = (shared.Fields, shared.ExpiresAt);
        using var turn = await turns.WaitAsync(HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", cancel);
        Text = html.TryPreview(shared.PostId, Fields);
        return Page();
    }
}
