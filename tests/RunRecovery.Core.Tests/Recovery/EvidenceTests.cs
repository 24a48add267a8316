using RunRecovery.Core.Recovery;
using RunRecovery.Core.Tests.Content;

namespace RunRecovery.Core.Tests.Recovery;

public sealed class EvidenceTests : IDisposable
{
    private readonly ContentOnDisk _content = new();

    public void Dispose() => _content.Dispose();

    [Fact]
    public void A_row_of_evidence_knows_what_the_file_says_and_cites_only_what_was_read()
    {
        var sleep = Library(SmallEvidence.Json).Evidence!.Find("sleep")!;

        Assert.Equal(("Sleep", "One trial.", "moderate", -24, 336.5), (sleep.Name, sleep.Says, sleep.Grade, sleep.FromHours, sleep.ToHours));
        Assert.Equal(["dvt-nhs", "roberts2019"], sleep.SourceIds);
        Assert.Equal("roberts2019", Assert.Single(sleep.Sources).Id);
    }

    [Theory]
    [InlineData("sleep", null)]
    [InlineData("roberts2019", null)]
    [InlineData("dvt-nhs", "the source 'dvt-nhs' has not been read (from memory, to be verified).")]
    [InlineData("magic", "the source 'magic' is not in recovery/evidence.json.")]
    public void What_is_unknown_or_not_read_cannot_be_cited(string id, string? problem) => Assert.Equal(problem, Library(SmallEvidence.Json).Evidence!.ProblemOf(id));

    [Theory]
    [InlineData("10.1016/0022-510X", "https://doi.org/10.1016/0022-510X")]
    [InlineData("10.1002/a<b>#c", "https://doi.org/10.1002/a%3Cb%3E%23c")]
    [InlineData("https://example.org/a", "https://example.org/a")]
    [InlineData("", null)]
    public void A_source_leads_to_where_it_is(string doiOrUrl, string? link)
    {
        var source = Library(SmallEvidence.Json.Replace("10.1249/MSS.0000000000002071", doiOrUrl, StringComparison.Ordinal)).Evidence!.FindSource("roberts2019")!;

        Assert.Equal(link, source.Link);
    }

    [Fact]
    public void A_blog_without_the_file_has_no_evidence_and_no_problem()
    {
        var library = new RecoveryLibrary(_content.Root);

        Assert.Null(library.Evidence);
        Assert.Empty(library.Problems);
        Assert.Null(new RecoveryLibrary(null).Evidence);
    }

    [Theory]
    [InlineData("\"dose\": \"7-9 h a night.\",", "", ":19: cannot be read at $.evidence[0]: ")]
    [InlineData("\"cautions\":", "\"caution\":", ":16: cannot be read at $.evidence[0]")]
    [InlineData("\"applies_from_hours\": -24", "\"applies_from_hours\": \"soon\"", ":13: cannot be read at $.evidence[0].applies_from_hours: ")]
    [InlineData("\"version\": 1", "\"version\": 2", "version: 2; wanted 1.")]
    [InlineData("\"weak\", \"harmful\"]", "\"weak\"]", "grades: strong, moderate, mixed, weak; wanted strong, moderate, mixed, weak, harmful.")]
    [InlineData("\"name\": \"Sleep\"", "\"name\": \" \"", "evidence 'sleep': name is empty; wanted a sentence.")]
    [InlineData("\"id\": \"sleep\"", "\"id\": \"Deep sleep\"", "evidence: the id 'Deep sleep'; wanted up to 40 lower-case letters, digits and single hyphens, because it stands in an address.")]
    [InlineData("\"id\": \"sleep\"", "\"id\": \"roberts2019\"", "sources: the id 'roberts2019' is there twice; wanted each id once, of evidence and sources together.")]
    [InlineData("\"evidence_grade\": \"moderate\"", "\"evidence_grade\": \"superb\"", "evidence 'sleep': evidence_grade is 'superb'; wanted strong, moderate, mixed, weak, harmful.")]
    [InlineData("336.5", "-24", "evidence 'sleep': from -24 to -24 hours; wanted applies_from_hours below applies_to_hours.")]
    [InlineData("\"finish\", \"rest\"", "\"finish\", \"party\"", "evidence 'sleep': phases are 'finish, party'; wanted one or more of finish, day0, rest, easy-return, rebuild, normal.")]
    [InlineData("\"finish\", \"rest\"", "", "evidence 'sleep': phases are ''; wanted one or more of finish,")]
    [InlineData("\"dvt-nhs\", \"roberts2019\"", "\"nobody2020\"", "evidence 'sleep': source_ids has 'nobody2020'; wanted ids of sources in this file.")]
    [InlineData("\"dvt-nhs\", \"roberts2019\"", "", "evidence 'sleep': source_ids is empty; wanted the ids of its sources.")]
    [InlineData("\"title\": \"Clots\"", "\"title\": \"\"", "source 'dvt-nhs': title is empty; wanted what it is called.")]
    [InlineData("\"verified\": \"read (in part)\"", "\"verified\": \"sure\"", "source 'roberts2019': verified is 'sure'; wanted one of: read; read (in part); read via a secondary page; from memory, to be verified.")]
    [InlineData("\"note\": \"abstract\"", "\"note\": \"citation seen in a list; content from memory\"", "source 'roberts2019': verified is 'read (in part)' and its content is from memory; wanted 'from memory, to be verified'.")]
    [InlineData("10.1249/MSS.0000000000002071", "10.1249", "source 'roberts2019': doi_or_url is '10.1249'; wanted a DOI such as 10.1000/182, an address that begins with https://, or nothing.")]
    [InlineData("https://nhs.example/dvt", "javascript:alert(1)", "source 'dvt-nhs': doi_or_url is 'javascript:alert(1)'; wanted a DOI")]
    [InlineData("https://nhs.example/dvt", "nhs.example", "source 'dvt-nhs': doi_or_url is 'nhs.example'; wanted a DOI")]
    public void A_broken_file_says_where_and_what_is_wanted(string good, string bad, string problem)
    {
        Assert.Contains(good, SmallEvidence.Json, StringComparison.Ordinal);
        var library = Library(SmallEvidence.Json.Replace(good, bad, StringComparison.Ordinal));

        Assert.Null(library.Evidence);
        var said = Assert.Single(library.Problems).ToString();
        Assert.StartsWith("recovery/evidence.json:", said, StringComparison.Ordinal);
        Assert.Contains(problem, said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_blog_ships_is_whole_and_states_nothing_that_nobody_has_read()
    {
        var evidence = EvidenceLibrary.Read(Path.Combine(Repository(), "content"))!;

        Assert.Equal(32, evidence.All.Count);
        foreach (var row in evidence.All)
        {
            Assert.DoesNotContain("memory", $"{row.InShort} {row.Claim} {row.Says} {row.Effect} {row.Dose} {row.Cautions}", StringComparison.Ordinal);
            Assert.All(row.Sources, source => Assert.DoesNotContain("memory", $"{source.Authors} {source.Title} {source.Venue}", StringComparison.Ordinal));
        }

        Assert.All(evidence.All.Where(row => row.Sources.Count == 0), row =>
        {
            Assert.StartsWith("We have read no study of it, and so cannot cite one.", row.Says, StringComparison.Ordinal);
            Assert.Equal("No figure that we have read.", row.Effect);
        });
    }

    [Theory]
    [InlineData("ehs-acsm2007")]
    [InlineData("clenin2016")]
    [InlineData("mountjoy2023")]
    [InlineData("campbell2018")]
    public void What_was_only_remembered_cannot_be_cited(string id) => Assert.Contains("has not been read", EvidenceLibrary.Read(Shipped.Content)!.ProblemOf(id), StringComparison.Ordinal);

    /// <summary>Each of these words stood on a source that nobody had read.</summary>
    [Theory]
    [InlineData("eat-enough", "bone injury and|see the consensus|linked to fatigue")]
    [InlineData("immune-care", "disputed|immunity")]
    [InlineData("sleep", "expert consensus|nap")]
    [InlineData("sodium", "mmol|position-stand")]
    [InlineData("protein", "Good evidence|is small")]
    public void A_row_says_nothing_that_only_an_unread_source_says(string id, string words)
    {
        var row = EvidenceLibrary.Read(Shipped.Content)!.Find(id)!;

        Assert.DoesNotMatch(words, $"{row.InShort} {row.Says} {row.Effect} {row.Dose}");
    }

    [Fact]
    public void What_has_to_begin_before_the_race_says_so_in_short() => Assert.All(
        EvidenceLibrary.Read(Shipped.Content)!.All.Where(row => row.FromHours < 0),
        row => Assert.Matches("[Oo]nly if begun (days|weeks) before the race", row.InShort));

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "RunRecovery.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private RecoveryLibrary Library(string json)
    {
        _content.Write(EvidenceLibrary.Path, json);
        return new RecoveryLibrary(_content.Root);
    }
}
