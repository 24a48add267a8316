using CsCheck;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Tests.Writing;

public sealed class TextChangesTests
{
    private static readonly Gen<string> Texts = Gen.OneOf("easy ", "days", ".", "\n", "\t", " ", "legs, ", "ünï", "🏃", "((", "\u2028", "\0", "\f").List[0, 40].Select(string.Concat);

    [Fact]
    public void What_is_the_same_and_gone_is_the_old_text_and_what_is_the_same_and_new_the_other_one() =>
        Gen.Select(Texts, Texts).Sample(AssertBothAreThere);

    [Fact]
    public void Of_a_changed_line_only_the_changed_words_differ()
    {
        var parts = TextChanges.Between("Rest.\nRun two easy days after a race.\nSleep.", "Rest.\nRun three easy days after a race.\nSleep.");

        Assert.Equal(
            [
                new TextPart(TextPartKind.Same, "Rest.\nRun "),
                new TextPart(TextPartKind.Gone, "two"),
                new TextPart(TextPartKind.Inserted, "three"),
                new TextPart(TextPartKind.Same, " easy days after a race.\nSleep."),
            ],
            parts);
    }

    [Fact]
    public void Nothing_differs_between_a_text_and_itself() => Assert.Equal([new TextPart(TextPartKind.Same, "Easy.\n")], TextChanges.Between("Easy.\n", "Easy.\n"));

    /// <summary>Compared word by word as a whole, each of these would take minutes.</summary>
    [Theory]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData(" a b c d e f g h i j k l m n o p q r s t u v w x y z\n")]
    public void Texts_of_a_megabyte_are_compared(string between)
    {
        string Large(string word) => string.Concat(Enumerable.Range(0, 1024 * 1024 / (8 + between.Length)).Select(i => $"{word}{i}{between}"));

        AssertBothAreThere(Large("a"), Large("b"));
    }

    private static void AssertBothAreThere(string before, string after)
    {
        var parts = TextChanges.Between(before, after);

        Assert.Equal(before, string.Concat(parts.Where(p => p.Kind is not TextPartKind.Inserted).Select(p => p.Text)));
        Assert.Equal(after, string.Concat(parts.Where(p => p.Kind is not TextPartKind.Gone).Select(p => p.Text)));
    }
}
