using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Tests.Content;

public sealed class ReadingPostsTests : ReadingTests
{
    [Fact]
    public void Without_header_the_first_heading_is_the_title_and_does_not_show_twice()
    {
        var post = ReadPost("\n# Easy days\n\nRest.\n");

        Assert.Equal(("Easy days", "Rest.\n"), (post.Fields.Title, post.Fields.Markdown));
        Assert.Equal(4, post.BodyLine);
    }

    [Fact]
    public void A_heading_in_code_is_no_title()
    {
        var post = Read("```sh\n# comment\n```\n\nText.\n\n# Easy days #\nRest.\n");

        Assert.Equal("Easy days", post.Title);
        Assert.Contains("# comment", post.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("Easy days", post.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_smaller_heading_is_no_title() => Assert.Equal("Easy days", Read("## Rest\n\nText.").Title);

    [Fact]
    public void With_a_title_in_the_header_the_heading_stays() => Assert.Equal("# Rest\n", Read("---\ntitle: Easy days\n---\n# Rest\n").Markdown);

    [Theory]
    [InlineData("posts/easy-days.md", "Easy days", "easy-days")]
    [InlineData("posts/Easy Days – Après ski.md", "Easy Days – Après ski", "easy-days-apres-ski")]
    [InlineData("posts/2026-11-23-easy-days.md", "Easy days", "easy-days")]
    [InlineData("posts/easy-days/index.md", "Easy days", "easy-days")]
    [InlineData("posts/2026-11-23-easy-days/index.md", "Easy days", "easy-days")]
    [InlineData("posts/2026/easy_days.markdown", "Easy days", "easy-days")]
    [InlineData("posts/2026-11-23.md", "2026 11 23", "2026-11-23")]
    [InlineData("posts/index.md", "Index", "index")]
    public void Without_header_and_heading_the_file_name_gives_title_and_slug(string path, string title, string slug)
    {
        var post = Read("Text.", path);

        Assert.Equal((title, slug), (post.Title, post.Slug));
    }

    [Theory]
    [InlineData("posts/2026-11-23-easy-days.md")]
    [InlineData("posts/2026-11-23-easy-days/index.md")]
    public void The_file_name_gives_the_day_in_the_sites_time_zone(string path) =>
        Assert.Equal(new DateTime(2026, 11, 22, 23, 0, 0, DateTimeKind.Utc), Read("Text.", path).Date);

    [Fact]
    public void The_headers_date_and_slug_win_over_the_file_name()
    {
        var post = WithHeader("date: 2026-01-01T00:00:00Z\nslug: rest", "posts/2026-11-23-easy-days.md");

        Assert.Equal((new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), "rest"), (post.Date, post.Slug));
    }

    [Fact]
    public void Without_any_date_it_is_published_when_it_comes_in()
    {
        var post = Read("Text.");

        Assert.Null(post.Date);
        Assert.False(post.Draft);
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-22T23:00:00")]
    [InlineData("2026-11-23 18:30", "2026-11-23T17:30:00")]
    [InlineData("2026-11-23 18:30:15", "2026-11-23T17:30:15")]
    [InlineData("2026-11-23T18:30:15", "2026-11-23T17:30:15")]
    [InlineData("2026-07-01T18:30", "2026-07-01T16:30:00")]
    [InlineData("2026-11-23T18:30:15Z", "2026-11-23T18:30:15")]
    [InlineData("2026-11-23t18:30:15z", "2026-11-23T18:30:15")]
    [InlineData("2026-11-23T18:30:15.5+05:30", "2026-11-23T13:00:15.5")]
    [InlineData("2026-11-23 18:30:15 -0800", "2026-11-24T02:30:15")]
    [InlineData("2026-11-23 18:30:15 UTC", "2026-11-23T18:30:15")]
    [InlineData("2001-12-14 21:59:43.10 -5", "2001-12-15T02:59:43.1")]
    [InlineData("'Nov 23 2026'", "2026-11-22T23:00:00")]
    [InlineData("'November 3, 2026'", "2026-11-02T23:00:00")]
    [InlineData("2026-03-29 02:30", "2026-03-29T01:30:00")]
    public void Dates_are_read_as_people_and_tools_write_them(string written, string utc) =>
        Assert.Equal(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), WithHeader($"date: {written}").Date);

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01T10:00:00Z")]
    [InlineData("2026-11-23 25:00")]
    [InlineData("2026-11-23T10:00:00+99:00")]
    [InlineData("0000-01-01")]
    [InlineData("9999-12-31T23:00:00-12:00")]
    [InlineData("soon")]
    [InlineData("1700000000")]
    [InlineData("[2026-11-23]")]
    public void An_impossible_date_is_refused_with_line_key_and_what_is_wanted(string written)
    {
        var problem = ProblemOf($"---\ntitle: a\nlastmod: {written}\n---\n");

        Assert.StartsWith("posts/easy-days.md:3: lastmod: wanted a day that exists, such as 2026-11-23", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_impossible_day_in_the_file_name_is_refused() =>
        Assert.Equal("posts/2026-02-30-leap.md: '2026-02-30' in the file's name is no day that exists.", ProblemOf("Text.", "posts/2026-02-30-leap.md"));

    [Theory]
    [InlineData("title:")]
    [InlineData("title: ''")]
    [InlineData("title: '  '")]
    [InlineData("title: ~")]
    public void An_empty_title_is_refused(string header) =>
        Assert.StartsWith("posts/easy-days.md:2: title: is empty", ProblemOf($"---\n{header}\n---\n# Rest"), StringComparison.Ordinal);

    [Theory]
    [InlineData("title: [a, b]", "title: wanted text, found a list or nested keys.")]
    [InlineData("draft: maybe", "draft: wanted true or false, found 'maybe'.")]
    [InlineData("seriesOrder: first", "seriesOrder: wanted a whole number, found 'first'.")]
    [InlineData("tags: [{a: b}]", "tags: wanted a list of words, found a list or nested keys.")]
    [InlineData("sticky: maybe", "sticky: wanted true, false or a number.")]
    [InlineData("video: {poster: a.png}", "video: wanted url: with the video's address.")]
    [InlineData("reviewed: {date: never}", "date: wanted a day that exists")]
    public void A_value_that_makes_no_sense_is_refused(string header, string reason) =>
        Assert.StartsWith($"posts/easy-days.md:2: {reason}", ProblemOf($"---\n{header}\n---\n"), StringComparison.Ordinal);

    [Fact]
    public void A_given_slug_is_taken_as_it_is_for_the_validator_to_judge() => Assert.Equal("Not/Legal!", WithHeader("slug: Not/Legal!").Slug);

    [Theory]
    [InlineData("image: ../../secret.png")]
    [InlineData("cover: {image: /media/../../secret.png}")]
    [InlineData("image: ..%2F..%2Fsecret.png")]
    [InlineData("image: '..\\..\\secret.png'")]
    [InlineData("video: {url: ../../../v.mp4}")]
    public void A_picture_outside_the_content_folder_is_refused(string header) =>
        Assert.Contains("leads out of the content folder", ProblemOf($"---\n{header}\n---\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("posts/_drafts/a.md")]
    [InlineData("drafts/a.md")]
    public void A_file_among_drafts_is_a_draft(string path) => Assert.True(WithHeader("draft: false", path).Draft);

    [Fact]
    public void A_problem_of_the_validator_finds_its_line_under_any_spelling() =>
        Assert.Equal(3, ReadPost("---\ntitle: a\nguid: x\nupdated: 2026-01-01\n---\n").LineOf("id: is wrong"));

    [Fact]
    public void Nothing_is_kept_where_everything_was_understood() => Assert.Null(WithHeader("title: a\ndescription:\ndraft: false").UnknownFrontMatter);

    [Fact]
    public void The_kind_is_that_of_the_folder() => Assert.Equal(PostKind.Page, Read("Text.", "pages/about.md").Kind);
}
