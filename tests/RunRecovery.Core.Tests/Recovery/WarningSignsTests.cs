using System.Runtime.CompilerServices;
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
    [InlineData("finish", "chest heat collapse eah compartment rhabdo dvt kidney bone")]
    [InlineData("day0", "chest eah compartment rhabdo dvt kidney bone")]
    [InlineData("rest", "chest compartment rhabdo dvt bone local severe-soreness")]
    [InlineData("easy-return", "chest compartment rhabdo dvt bone local")]
    [InlineData("rebuild", "chest compartment rhabdo dvt bone local")]
    [InlineData("normal", "chest compartment rhabdo dvt bone ots")]
    public void A_phase_shows_the_signs_that_can_come_in_it(string phase, string ids) =>
        Assert.Equal(ids, string.Join(' ', WarningSigns.Read(Shipped)!.InPhase(phase).Select(sign => sign.Id)));

    [Fact]
    public void Every_shipped_sign_rests_on_sources_that_were_read_or_is_plain_first_aid()
    {
        var (signs, evidence) = (WarningSigns.Read(Shipped)!, EvidenceLibrary.Read(Shipped)!);

        Assert.All(signs.All.SelectMany(sign => sign.SourceIds), id => Assert.Null(evidence.ProblemOf(id)));
        Assert.Equal(["heat", "compartment"], signs.All.Where(sign => sign.SourceIds.Count == 0).Select(sign => sign.Id));
    }

    [Fact]
    public void Somebody_who_collapsed_lies_down_with_the_legs_raised_and_gets_help_when_that_does_not_help_soon()
    {
        var collapse = Assert.Single(WarningSigns.Read(Shipped)!.Of(["collapse"]));

        Assert.Equal(["noakes2007", "eac2003", "orthosports"], collapse.SourceIds);
        Assert.Matches("legs raised.*15 to 20 minutes.*before the finish", collapse.Say);
    }

    [Fact]
    public void A_card_of_plain_first_aid_needs_no_source()
    {
        _content.Write("recovery/warnings.json", $"[{Card.Replace("\"dvt-nhs\"", "", StringComparison.Ordinal)}]");

        Assert.Empty(Assert.Single(WarningSigns.Read(_content.Root)!.All).SourceIds);
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
    [InlineData("[\"rest\"]", "[]", "calf: wanted at least one of phases.")]
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
