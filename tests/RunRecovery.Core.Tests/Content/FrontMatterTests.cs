namespace RunRecovery.Core.Tests.Content;

public sealed class FrontMatterTests : ReadingTests
{
    [Fact]
    public void Unknown_keys_are_kept_word_for_word_and_in_order()
    {
        var post = WithHeader("""
            zebra:   'striped'  # really
            title: Easy days
            layout:
              name: wide
              parts: [a, {b: c}]

            Apple: |
              two
              lines
            """);

        Assert.Equal("zebra:   'striped'  # really\nlayout:\n  name: wide\n  parts: [a, {b: c}]\nApple: |\n  two\n  lines", post.UnknownFrontMatter);
    }

    [Fact]
    public void What_was_kept_can_be_read_again()
    {
        var kept = WithHeader("layout: {name: wide}\nimage: {src: /media/a.png, focus: top}\naliases: [Tired legs]").UnknownFrontMatter;

        Assert.Equal(kept, WithHeader(kept!).UnknownFrontMatter);
        Assert.Contains("image.focus: top", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_in_braces_is_YAML_too() => Assert.Equal("Easy days", WithHeader("{title: Easy days, tags: [a]}").Title);

    [Fact]
    public void TOML_from_other_tools()
    {
        var post = Read("""
            +++
            title = "Easy days"
            date = 2026-11-23T12:00:00+01:00
            draft = true
            tags = ["legs", "sleep"]
            weight = 3
            [cover]
            image = "/media/a.png"
            [params]
            wide = true
            size = 1.5
            name = "true"
            +++
            Text.
            """);

        Assert.Equal(("Easy days", true, true, "Text."), (post.Title, post.Draft, post.Featured, post.Markdown));
        Assert.Equal(new DateTime(2026, 11, 23, 11, 0, 0, DateTimeKind.Utc), post.Date);
        Assert.Equal(["legs", "sleep"], post.Tags);
        Assert.Equal("/media/a.png", post.Image?.Src);
        Assert.Equal("params:\n  wide: true\n  size: 1.5\n  name: \"true\"", post.UnknownFrontMatter);
    }

    [Fact]
    public void JSON_from_other_tools()
    {
        var post = ReadPost("""
            {
              "title": "Easy days",
              "tags": ["legs"],
              "date": "2026-11-23",
              "params": {"wide": true, "sizes": [1, null, "x"]}
            }

            Text.
            """);

        Assert.Equal(("Easy days", "Text."), (post.Fields.Title, post.Fields.Markdown));
        Assert.Equal(["legs"], post.Fields.Tags);
        Assert.Equal("params:\n  wide: true\n  sizes: [1, null, x]", post.Fields.UnknownFrontMatter);
        Assert.Equal(8, post.BodyLine);
        Assert.Equal(3, post.KeyLines["tags"]);
    }

    [Fact]
    public void A_text_that_begins_with_a_template_tag_has_no_header() => Assert.Equal("{% include a %}", Read("{% include a %}").Markdown);

    [Fact]
    public void Problems_in_TOML_and_JSON_name_their_line_too()
    {
        Assert.Equal("posts/easy-days.md:3: broken TOML: Missing value after `=`.", ProblemOf("+++\ntitle = \"a\"\ndate =\n+++\n"));
        Assert.StartsWith("posts/easy-days.md:3: broken JSON: ", ProblemOf("{\n\"title\": \"a\",\n\"date\": }\n"), StringComparison.Ordinal);
        Assert.StartsWith("posts/easy-days.md:3: date: wanted a day that exists", ProblemOf("+++\ntitle = \"a\"\ndate = \"never\"\n+++\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\ntitle: a\nlayout: [x\n---\nText", 3)]
    [InlineData("---\ntitle: a\ndescription: Day one: rest\n---\nText", 3)]
    [InlineData("\n\n---\ntitle: \"a\n---\nText", 4)]
    public void Broken_YAML_names_the_line(string text, int line) =>
        Assert.StartsWith($"posts/easy-days.md:{line}: broken YAML: ", ProblemOf(text), StringComparison.Ordinal);

    [Fact]
    public void A_header_without_end_names_where_it_begins() =>
        Assert.Equal("posts/easy-days.md:1: the header that begins here never ends; wanted a line of --- after it.", ProblemOf("---\ntitle: a\n\nText"));

    [Theory]
    [InlineData("---\njust words\n---\n")]
    [InlineData("---\n- a\n- list\n---\n")]
    public void A_header_that_is_no_list_of_keys_is_refused(string text) => Assert.Contains(":2: wanted lines such as 'title: My post'", ProblemOf(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("---\n---\nText")]
    [InlineData("---\n# nothing yet\n---\nText")]
    public void An_empty_header_is_none(string text) => Assert.Equal("Text", Read(text).Markdown);

    [Fact]
    public void A_key_given_twice_is_refused() =>
        Assert.Equal("posts/easy-days.md:3: Title: is given twice, first on line 2.", ProblemOf("---\ntitle: a\nTitle: b\n---\n"));

    [Theory]
    [InlineData("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "anchors")]
    [InlineData("title: *a", "aliases")]
    [InlineData("&a title: b", "anchors")]
    [InlineData("layout: {deep: [*a]}", "aliases")]
    public void A_YAML_bomb_ends_at_its_first_alias(string header, string reason) => Assert.Contains($":2: {reason}", ProblemOf($"---\n{header}\n---\n"), StringComparison.Ordinal);

    public static TheoryData<string> Pathological =>
    [
        "a: " + new string('[', 60_000),
        "a: " + new string('{', 60_000),
        string.Concat(Enumerable.Repeat("? ", 30_000)),
        string.Concat(Enumerable.Range(0, 340).Select(i => new string(' ', i) + "a:\n")),
        "a: [" + string.Concat(Enumerable.Repeat("[],", 20_000)),
        "a: " + string.Concat(Enumerable.Repeat("x ", 30_000)) + ": y",
        "a: \"" + string.Concat(Enumerable.Repeat("\\", 60_001)),
        string.Concat(Enumerable.Range(0, 6_000).Select(i => $"k{i}: v\n")) + "k0: v",
        new string('&', 60_000),
        new string('!', 60_000),
    ];

    [Theory]
    [MemberData(nameof(Pathological), DisableDiscoveryEnumeration = true)]
    public void A_pathological_header_is_refused_at_once(string header)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        ProblemOf($"---\n{header}\n---\nText");

        // By work, not by the clock, which runs on while other tests have the processor.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    [Theory]
    [InlineData("---\nlayout: ", "\n---\nText")]
    [InlineData("+++\nlayout = \"", "\"\n+++\nText")]
    [InlineData("{\"layout\": \"", "\"}\nText")]
    public void A_header_of_more_than_64_KiB_is_refused(string before, string after) =>
        Assert.Equal("posts/easy-days.md:1: the header has more than 65,536 bytes; what is text belongs below it.", ProblemOf(before + new string('x', 70_000) + after));
}
