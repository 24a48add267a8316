using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Tests.Options;

public sealed class SettingsTests
{
    private static readonly string Shipped = Path.Combine(HomeFolder.Program, "appsettings.json");

    [Fact]
    public void The_shipped_file_says_the_defaults_of_the_site_and_nothing_else()
    {
        var shipped = new ConfigurationBuilder().AddJsonFile(Shipped).Build();

        Assert.Equal(SiteOptions.Section, Assert.Single(shipped.GetChildren()).Key);
        Assert.Equal(
            typeof(SiteOptions).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Order(StringComparer.Ordinal),
            shipped.GetSection(SiteOptions.Section).GetChildren().Select(setting => setting.Key).Order(StringComparer.Ordinal));
        Assert.Equal(JsonSerializer.Serialize(new SiteOptions()), JsonSerializer.Serialize(SettingsCheck.ReadSite(shipped)));
    }

    [Theory]
    [InlineData("Title", "", "wanted at least one character")]
    [InlineData("Language", "English", "wanted a language tag such as en or de-CH")]
    [InlineData("TimeZone", "Nowhere", "wanted an IANA time zone such as Europe/Zurich or UTC")]
    [InlineData("BaseUrl", "blog.example", "wanted the public address without a path, such as https://blog.example")]
    [InlineData("EmergencyNumber", "", "wanted 2 to 20 characters, digits, spaces, + and / only")]
    [InlineData("EmergencyNumber", "1", "wanted 2 to 20 characters, digits, spaces, + and / only")]
    [InlineData("EmergencyNumber", " / ", "wanted 2 to 20 characters, digits, spaces, + and / only")]
    [InlineData("EmergencyNumber", "call 112", "wanted 2 to 20 characters, digits, spaces, + and / only")]
    [InlineData("EmergencyNumber", "١١٢", "wanted 2 to 20 characters, digits, spaces, + and / only")]
    [InlineData("EmergencyNumber", "112 112 112 112 112 11", "wanted 2 to 20 characters, digits, spaces, + and / only")]
    public void A_wrong_setting_in_a_file_is_named_with_what_is_allowed(string key, string value, string allowed)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"Site": {"{{key}}": "{{value}}"} }"""));

        var wrong = Assert.Throws<WrongSettingException>(() => SettingsCheck.ReadSite(new ConfigurationBuilder().AddJsonStream(file).Build()));

        Assert.Equal($"Setting Site:{key} is '{value}': {allowed}.", wrong.Message);
    }

    [Theory]
    [InlineData("112")]
    [InlineData("911")]
    [InlineData("144 / 112")]
    [InlineData("+41 144")]
    public void An_emergency_number_is_as_the_country_has_it(string number)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"Site": {"EmergencyNumber": "{{number}}"} }"""));

        Assert.Equal(number, SettingsCheck.ReadSite(new ConfigurationBuilder().AddJsonStream(file).Build()).EmergencyNumber);
    }

    [Theory]
    [InlineData(null, null, 0, "checked")]
    [InlineData("Nowhere", null, 1, "Setting Site:TimeZone is 'Nowhere'")]
    [InlineData("Nowhere", "Elsewhere", 1, "Setting Site:TimeZone is 'Elsewhere'")]
    [InlineData("Nowhere", "UTC", 0, "checked")]
    public async Task The_environment_overrides_the_file_and_the_command_line_both(string? environment, string? commandLine, int exitCode, string said)
    {
        var folder = Directory.CreateTempSubdirectory("runrecovery-settings-");
        var program = Path.Combine(AppContext.BaseDirectory, "RunRecovery.Web.dll");
        string[] settings = commandLine is null ? [] : [$"--Site:TimeZone={commandLine}"];
        using var process = new Process { StartInfo = new ProcessStartInfo("dotnet", [program, "check", folder.FullName, .. settings]) { RedirectStandardOutput = true } };
        process.StartInfo.Environment["Site__TimeZone"] = environment;

        process.Start();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        folder.Delete();

        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Equal(exitCode, process.ExitCode);
    }
}
