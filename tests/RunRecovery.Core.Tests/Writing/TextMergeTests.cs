using CsCheck;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Tests.Writing;

public sealed class TextMergeTests
{
    private enum Edit
    {
        Keep,
        Drop,
        Replace,
        InsertBefore,
        SameAsOther,
    }

    /// <summary>Small texts with many repeated lines, with and without a last line break.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf("a", "b", "c", "", "- a").List[0, 8]
        .Select(Gen.Bool, (lines, ends) => string.Join('\n', lines) + (ends ? "\n" : ""));

    private static readonly Gen<(List<Edit> Theirs, List<Edit> Mine)> Edits = Gen.Int[0, 12].SelectMany(n => Gen.Select(EditsOf(n), EditsOf(n)));

    private static Gen<List<Edit>> EditsOf(int lines) => Gen.Frequency((6, Gen.Const(Edit.Keep)), (4, Gen.Enum<Edit>())).List[lines];

    [Fact]
    public void Who_changed_nothing_gets_what_the_other_one_made() => Gen.Select(Texts, Texts).Sample((start, changed) =>
    {
        Assert.Equal(changed, TextMerge.Merge(start, changed, start));
        Assert.Equal(changed, TextMerge.Merge(start, start, changed));
        Assert.Equal(changed, TextMerge.Merge(start, changed, changed));
    });

    [Fact]
    public void It_does_not_matter_who_is_who() =>
        Gen.Select(Texts, Texts, Texts).Sample((start, theirs, mine) => TextMerge.Merge(start, theirs, mine) == TextMerge.Merge(start, mine, theirs));

    [Fact]
    public void A_merged_text_has_what_each_changed_and_nothing_else() => Edits.Sample(edits =>
    {
        var start = Made(Enumerable.Repeat(Edit.Keep, edits.Theirs.Count), "");
        var (theirs, mine) = (Made(edits.Theirs, "theirs"), Made(edits.Mine, "mine"));

        if (TextMerge.Merge(Text(start), Text(theirs), Text(mine)) is { } merged)
        {
            var kept = start.Where(line => theirs.Contains(line) && mine.Contains(line));
            var wanted = kept.Concat(theirs.Except(start)).Union(mine.Except(start)).Order(StringComparer.Ordinal);
            Assert.Equal(wanted, merged.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        }
    });

    [Fact]
    public void Changes_that_do_not_touch_are_merged() => Edits.Sample(edits =>
    {
        // Between a line that they changed and one that I changed, one stays as it is.
        var (theirs, mine) = (edits.Theirs.Select((e, i) => i % 4 == 0 ? e : Edit.Keep), edits.Mine.Select((e, i) => i % 4 == 2 ? e : Edit.Keep));
        var start = Made(Enumerable.Repeat(Edit.Keep, edits.Theirs.Count), "");

        Assert.NotNull(TextMerge.Merge(Text(start), Text(Made(theirs, "theirs")), Text(Made(mine, "mine"))));
    });

    [Theory]
    [InlineData("one\ntwo\nthree", "ONE\ntwo\nthree", "one\ntwo\nTHREE", "ONE\ntwo\nTHREE")]
    [InlineData("one\ntwo", "one, theirs\ntwo", "one, mine\ntwo", null)]
    [InlineData("one\ntwo\n", "ONE\ntwo\n", "one\nTWO\n", null)]
    [InlineData("one\n", "one\ntheirs\n", "one\nmine\n", null)]
    [InlineData("one\n", "one\nboth\n", "one\nboth\n", "one\nboth\n")]
    [InlineData("", "theirs", "mine", null)]
    public void Lines_that_touch_are_not_merged(string start, string theirs, string mine, string? merged) => Assert.Equal(merged, TextMerge.Merge(start, theirs, mine));

    /// <summary>Compared line by line these would take minutes.</summary>
    [Fact]
    public void Very_large_texts_without_a_common_line_end_as_a_conflict()
    {
        static string Large(string name) => string.Concat(Enumerable.Range(0, 400_000).Select(i => $"{name} {i}\n"));

        Assert.Null(TextMerge.Merge(Large("start"), Large("theirs"), Large("mine")));
    }

    private static List<string> Made(IEnumerable<Edit> edits, string by) => [.. edits.SelectMany<Edit, string>((edit, i) => edit switch
    {
        Edit.Keep => [$"line {i}"],
        Edit.Drop => [],
        Edit.Replace => [$"{by} {i}"],
        Edit.InsertBefore => [$"{by} {i}", $"line {i}"],
        _ => [$"both {i}"],
    })];

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
