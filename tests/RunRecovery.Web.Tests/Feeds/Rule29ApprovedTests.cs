using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Data;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Feeds;

/// <summary>Whole documents beside those that were approved, so that no byte changes by accident: readers would show old posts as new.</summary>
public sealed class Rule29ApprovedTests : FeedTests
{
    public static TheoryData<string> Documents => ["rss.xml", "atom.xml", "feed.json", "rss-1.xml", "atom-1.xml", "feeds.opml"];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Rule_29_a_document_is_the_approved_one(string name)
    {
        await Blog.Ask<BlogContext, int>(db => db.SiteIdentities.ExecuteUpdateAsync(site => site.SetProperty(s => s.Uuid, new Guid("00000000-0000-4000-8000-000000000001"))));
        for (var number = 1; number <= 20; number++)
        {
            await Save(APost($"older-{number}") with { FeedId = $"urn:uuid:{number}", Date = Now.AddDays(-30 - number) });
        }

        await Save(APost("newest", "Easy & \"slow\" <days>") with
        {
            FeedId = "urn:uuid:newest",
            Date = Now.AddDays(-1),
            UpdatedAt = Now,
            Author = "Ann",
            Language = "de",
            Summary = "In short.",
            Categories = ["Recovery"],
            Tags = ["heavy legs"],
            Markdown = "First.[^1]\n\n<!--more-->\n\n> [!WARNING]\n> Stop.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: A note.",
        });
        var approved = Path.Combine(Here(), "Approved", name);

        using var browser = Blog.CreateClient();
        var text = await browser.GetStringAsync($"/{name}");

        Assert.True(File.Exists(approved), $"There is no approved {name} yet. What came is:\n{text}");
        Assert.Equal(await File.ReadAllTextAsync(approved), text);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
