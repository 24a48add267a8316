using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Tests.Posts;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Heavy Legs", "heavy-legs")]
    [InlineData("  Día de descanso!  ", "dia-de-descanso")]
    [InlineData("Don't stop", "dont-stop")]
    [InlineData("5 km -- flat & fast", "5-km-flat-fast")]
    [InlineData("Straße", "strasse")]
    [InlineData("回復の日", "回復の日")]
    [InlineData("...", "")]
    [InlineData("a\ud800b", "a-b")]
    public void A_slug_is_made_of_letters_digits_and_single_hyphens(string text, string slug) => Assert.Equal(slug, Slug.From(text));

    [Fact]
    public void A_long_title_is_cut_between_words()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("recovery", 40)));

        Assert.True(slug.Length <= Slug.MaxLength);
        Assert.EndsWith("recovery", slug, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("heavy-legs", true)]
    [InlineData("Heavy-Legs", false)]
    [InlineData("heavy legs", false)]
    [InlineData("-heavy", false)]
    [InlineData("a/../b", false)]
    [InlineData("", false)]
    public void Only_what_a_slug_would_become_is_valid(string slug, bool valid) => Assert.Equal(valid, Slug.IsValid(slug));
}
