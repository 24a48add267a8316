using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Rendering;

/// <summary>
/// A text with a little of everything, rendered before any other. What a process does only once is then done: no reader waits for it, and no
/// deadline can cut it off, which would leave a static field broken for ever.
/// </summary>
internal static class FirstText
{
    public const string Markdown = """
        # Heading *with* `code`

        Words with **strong**, _emphasis_, ~~deleted~~, "quotes" -- and dashes... &amp; [a link](/tips), [[Title]], <https://example.org>, https://example.org and a note.[^1]\
        A new line with <kbd>HTML</kbd> and ![a picture](/media/p.png).

        ![Alone](/media/p.png "A caption")

        [Film](/media/f.mp4)

        [Talk](https://youtu.be/abc)

        <!--more More-->

        ## Lists

        1. One
        2. Two
           - [x] done
           - [ ] open

        Term
        : Definition

        > [!TIP]
        > Quote

        | a | b |
        |---|--:|
        | 1 | 2 |

        ```
        code
        ```

        <details><summary>More</summary>Text</details>

        [reference]: https://example.org "Title"

        [reference], [unknown] and [file](other.md).

        [^1]: The note.
        """;

    private static readonly MediaItem Picture = new() { Path = "p.png", Hash = new string('0', 64), ContentType = "image/png", Width = 1200, Height = 800 };
    private static readonly MediaItem Film = new() { Path = "f.mp4", Hash = Picture.Hash, ContentType = "video/mp4" };

    public static readonly RenderContext OnPage = new()
    {
        Address = "/posts/first",
        Folder = "posts",
        FindText = name => name == "Title" ? "/posts/title" : null,
        FindMedia = path => path switch { "p.png" or "f.png" => Picture, "f.mp4" => Film, _ => null },
        Title = "First",
        Video = new PostVideo("/media/f.mp4", "/media/p.png", Duration: "PT40S"),
    };

    public static readonly RenderContext InFeed = OnPage with { FeedBase = new Uri("https://example.org/") };
}
