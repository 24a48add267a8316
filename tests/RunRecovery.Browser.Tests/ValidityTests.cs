using System.Diagnostics;
using System.Globalization;
using RunRecovery.Web.Options;

namespace RunRecovery.Browser.Tests;

public sealed class ValidityTests(RunningBlog blog)
{
    [Fact]
    public async Task Every_page_is_valid_html()
    {
        var folder = Directory.CreateTempSubdirectory("runrecovery-pages-");
        using var client = new HttpClient { BaseAddress = blog.Address };
        for (var number = 0; number < blog.Pages.Count; number++)
        {
            var answer = await client.GetAsync(blog.Pages[number]);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{number.ToString("000", CultureInfo.InvariantCulture)}.html"), await answer.Content.ReadAsStringAsync());
        }

        var checker = Path.Combine(HomeFolder.Path, "tests", "tools", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
        using var vnu = Process.Start(new ProcessStartInfo("java", ["-jar", checker, "--errors-only", "--skip-non-html", folder.FullName]) { RedirectStandardError = true })!;
        var problems = await vnu.StandardError.ReadToEndAsync();
        await vnu.WaitForExitAsync();
        folder.Delete(recursive: true);

        Assert.Equal("", problems);
        Assert.Equal(0, vnu.ExitCode);
    }
}
