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
        { "tags closed by others", "<div></i>", 60_000 }, { "tags closed in comments", "<div><!--</div>-->", 24_000 }, { "code", "`a``", 200_000 }, { "items", "-\n", 500_000 }, { "empty links", "[](", 300_000 }, { "definitions", "[a]: b\n", 140_000 }, { "tables", "|a|b\n|-|-\n", 90_000 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Rendering_ends_in_bounded_time_and_memory(string what, string part, int times) =>
        EndsWithin(what, string.Concat(Enumerable.Repeat(part, times)));

    [Fact]
    public void An_address_that_is_referred_to_often_does_not_grow_into_gigabytes()
    {
        var text = $"[a]: http://{new string('u', 50_000)}\n\n" + string.Concat(Enumerable.Repeat("[a] ", 10_000));

        Assert.Contains("million characters of HTML", EndsWithin("references", text)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_that_are_never_closed_do_not_grow_into_gigabytes()
    {
        var text = string.Concat(Enumerable.Range(0, 250).Select(i => $"<b title={i}>")) + string.Concat(Enumerable.Repeat("<p>", 300_000));

        Assert.Contains("HTML elements", EndsWithin("formatting", text)!.Message, StringComparison.Ordinal);
    }

    /// <summary>Null: it became HTML.</summary>
    private static RenderRefusedException? EndsWithin(string what, string text)
    {
        RenderRefusedException? refused = null;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        try
        {
            new MarkdownRenderer().Render(text, RenderContext.Alone);
        }
        catch (RenderRefusedException refusal)
        {
            Assert.StartsWith("text: ", refusal.Message, StringComparison.Ordinal);
            refused = refusal;
        }

        // Far above the budget of five seconds: this tells "ends" from "never ends", not fast from slow.
        Assert.True(watch.Elapsed < Enough, $"{what} took {watch.Elapsed}");
        Assert.True(GC.GetTotalMemory(forceFullCollection: false) - before < EnoughMemory, $"{what} took too much memory");
        return refused;
    }

    [Fact]
    public void A_text_over_one_mebibyte_is_refused() =>
        Assert.Contains("1024 KiB", Assert.Throws<RenderRefusedException>(() => new MarkdownRenderer().Render(new string('a', 1024 * 1024 + 1), RenderContext.Alone)).Message, StringComparison.Ordinal);
}
