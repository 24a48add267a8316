using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Recovery;
using RunRecovery.Web.Caching;
using RunRecovery.Web.Options;
using RunRecovery.Web.Recovery;

namespace RunRecovery.Web.Pages.Recovery.Evidence;

[Finished]
public sealed class ShowModel(RecoveryLibrary recovery, CitingTexts texts, Links links, SiteOptions site) : PageModel
{
    public Core.Recovery.Evidence Row { get; private set; } = null!;

    /// <summary>The posts and tips that cite it.</summary>
    public ILookup<PostKind, PostSummary> Texts { get; private set; } = null!;

    /// <summary>Sources that we know of, but have not read.</summary>
    public int NotRead => Row.SourceIds.Count - Row.Sources.Count;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (recovery.Evidence?.Find(id) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        Texts = (await texts.NowAsync(cancel)).Of(id).ToLookup(text => text.Kind);
        return Page();
    }

    /// <summary>For search engines. Nothing that is not known: there is no date.</summary>
    public JsonObject Article() => new()
    {
        ["@type"] = "Article",
        ["headline"] = Row.Name,
        ["description"] = Row.InShort,
        ["url"] = links.Absolute(Links.OfEvidence(Row.Id)),
        ["about"] = new JsonObject { ["@type"] = "Thing", ["name"] = Row.Name, ["description"] = Row.Says },
        ["citation"] = new JsonArray([.. Row.Sources.Select(Citation)]),
        ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = site.Title, ["url"] = links.Absolute(Links.Home) },
    };

    private static JsonObject Citation(Source source)
    {
        var said = new JsonObject { ["@type"] = "CreativeWork", ["name"] = source.Title };
        foreach (var (key, value) in new[] { ("author", source.Authors), ("datePublished", source.Year?.ToString("0000", null)), ("url", source.Link) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                said[key] = value;
            }
        }

        return said;
    }
}
