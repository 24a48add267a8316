using System.Text;
using System.Text.Json;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Content;
using RunRecovery.Core.Content.Export;
using RunRecovery.Core.Data;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Tests.Content.Export;

/// <summary>What is written is read as the same.</summary>
public sealed class WritingTests
{
    private static readonly string[] Hostile =
    [
        "plain words", "quote \" and ' and \\", "colon: here", "ends with colon:", "# no comment", "a #tag", "- no list", "--- ", "---", "...", "+++", "{a: b}", "[a, b]", "a, b",
        "true", "No", "on", "y", "null", "~", "007", "1.5e3", "0x1F", "2026-11-24", "12:30:45", "=", "<<", "!tag", "&anchor", "*alias", "%percent", "@at", "`tick`", "| block", "> fold", "? key",
        "line one\nline two", "line one\r\nline two\n\n---\nlast", "tab\there", "bell\u0007", "nul\0nul", "nbsp\u00a0inside", "\u2028separator", "\u0085next", "\ufeffmark", "emoji 🏃‍♀️", "ünï çödé", "日本語", "שלום", "e\u0301", "\ud83c\udfc3",
        "  padded  ", "\ttabbed\t", "x", "/slash", "/ends/with/", "a:b", "urn:uuid:1", "C#", "#1 hit", "''", "\"\"", "a  b",
    ];

    // What is no text in UTF-8 cannot be stored.
    private static readonly Gen<string> Any = Gen.String.Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));

    private static readonly Gen<string> Text = Gen.OneOf(Gen.OneOf(Hostile), Gen.Select(Gen.OneOf(Hostile), Gen.OneOf(Hostile), (a, b) => a + b), Any);
    private static readonly Gen<string?> Maybe = Gen.OneOf(Gen.Const((string?)null), Text.Select(text => (string?)text));
    private static readonly Gen<string> Name = Gen.OneOf(Hostile).Select(text => $"n {text}").Where(text => text.Length <= 80);
    private static readonly Gen<List<string>> Names = Name.List[0, 4];
    private static readonly Gen<DateTime?> Time = Gen.OneOf(Gen.Const((DateTime?)null), Gen.Long[0, 70_000_000_000_000_000].Select(ticks => (DateTime?)PostValidator.EarliestDate.AddTicks(ticks)));
    private static readonly Gen<string> Address = Gen.OneOf("https://example.org/a?b=c#d", "/media/a.png", "/media/with%20space/%C3%BC.png", "//other.example/x", "/elsewhere 1.png", "mailto:x");

    private static readonly Gen<PostFields> Fields =
        from kind in Gen.Enum<PostKind>()
        from texts in Maybe.Array[8]
        from title in Text.Select(text => $"{text}!")
        from markdown in Gen.OneOf(Text, Text.Select(text => $"\n\n{text}\n\n# A heading\n"), Gen.Const(""), Gen.Const("---\ntitle: x\n---\n"))
        from times in Time.Array[3]
        from draft in Gen.Bool
        from names in Names.Array[3]
        from series in Gen.OneOf(Gen.Const((string?)null), Name.Select(name => (string?)name))
        from order in Gen.Int[-3, 30]
        from flags in Gen.Bool.Array[6]
        from addresses in Address.Array[4]
        from aliases in Gen.OneOf("/old", "/2019/Easy%20Days.html/", "/a%2520b", "/with: colon", "/ünï").List[0, 3]
        select new PostFields
        {
            Kind = kind,
            Title = title,
            Slug = "easy-days",
            Markdown = markdown,
            FeedId = flags[0] ? "urn:uuid:7e57" : "tag:example.org,2026:x'y\"z#1",
            Date = times[0],
            Draft = draft,
            UpdatedAt = times[1],
            ExpiresAt = times[2],
            Aliases = aliases,
            Categories = names[0],
            Tags = names[1],
            Series = series,
            SeriesOrder = series is null ? null : flags[1] ? order : null,
            Description = texts[0],
            Summary = texts[1],
            Image = flags[2] ? new PostImage(addresses[0], texts[2], texts[3]) : null,
            Video = flags[3] ? new PostVideo(addresses[1], addresses[2], addresses[3], null, texts[4]) : null,
            Author = texts[5],
            Featured = flags[4],
            Language = flags[5] ? "de-CH" : null,
            CanonicalUrl = texts[6],
            Comments = flags[0],
            Sources = names[2],
            ReviewedOn = flags[1] ? new DateOnly(2026, 11, 20) : null,
            ReviewedBy = texts[7],
            Phase = kind == PostKind.Tip && flags[2] ? "rest" : null,
            AppliesTo = kind == PostKind.Tip ? texts[3] : null,
            Grade = kind == PostKind.Tip && flags[3] ? "weak" : null,
            UnknownFrontMatter = flags[4] ? "mood: good # really\nnested:\n  a: [1, 2]\n  b: |\n    block\n" : null,
        };

    [Fact]
    public void Whatever_a_post_says_is_read_as_it_was_written() =>
        Fields.List[40, 60].Sample(posts => TryAsync(posts).GetAwaiter().GetResult(), iter: 8, threads: 1, print: posts => $"{posts.Count} posts");

    private static async Task TryAsync(List<PostFields> posts)
    {
        using var blog = new BlogDatabase();
        using var folder = new ContentOnDisk();
        var number = 0;
        foreach (var fields in posts)
        {
            number++;
            var aliases = fields.Aliases.Select(alias => $"/{number}{alias}").ToList();
            Assert.IsType<SaveResult.Saved>(await blog.Save(fields with { Slug = $"post-{number}", FeedId = $"{fields.FeedId}{number}", Aliases = aliases }));
        }

        var report = await blog.Services.GetRequiredService<ContentExporter>().ExportAsync(folder.Root, blog.Folder, null);

        Assert.Empty(report.Problems);
        foreach (var (post, revision) in await SavedAsync(blog))
        {
            var (stored, typed) = (PostFields.Of(post), JsonSerializer.Deserialize<PostFields>(revision)!);
            var expected = stored with { Date = stored.Date ?? typed.Date, Aliases = [.. post.PublishedAt is null ? typed.Aliases : stored.Aliases] };
            Assert.Equal(Told(expected), Told(Read(blog, Path.Combine(folder.Root, $"{post.Kind}s".ToLowerInvariant(), $"{post.Slug}.md"), post.Kind)));
        }
    }

    private static Task<List<(Post, string)>> SavedAsync(BlogDatabase blog) => blog.Ask<BlogContext, List<(Post, string)>>(async db =>
        [.. (await db.Posts.AsNoTracking().Include(p => p.Terms).ThenInclude(t => t.Term).Include(p => p.Addresses).Include(p => p.Revisions).AsSplitQuery().ToListAsync())
            .Select(post => (post, post.Revisions.Single().Fields))]);

    private static PostFields Read(BlogDatabase blog, string file, PostKind kind)
    {
        var place = new ContentPath($"{kind}s/{Path.GetFileName(file)}".ToLowerInvariant(), kind, IsDraft: false);
        var written = blog.Services.GetRequiredService<PostFieldsReader>().Read(place, ContentFile.Read(file), out var problems);
        Assert.Empty(problems);
        return written!.Fields;
    }

    private static string Told(PostFields fields) => JsonSerializer.Serialize(fields with
    {
        Aliases = [.. fields.Aliases.Select(PostAddress.SpellWritten).Order(StringComparer.Ordinal)],
        UnknownFrontMatter = fields.UnknownFrontMatter?.Trim(),
    });
}
