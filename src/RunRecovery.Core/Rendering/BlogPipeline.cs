using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers.Inlines;

namespace RunRecovery.Core.Rendering;

/// <summary>Markdown as we understand it: each extension by name. No generic attributes (they carry event handlers), no automatic identifiers (quadratic).</summary>
internal static class BlogPipeline
{
    public static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseFootnotes()
            .UseTaskLists()
            .UseDefinitionLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseSmartyPants()
            .UseAlertBlocks()
            .UsePreciseSourceLocation();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new WikiLinkParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new NoteParser());
        builder.BlockParsers.Insert(0, new RenderClock.AtLines());
        builder.InlineParsers.Insert(0, new RenderClock.AtSigns());
        return builder.Build();
    }
}
