using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RunRecovery.Benchmarks;

public static partial class Scenarios
{
    private const int Repeats = 5;
    private const int Views = 1000;

    /// <summary>From the start of the process to the first 200 on <c>/</c>, with the content that ships.</summary>
    public static async Task StartAsync(PublishedBlog blog)
    {
        var fresh = new List<double>();
        var existing = new List<double>();
        for (var i = 0; i < Repeats; i++)
        {
            var data = blog.Fresh("start");
            fresh.Add(await FirstAnswerAsync(blog, data));
            existing.Add(await FirstAnswerAsync(blog, data));
        }

        Tell("first 200 on a fresh database", fresh, "s");
        Tell("first 200 on an existing one", existing, "s");
    }

    /// <summary>Resident memory after many page views, and that of the smallest program of the same parts.</summary>
    public static async Task MemoryAsync(PublishedBlog blog, PublishedBlog smallest)
    {
        var ours = await MemoryAsync(blog, "the blog");
        var least = await MemoryAsync(smallest, "the smallest program of the same parts");
        Write($"the blog takes {ours / (double)least:0.00} times as much");
    }

    /// <summary>Import of many generated posts, and how long pages take among them.</summary>
    public static async Task ManyAsync(PublishedBlog blog, int posts)
    {
        var (content, data) = (blog.Fresh("many-content"), blog.Fresh("many-data"));
        ManyPosts.Write(content, posts);
        foreach (var what in new[] { "import", "import again, nothing changed" })
        {
            var import = await blog.RunAsync("import", content, $"--Data:Path={data}");
            Write($"{what}: {import.Time.TotalSeconds:0.0} s, processor {import.Processor.TotalSeconds:0.0} s, peak {Megabytes(import.Peak)} MB, exit code {import.ExitCode}: {import.Output.Trim()}");
        }

        await PagesAsync(blog, data, posts, "made anew", "--Caching:MaxMegabytes=0");
        await PagesAsync(blog, data, posts, "kept", "--Caching:MaxMegabytes=32");
    }

    /// <summary>Plans of ever other addresses, none asked for twice, in a blog with the content that ships and many more posts that cite evidence.</summary>
    public static async Task PlansAsync(PublishedBlog blog, Checkout checkout, int posts)
    {
        var (content, data) = (blog.Fresh("plans-content"), blog.Fresh("plans-data"));
        var recovery = Directory.CreateDirectory(Path.Combine(content, "recovery")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(checkout.Folder, "content", "recovery")))
        {
            File.Copy(file, Path.Combine(recovery, Path.GetFileName(file)));
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(checkout.Folder, "content", "tips")))
        {
            File.Copy(file, Path.Combine(Directory.CreateDirectory(Path.Combine(content, "tips")).FullName, Path.GetFileName(file)));
        }

        ManyPosts.Write(content, posts, ["rest-days", "sleep", "easy-run", "walking", "carbohydrate"]);
        await blog.RunAsync("import", content, $"--Data:Path={data}");
        using var running = await blog.StartAsync(data, $"--Content:Path={content}");
        var number = 0;
        foreach (var door in new[] { "/recovery/plan", "/recovery/plan.ics", "/recovery/plan.rss", "/recovery/plan.atom", "/recovery/plan.json", "/api/recovery/plan" })
        {
            // The first answers are those of a program that is still being compiled.
            await MillisecondsAsync(running.Client, NextPlan, 50);
            Tell($"{door} among {posts} posts", await MillisecondsAsync(running.Client, NextPlan, 200), "ms");

            string NextPlan() => string.Create(CultureInfo.InvariantCulture, $"{door}?km={160 + ++number / 1000m}&effort=all_out&date=2026-09-01&experience=new&terrain=downhill&soreness=10&v=1");
        }

        var before = running.Memory();
        await MillisecondsAsync(running.Client, () => string.Create(CultureInfo.InvariantCulture, $"/recovery/plan?km={10 + ++number / 1000m}&date=2026-09-01&v=1"), 5000);
        var after = running.Memory();
        Write($"memory of its own before and after 5000 further plans: {Megabytes(before.OfItsOwn)} MB, {Megabytes(after.OfItsOwn)} MB");
    }

    /// <summary>After views of all pages of the sitemap in turn.</summary>
    /// <returns>Bytes.</returns>
    private static async Task<long> MemoryAsync(PublishedBlog blog, string what)
    {
        var data = blog.Fresh("memory");
        using (await blog.StartAsync(data))
        {
        }

        using var running = await blog.StartAsync(data);
        var pages = await PagesAsync(running.Client);
        var before = running.Memory();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Views; i++)
        {
            using var answer = await running.Client.GetAsync(pages[i % pages.Count]);
            answer.EnsureSuccessStatusCode();
            await answer.Content.CopyToAsync(Stream.Null);
        }

        var after = running.Memory();
        Write($"{what}, {Views} views in {watch.Elapsed.TotalSeconds:0.0} s");
        Write($"resident memory after start {Megabytes(before.Resident)} MB, of its own {Megabytes(before.OfItsOwn)} MB");
        Write($"resident memory after {Views} views {Megabytes(after.Resident)} MB, of its own {Megabytes(after.OfItsOwn)} MB");
        return after.Resident;
    }

    private static async Task PagesAsync(PublishedBlog blog, string data, int posts, string how, string setting)
    {
        using var running = await blog.StartAsync(data, "--Content:Path", "", setting);
        foreach (var page in new[] { "/", "/page/2", $"/page/{Math.Max(2, posts / 16)}", $"/posts/{ManyPosts.Slug(posts / 2)}", "/tags/tag-7", "/tags/tag-7/page/2", "/categories", "/tags", "/archive", "/archive/2020", "/tips", "/rss.xml", "/atom.xml", "/feed.json", "/tags/tag-7/rss.xml", "/categories/category-1/atom.xml", "/feeds.opml", "/subscribe", "/sitemap.xml" })
        {
            Tell($"{page}, {how}", await MillisecondsAsync(running.Client, page), "ms");
        }
    }

    private static async Task<double> FirstAnswerAsync(PublishedBlog blog, string data)
    {
        using var running = await blog.StartAsync(data);
        return running.FirstAnswer.TotalSeconds;
    }

    private static async Task<List<string>> PagesAsync(HttpClient client) =>
        [.. Location().Matches(await client.GetStringAsync("/sitemap.xml")).Select(m => new Uri(m.Groups["url"].Value).PathAndQuery)];

    private static Task<List<double>> MillisecondsAsync(HttpClient client, string page) => MillisecondsAsync(client, () => page, 30);

    private static async Task<List<double>> MillisecondsAsync(HttpClient client, Func<string> page, int requests)
    {
        var times = new List<double>();
        for (var i = 0; i < requests; i++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await client.GetAsync(page());
            answer.EnsureSuccessStatusCode();
            await answer.Content.CopyToAsync(Stream.Null);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    private static void Tell(string what, List<double> values, string unit)
    {
        values.Sort();
        Write($"{what}: median {values[values.Count / 2]:0.00} {unit}, from {values[0]:0.00} to {values[^1]:0.00}");
    }

    private static long Megabytes(long bytes) => bytes / 1024 / 1024;

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("<loc>(?<url>[^<]+)</loc>")]
    private static partial Regex Location();
}
