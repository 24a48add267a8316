using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;

namespace RunRecovery.Web.Pages;

/// <summary>What a page says to machines, in the words of schema.org. A block of data is no script: browsers do not run it, so no policy stops it.</summary>
public static class DataBlock
{
    // Its default escapes whatever could end the block or begin another element.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Default };

    public static IHtmlContent Of(JsonObject thing)
    {
        var said = new JsonObject { ["@context"] = "https://schema.org" };
        foreach (var (name, value) in thing)
        {
            said[name] = value?.DeepClone();
        }

        return new HtmlString($"""<script type="application/ld+json">{said.ToJsonString(Json)}</script>""");
    }
}
