using System.Runtime.CompilerServices;
using System.Text.Json;
using RunRecovery.Core.Recovery;
using RunRecovery.Core.Tests.Content;

namespace RunRecovery.Core.Tests.Recovery;

public sealed class WarningSignsTests : IDisposable
{
    private const string Card = """{"id": "calf", "title": "One calf", "signs": "It swells.", "say": "Call {emergency}.", "urgency": "urgent", "phases": ["rest"], "source_ids": ["dvt-nhs"]}""";

    private readonly ContentOnDisk _content = new();

    private static string Shipped => Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "content"));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData("finish", "chest heat eah rhabdo dvt kidney bone")]
    [InlineData("day0", "chest eah rhabdo dvt kidney bone")]
    [InlineData("rest", "chest rhabdo dvt bone local severe-soreness")]
    [InlineData("easy-return", "chest rhabdo dvt bone local")]
    [InlineData("rebuild", "chest rhabdo dvt bone local")]
    [InlineData("normal", "chest rhabdo dvt bone ots")]
    public void A_phase_shows_the_signs_that_can_come_in_it(string phase, string ids) =>
        Assert.Equal(ids, string.Join(' ', WarningSigns.Read(Shipped)!.InPhase(phase).Select(sign => sign.Id)));

    [Fact]
    public void Every_shipped_sign_rests_on_sources_that_were_read()
    {
        using var evidence = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Shipped, "recovery", "evidence.json")), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var read = evidence.RootElement.GetProperty("sources").EnumerateArray()
            .Where(source => source.GetProperty("verified").GetString()!.StartsWith("read", StringComparison.Ordinal))
            .Select(source => source.GetProperty("id").GetString()).ToHashSet();

        Assert.All(WarningSigns.Read(Shipped)!.All.SelectMany(sign => sign.SourceIds), id => Assert.Contains(id, read));
    }

    [Fact]
    public void The_emergency_number_is_that_of_the_blog()
    {
        var shipped = WarningSigns.Read(Shipped)!;

        Assert.All(shipped.All.Where(sign => sign.Urgency == "emergency"), sign => Assert.Contains("all emergency services (144 / 112)", sign.SayWith("144 / 112"), StringComparison.Ordinal));
        Assert.All(shipped.All, sign => Assert.DoesNotContain('{', sign.SayWith("144 / 112")));
        Assert.All(shipped.All, sign => Assert.DoesNotMatch("112|911|999|144", sign.Title + sign.Signs + sign.Say));
    }

    [Fact]
    public void A_folder_without_signs_has_none() => Assert.Null(WarningSigns.Read(_content.Root));

    [Theory]
    [InlineData("""[CARD, CARD]""", "the id 'calf' is there 2 times; wanted each id once.")]
    [InlineData("""[CARD, null]""", "null; wanted cards only.")]
    [InlineData("\"calf\"", "\"A calf\"", "the id 'A calf'; wanted up to 40 lower-case letters, digits and hyphens.")]
    [InlineData("\"urgent\"", "\"soon\"", "calf: the urgency 'soon'; wanted one of emergency, urgent, appointment, no-running.")]
    [InlineData("\"rest\"", "\"monday\"", "calf: the phase 'monday'; wanted all, or some of finish, day0, rest, easy-return, rebuild, normal.")]
    [InlineData("[\"rest\"]", "[]", "calf: wanted at least one of phases and of source_ids.")]
    [InlineData("\"dvt-nhs\"", "", "calf: wanted at least one of phases and of source_ids.")]
    [InlineData("It swells.", " ", "calf: wanted a title, signs and what to say.")]
    [InlineData("{emergency}", "{112}", "calf: braces; wanted none but {emergency}, in say.")]
    public void A_broken_card_is_named_with_what_is_wanted(string from, string to, string? reason = null)
    {
        _content.Write("recovery/warnings.json", reason is null ? from.Replace("CARD", Card, StringComparison.Ordinal) : $"[{Card.Replace(from, to, StringComparison.Ordinal)}]");

        var broken = Assert.Throws<RecoveryFileException>(() => WarningSigns.Read(_content.Root));

        Assert.Equal($"recovery/warnings.json: {reason ?? to}", broken.Problem.ToString());
        Assert.Null(new RecoveryLibrary(_content.Root).Warnings);
    }

    [Fact]
    public void A_key_that_means_nothing_is_named_with_its_line()
    {
        _content.Write("recovery/warnings.json", "[\n" + Card.Replace("\"say\"", "\n\"cure\"", StringComparison.Ordinal) + "\n]");

        var broken = Assert.Throws<RecoveryFileException>(() => WarningSigns.Read(_content.Root));

        Assert.Equal(3, broken.Problem.Line);
        Assert.Contains("cure", broken.Problem.Reason, StringComparison.Ordinal);
    }
}
