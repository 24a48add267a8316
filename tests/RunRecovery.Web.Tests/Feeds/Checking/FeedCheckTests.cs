using System.Globalization;
using RunRecovery.Web.Feeds.Checking;
using RunRecovery.Web.Options;
using static RunRecovery.Web.Tests.BlogApplication;

namespace RunRecovery.Web.Tests.Feeds.Checking;

public sealed class FeedCheckTests : IDisposable
{
    private readonly BlogApplication _blog = new();
    private readonly BlogApplication _shipped = new() { Content = Path.Combine(HomeFolder.Path, "content") };

    public void Dispose()
    {
        _blog.Dispose();
        _shipped.Dispose();
    }

    [Fact]
    public async Task Archives_are_followed_to_the_oldest_post()
    {
        for (var number = 0; number < 45; number++)
        {
            await _blog.Save(APost(string.Create(CultureInfo.InvariantCulture, $"post-{number}")) with { Date = Now.AddDays(-number), Tags = ["Überzug"] });
        }

        await _blog.Save(APost("tomorrow") with { Date = Now.AddDays(1), Tags = ["Überzug"] });

        // The newest document and two archives, of all posts and of the tag, and the newest of no tips; each in three formats.
        Assert.Equal($"{(3 + 3 + 1) * 3} feed documents checked, 0 problems.", (await Check(_blog)).ToString());
    }

    [Fact]
    public async Task A_text_of_everything_keeps_the_rules()
    {
        await _shipped.Save(APost("everything", "A & B “C” 😀") with
        {
            Language = "de",
            Author = "Somebody Else",
            Markdown = """
                # A & B “C” 😀

                Text[^1] with [a place](#part), [a tip](/tips) and [another site](//other.example/a).

                - [ ] to do
                - [x] done

                > [!NOTE]
                > Note.

                <details><summary>More</summary>

                ![a picture](https://other.example/a.png "Caption")

                </details>

                <div class="a" style="color: red" onclick="a()"><iframe src="https://other.example"></iframe><video src="https://other.example/a.mp4" poster="https://other.example/a.png"></video></div>

                <video src="/media/video/after-a-marathon.mp4" poster="/media/charts/red-flags.png"></video>

                ![Bars](/media/charts/red-flags.png)

                | A | B |
                |---|--:|
                | 1 | 2 |

                ```cs
                var a = "<b>";
                ```

                [^1]: The note.
                """,
        });

        Assert.Equal([], (await Check(_shipped)).Problems);
    }

    private static Task<FeedCheckReport> Check(BlogApplication blog) => blog.Ask<FeedCheck, FeedCheckReport>(check => check.RunAsync());
}
