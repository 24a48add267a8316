using RunRecovery.Web.Feeds;

namespace RunRecovery.Web.Tests.Feeds;

public sealed class FeedFormatsTests
{
    public static TheoryData<string> Formats => [.. FeedFormats.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Rule_13_an_empty_title_is_left_out_and_not_invented(string name)
    {
        var feed = new Feed
        {
            Id = "urn:uuid:feed",
            Title = "Blog",
            Description = "About",
            Language = "en",
            Author = "Ann",
            Self = "https://blog.example/feed",
            Page = "https://blog.example/",
            Icon = "https://blog.example/i.png",
            Entries =
            [
                new FeedEntry
                {
                    Id = "urn:uuid:1", Title = "", Address = "https://blog.example/posts/a", PublishedAt = DateTime.UnixEpoch, UpdatedAt = DateTime.UnixEpoch,
                    Author = "Ann", Summary = "In short.", Html = "<p>Text.</p>", ShortHtml = "<p>Text.</p>",
                },
            ],
        };

        var entry = Assert.Single(ReadFeed.Parse(System.Text.Encoding.UTF8.GetString(FeedFormats.All.Single(f => f.Name == name).Write(feed))).Entries);

        // Atom wants the element, and allows it to be empty.
        Assert.Equal(name == "Atom" ? "" : null, entry.Title);
    }
}
