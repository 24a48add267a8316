using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Tests.Content;

/// <summary>Row by row, what may stand in the header of a file.</summary>
public sealed class SpellingTests : ReadingTests
{
    private static readonly DateTime Noon = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("id")]
    [InlineData("guid")]
    [InlineData("uuid")]
    [InlineData("uid")]
    [InlineData("ID")]
    public void The_feed_id(string key) => Assert.Equal("urn:uuid:1", WithHeader($"{key}: urn:uuid:1").FeedId);

    [Theory]
    [InlineData("title: Easy days")]
    [InlineData("Title: 'Easy days'")]
    [InlineData("TITLE: \"Easy days\"")]
    public void The_title(string header) => Assert.Equal("Easy days", WithHeader(header).Title);

    [Theory]
    [InlineData("date")]
    [InlineData("publishDate")]
    [InlineData("publishdate")]
    [InlineData("pubDate")]
    [InlineData("published")]
    [InlineData("published_at")]
    [InlineData("created")]
    public void The_first_publication(string key) => Assert.Equal(Noon, WithHeader($"{key}: 2026-11-23T12:00:00Z").Date);

    [Theory]
    [InlineData("lastmod")]
    [InlineData("updated")]
    [InlineData("modified")]
    [InlineData("updatedDate")]
    [InlineData("last_modified_at")]
    public void The_last_significant_edit(string key) => Assert.Equal(Noon, WithHeader($"{key}: 2026-11-23T12:00:00Z").UpdatedAt);

    [Theory]
    [InlineData("expiryDate")]
    [InlineData("unpublishdate")]
    public void The_expiry(string key) => Assert.Equal(Noon, WithHeader($"{key}: 2026-11-23T12:00:00Z").ExpiresAt);

    [Theory]
    [InlineData("draft: true", true)]
    [InlineData("draft: yes", true)]
    [InlineData("published: false", true)]
    [InlineData("publish: false", true)]
    [InlineData("status: draft", true)]
    [InlineData("status: Draft", true)]
    [InlineData("draft: false\npublished: false", true)]
    [InlineData("draft: false", false)]
    [InlineData("published: true", false)]
    [InlineData("publish: true", false)]
    [InlineData("status: published", false)]
    [InlineData("published: 2026-11-23", false)]
    public void A_draft(string header, bool expected) => Assert.Equal(expected, WithHeader(header).Draft);

    [Theory]
    [InlineData("slug: heavy-legs")]
    [InlineData("permalink: /2026/11/heavy-legs/")]
    [InlineData("permalink: /2026/11/heavy-legs.html")]
    [InlineData("permalink: heavy-legs")]
    [InlineData("url: https://old.example/archive/heavy-legs")]
    [InlineData("url: /Archive/Heavy_Legs")]
    public void The_slug(string header) => Assert.Equal("heavy-legs", WithHeader(header).Slug);

    [Fact]
    public void The_address_that_a_permalink_gave_keeps_answering() =>
        Assert.Equal(["/2026/11/heavy-legs/"], WithHeader("permalink: /2026/11/heavy-legs/").Aliases);

    [Fact]
    public void A_permalink_that_is_the_address_anyway_is_no_old_one() => Assert.Empty(WithHeader("permalink: /posts/heavy-legs/").Aliases);

    [Fact]
    public void A_pattern_of_Jekyll_is_no_address()
    {
        var post = WithHeader("permalink: /:year/:title/");

        Assert.Equal("easy-days", post.Slug);
        Assert.Equal("permalink: /:year/:title/", post.UnknownFrontMatter);
    }

    [Theory]
    [InlineData("aliases: [/old, /older/]")]
    [InlineData("aliases:\n- /old\n- /older/")]
    [InlineData("redirect_from:\n  - /old\n  - /older/")]
    [InlineData("aliases: /old\nredirect_from: /older/")]
    public void Old_addresses(string header) => Assert.Equal(["/old", "/older/"], WithHeader(header).Aliases);

    [Fact]
    public void Other_names_of_a_note_are_kept_but_are_no_addresses()
    {
        var post = WithHeader("aliases: [Tired legs, /old]");

        Assert.Equal(["/old"], post.Aliases);
        Assert.Contains("Tired legs", post.UnknownFrontMatter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("categories: [Training, Health]", "Training", "Health")]
    [InlineData("categories: Quick Tips", "Quick Tips")]
    [InlineData("category: Quick Tips", "Quick Tips")]
    [InlineData("category: [Training]\ncategories: Health", "Health", "Training")]
    public void Categories(string header, params string[] expected) => Assert.Equal(expected, WithHeader(header).Categories);

    [Theory]
    [InlineData("tags: [heavy legs, sleep]", "heavy legs", "sleep")]
    [InlineData("tags:\n  - heavy legs\n  - sleep", "heavy legs", "sleep")]
    [InlineData("tags: legs sleep", "legs", "sleep")]
    [InlineData("tags: heavy legs, sleep", "heavy legs", "sleep")]
    [InlineData("tag: heavy legs", "heavy legs")]
    [InlineData("tags: ['#running/legs', '#sleep']", "running/legs", "sleep")]
    [InlineData("tags: '#running/legs #sleep'", "running/legs", "sleep")]
    [InlineData("tags: [2026, true]", "2026", "true")]
    [InlineData("tags: [sleep, sleep]", "sleep")]
    public void Tags(string header, params string[] expected) => Assert.Equal(expected, WithHeader(header).Tags);

    [Theory]
    [InlineData("series: Heavy Legs\nseriesOrder: 2")]
    [InlineData("series: [Heavy Legs]\nseriesorder: '2'")]
    public void The_place_in_a_series(string header)
    {
        var post = WithHeader(header);

        Assert.Equal(("Heavy Legs", 2), (post.Series, post.SeriesOrder));
    }

    [Theory]
    [InlineData("description")]
    [InlineData("meta_description")]
    public void The_description(string key) => Assert.Equal("Short.", WithHeader($"{key}: Short.").Description);

    [Theory]
    [InlineData("summary")]
    [InlineData("excerpt")]
    [InlineData("custom_excerpt")]
    public void The_teaser_in_the_authors_words(string key) => Assert.Equal("Short.", WithHeader($"{key}: Short.").Summary);

    [Theory]
    [InlineData("image: {src: /media/a.png, alt: A shoe, caption: Mine}")]
    [InlineData("image:\n  url: /media/a.png\n  alt: A shoe\n  caption: Mine")]
    [InlineData("cover: /media/a.png\ncover_alt: A shoe\ncover_caption: Mine")]
    [InlineData("cover: {image: /media/a.png, alt: A shoe, caption: Mine}")]
    [InlineData("heroImage: {src: /media/a.png, alt: A shoe, caption: Mine}")]
    [InlineData("feature_image: /media/a.png\nfeature_image_alt: A shoe\nfeature_image_caption: Mine")]
    [InlineData("images: [{src: /media/a.png, alt: A shoe, caption: Mine}, /media/b.png]")]
    public void The_picture(string header) => Assert.Equal(new PostImage("/media/a.png", "A shoe", "Mine"), WithHeader(header).Image);

    [Theory]
    [InlineData("image: shoe.png", "/media/posts/shoe.png")]
    [InlineData("heroImage: ../media/blog/shoe.png", "/media/blog/shoe.png")]
    [InlineData("images: [./my%20shoe.png]", "/media/posts/my%20shoe.png")]
    [InlineData("image: https://pictures.example/a.png", "https://pictures.example/a.png")]
    public void A_picture_beside_its_text(string header, string expected) => Assert.Equal(expected, WithHeader(header).Image?.Src);

    [Fact]
    public void The_video() => Assert.Equal(
        new PostVideo("/media/v.mp4", "/media/v.png", "/media/v.vtt", "/media/v.txt", "PT40S"),
        WithHeader("video: {url: /media/v.mp4, poster: /media/v.png, captions: ../media/v.vtt, transcript: /media/v.txt, duration: PT40S}").Video);

    [Theory]
    [InlineData("author: Ann")]
    [InlineData("authors: [Ann]")]
    [InlineData("author: {name: Ann}")]
    public void The_author(string header) => Assert.Equal("Ann", WithHeader(header).Author);

    [Fact]
    public void Several_authors() => Assert.Equal("Ann, Ben", WithHeader("authors: [Ann, {name: Ben, url: https://ben.example}]").Author);

    [Theory]
    [InlineData("featured: true", true)]
    [InlineData("sticky: true", true)]
    [InlineData("sticky: 100", true)]
    [InlineData("weight: 10", true)]
    [InlineData("weight: 0", false)]
    [InlineData("featured: false", false)]
    public void Pinned(string header, bool expected) => Assert.Equal(expected, WithHeader(header).Featured);

    [Theory]
    [InlineData("lang")]
    [InlineData("language")]
    public void The_language(string key) => Assert.Equal("de", WithHeader($"{key}: de").Language);

    [Theory]
    [InlineData("canonicalUrl")]
    [InlineData("canonical_url")]
    public void The_canonical_address(string key) => Assert.Equal("https://first.example/a", WithHeader($"{key}: https://first.example/a").CanonicalUrl);

    [Theory]
    [InlineData("comments: false", false)]
    [InlineData("comments: true", true)]
    [InlineData("lang: en", true)]
    public void Comments(string header, bool expected) => Assert.Equal(expected, WithHeader(header).Comments);

    [Fact]
    public void Sources() => Assert.Equal(["sleep", "roberts2019"], WithHeader("sources: [sleep, roberts2019]").Sources);

    [Fact]
    public void The_last_check_of_health_claims()
    {
        var post = WithHeader("reviewed: {date: 2026-11-23, by: Ann}");

        Assert.Equal((new DateOnly(2026, 11, 23), "Ann"), (post.ReviewedOn, post.ReviewedBy));
    }

    [Fact]
    public void A_tip_has_a_phase_a_kind_of_run_and_a_grade()
    {
        var tip = WithHeader("phase: rest\nappliesTo: any race\ngrade: weak", "tips/roll.md");

        Assert.Equal(("rest", "any race", "weak"), (tip.Phase, tip.AppliesTo, tip.Grade));
    }

    [Fact]
    public void A_post_has_none_of_these_but_keeps_what_its_author_wrote()
    {
        var post = WithHeader("phase: rest");

        Assert.Null(post.Phase);
        Assert.Equal("phase: rest", post.UnknownFrontMatter);
    }

    [Fact]
    public void The_first_spelling_counts_and_the_others_are_kept()
    {
        var post = WithHeader("created: 2020-01-01\ndate: 2026-11-23T12:00:00Z");

        Assert.Equal(Noon, post.Date);
        Assert.Equal("created: 2020-01-01", post.UnknownFrontMatter);
    }
}
