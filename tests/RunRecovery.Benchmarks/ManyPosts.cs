using System.Globalization;
using System.Text;

namespace RunRecovery.Benchmarks;

/// <summary>A blog of many years: posts of about 800 words with the Markdown that posts have. The same for the same number.</summary>
public static class ManyPosts
{
    private const int Categories = 8;
    private const int Tags = 300;

    private static readonly string[] Words =
        "run easy day sleep legs tired race recovery water walk week soreness protein downhill muscle plan hour rest hard slow stride coach study hill shoe kilometre breakfast evening pain warm cold bath".Split(' ');

    private static readonly DateTime First = new(2010, 1, 1, 7, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Years = TimeSpan.FromDays(16 * 365);

    public static string Slug(int number) => string.Create(CultureInfo.InvariantCulture, $"post-{number}");

    /// <param name="sources">Ids of evidence, of which each post cites two.</param>
    public static void Write(string folder, int count, string[]? sources = null)
    {
        var posts = Directory.CreateDirectory(Path.Combine(folder, "posts")).FullName;
        for (var number = 0; number < count; number++)
        {
            File.WriteAllText(Path.Combine(posts, $"{Slug(number)}.md"), Text(number, First + (Years / count * number), sources is null ? "" : $"sources: [{sources[number % sources.Length]}, {sources[(number + 1) % sources.Length]}]\n"));
        }
    }

    private static string Text(int number, DateTime date, string sources)
    {
        var chance = new Random(number);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: About {Sentence(chance, 5).TrimEnd('.')} {number}\n");
        text.Append(CultureInfo.InvariantCulture, $"date: {date:yyyy-MM-dd'T'HH:mm:ss'Z'}\n");
        text.Append(CultureInfo.InvariantCulture, $"categories: [Category {number % Categories}]\ntags: [tag {chance.Next(Tags)}, tag {chance.Next(Tags)}, tag {chance.Next(Tags)}]\n");
        text.Append(CultureInfo.InvariantCulture, $"description: {Sentence(chance, 14)}\n{sources}---\n{Paragraph(chance)}\n\n<!--more-->\n\n");
        for (var part = 0; part < 5; part++)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {Sentence(chance, 4)}\n\n{Paragraph(chance)}[^1]\n\n- {Sentence(chance, 9)}\n- **{Sentence(chance, 3)}** {Sentence(chance, 8)}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"{Paragraph(chance)} [More](/posts/{Slug(chance.Next(number + 1))}).\n\n");
        }

        return text.Append("| Day | Run |\n|---|---|\n| 1 | rest |\n| 2 | walk |\n\n[^1]: A note with its source.\n").ToString();
    }

    private static string Paragraph(Random chance) => string.Join(' ', Enumerable.Range(0, 5).Select(_ => Sentence(chance, 11)));

    private static string Sentence(Random chance, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[chance.Next(Words.Length)])) + ".";
}
