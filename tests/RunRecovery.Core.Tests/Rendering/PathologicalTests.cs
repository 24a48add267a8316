using System.Diagnostics;
using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Tests.Rendering;

/// <summary>Whatever was written, rendering ends: with HTML or with a refusal that says why.</summary>
public sealed class PathologicalTests
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(20);
    private const long EnoughMemory = 1_500_000_000;

    public static TheoryData<string, string, int> Texts => new()
    {
        { "nested quotes", "> ", 10_000 }, { "brackets", "[", 10_000 }, { "emphasis", "*a ", 10_000 }, { "strong", "**a ", 10_000 }, { "closed emphasis", "*a* ", 100_000 },
        { "nested lists", "- ", 10_000 }, { "headings", "# a\n", 16_000 }, { "broken links", "[ (](", 16_000 }, { "declarations", "<![CDATA[", 15_000 },
        { "notes", "[^a]", 8_000 }, { "divs", "<div>", 10_000 }, { "bold tags", "<b>", 10_000 }, { "attributes", "{.a", 16_000 }, { "wiki links", "[[a", 20_000 },
        { "one line of 1 MB", "word ", 200_000 }, { "backticks", "`a``b", 20_000 }, { "table cells", "| a ", 50_000 }, { "entities", "&amp", 100_000 },
        { "images", "![a](", 20_000 }, { "autolinks", "<a:", 60_000 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Rendering_ends_in_bounded_time_and_memory(string what, string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        try
        {
            new MarkdownRenderer().Render(text, RenderContext.Alone);
        }
        catch (RenderRefusedException refusal)
        {
            Assert.StartsWith("text: ", refusal.Message, StringComparison.Ordinal);
        }

        // Far above the budget of five seconds: this tells "ends" from "never ends", not fast from slow.
        Assert.True(watch.Elapsed < Enough, $"{what} took {watch.Elapsed}");
        Assert.True(GC.GetTotalMemory(forceFullCollection: false) - before < EnoughMemory, $"{what} took too much memory");
    }

    [Fact]
    public void A_text_over_one_mebibyte_is_refused() =>
        Assert.Contains("1024 KiB", Assert.Throws<RenderRefusedException>(() => new MarkdownRenderer().Render(new string('a', 1024 * 1024 + 1), RenderContext.Alone)).Message, StringComparison.Ordinal);
}
