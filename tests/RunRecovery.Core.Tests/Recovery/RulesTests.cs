using System.Text.Json.Nodes;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Core.Tests.Recovery;

public sealed class RulesTests : IDisposable
{
    private readonly RulesFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, Action<JsonNode>, string> Spoiled => new()
    {
        { "a longer run asks for fewer days", rules => rules["anchors"]![3]!["hard"] = 1, "anchors: Hard falls from 4 to 1 days between 10 and 15 km" },
        { "a harder run asks for fewer days", rules => rules["anchors"]![11]!["easy"] = 30, "the row of 160.9344 km; wanted 0 <= easy <= moderate" },
        { "distances fall", rules => rules["anchors"]![4]!["km"] = 12, "12 km comes after 15 km; wanted rising distances" },
        { "one row", rules => rules["anchors"] = new JsonArray(rules["anchors"]![0]!.DeepClone()), "at least two rows" },
        { "experience costs days", rules => rules["experience"]!["new"]!["factor"] = 0.7, "experience: wanted 0.5 <= experienced <= regular <= new <= 2" },
        { "downhill saves days", rules => rules["terrain"]!["downhill"] = 0.9, "terrain: wanted" },
        { "soreness ends at nine", rules => rules["soreness"]![3]!["up_to"] = 9, "soreness: wanted steps with rising up_to, of which the last is 10" },
        { "more sore, fewer days", rules => rules["soreness"]![3]!["days"] = 1, "soreness: wanted days" },
        { "all rest", rules => rules["shape"]!["rest_share"] = 1, "shape: wanted rest_share" },
        { "runs get shorter", rules => rules["shape"]!["rebuild"]!["to_percent"] = 40, "shape: wanted percentages that rise" },
        { "a plan without end", rules => rules["shape"]!["longest_days"] = 100000, "longest_days <= 180" },
        { "no step", rules => rules["shape"]!["minutes"]!["step"] = 0, "shape: minutes" },
        { "any soreness runs", rules => rules["daily_check"]!["no_run_from"] = 11, "daily_check: wanted 1 <= no_run_from <= severe_from <= 10" },
        { "limits that exclude all", rules => rules["limits"]!["longest_km"] = 0.1, "limits: wanted" },
        { "a preset of no length", rules => rules["presets"]![0]!["km"] = 0, "presets: 5k has 0 km; wanted 0.4 to 300" },
        { "a preset twice", rules => rules["presets"]![1]!["id"] = "5k", "presets: the id '5k'" },
        { "a preset with an odd id", rules => rules["presets"]![1]!["id"] = "10 K", "presets: the id '10 K'; wanted up to 20 lower-case letters" },
        { "an effort that there is not", rules => rules["presets"]![1]!["effort"] = "insane", "presets" },
        { "an unknown key", rules => rules["aeg_factor"] = 1, "aeg_factor" },
        { "a key is missing", rules => rules.AsObject().Remove("tight_days"), "tight_days" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void Rules_that_cannot_be_planned_with_are_refused_with_what_is_wanted(string what, Action<JsonNode> spoil, string said)
    {
        Assert.NotEmpty(what);
        _folder.Write(1, spoil);
        var refusal = _folder.Refusal().Problem;
        Assert.Equal("recovery/rules-1.json", refusal.Path);
        Assert.Contains(said, refusal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_json_is_refused_with_its_line()
    {
        File.WriteAllText(Path.Combine(_folder.Root, RulesShelf.PathOf(1)), "{\n  \"version\": 1,\n  \"since\": oops\n}");
        Assert.Equal(3, _folder.Refusal().Problem.Line);
    }

    [Fact]
    public void A_number_that_changed_is_noticed()
    {
        var path = Path.Combine(_folder.Root, RulesShelf.PathOf(1));
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"all_out\": 26", "\"all_out\": 27", StringComparison.Ordinal));
        var reason = _folder.Refusal().Problem.Reason;
        Assert.Contains("is not that of these numbers", reason, StringComparison.Ordinal);
        Assert.Contains("recovery/rules-2.json", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_comments_and_the_order_of_keys_may_change()
    {
        var path = Path.Combine(_folder.Root, RulesShelf.PathOf(1));
        var text = File.ReadAllText(path)
            .Replace("Where the line to the 5 km row begins.", "Other words.", StringComparison.Ordinal)
            .Replace("\"name\": \"Marathon\"", "\"name\": \"The marathon\"", StringComparison.Ordinal)
            .Replace("\"tight_days\": 7,", "", StringComparison.Ordinal)
            .Replace("\"version\": 1,", "\"tight_days\": 7.0, // moved\n\"version\": 1,", StringComparison.Ordinal)
            .Replace("7.0, //", "7, //", StringComparison.Ordinal);
        File.WriteAllText(path, text);
        Assert.Equal("The marathon", RulesShelf.Read(_folder.Root)!.Newest.FindPreset("marathon")!.Name);
    }

    [Fact]
    public void New_numbers_are_a_new_version_and_old_plans_stay_as_they_were()
    {
        _folder.Write(2, rules => rules["anchors"]![7]!["all_out"] = 28);
        var shelf = RulesShelf.Read(_folder.Root)!;
        Assert.Equal(2, shelf.Newest.Version);
        Assert.Equal((26, 28), (Days(shelf.Find(1)!), Days(shelf.Newest)));

        static int Days(RecoveryRules rules) => RecoveryPlanner.Plan(new PlanRequest { Rules = rules, Km = 42.195, Effort = Effort.AllOut, Date = new DateOnly(2026, 11, 22) }).TotalDays;
    }

    [Fact]
    public void A_version_that_went_away_is_missed()
    {
        _folder.Write(2, _ => { });
        File.Delete(Path.Combine(_folder.Root, RulesShelf.PathOf(1)));
        Assert.Contains("is missing, though later versions are there", _folder.Refusal().Problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_rules_has_no_planner()
    {
        File.Delete(Path.Combine(_folder.Root, RulesShelf.PathOf(1)));
        Assert.Null(RulesShelf.Read(_folder.Root));
    }

    [Fact]
    public void The_rules_that_ship_cite_sources_that_were_read()
    {
        var evidence = EvidenceLibrary.Read(Shipped.Content)!;
        Assert.All(Shipped.Rules.Anchors.SelectMany(row => row.SourceIds), id => Assert.Null(evidence.ProblemOf(id)));
    }

    [Fact]
    public void Rules_that_cite_what_nobody_has_read_are_told()
    {
        File.Copy(Path.Combine(Shipped.Content, EvidenceLibrary.Path), Path.Combine(_folder.Root, EvidenceLibrary.Path));
        _folder.Write(1, rules => rules["anchors"]![7]!["source_ids"] = new JsonArray("daniels-3000", "nobody1999"));
        var said = string.Join(' ', new RecoveryLibrary(_folder.Root).Problems);
        Assert.Contains("daniels-3000", said, StringComparison.Ordinal);
        Assert.Contains("nobody1999", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phases.json")]
    [InlineData("warnings.json")]
    [InlineData("evidence.json")]
    public void Rules_without_what_belongs_to_them_are_told(string missing)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Shipped.Content, "recovery")).Where(file => Path.GetFileName(file) != missing))
        {
            File.Copy(file, Path.Combine(_folder.Root, "recovery", Path.GetFileName(file)), overwrite: true);
        }

        var library = new RecoveryLibrary(_folder.Root);
        Assert.Null(library.Planner);
        Assert.Equal($"recovery/{missing}: is missing, though there are rules: without it there is no planner.", Assert.Single(library.Problems).ToString());
    }

    [Fact]
    public void What_ships_has_no_problem() => Assert.Empty(new RecoveryLibrary(Shipped.Content).Problems);

    [Fact]
    public void The_bracket_of_the_published_rules_holds()
    {
        Dictionary<string, (int Least, int Most)> bracket = new() { ["5k"] = (2, 5), ["10k"] = (4, 10), ["half"] = (7, 21), ["marathon"] = (14, 42) };
        Assert.All(bracket, known =>
        {
            var preset = Shipped.Rules.FindPreset(known.Key)!;
            Assert.InRange(RecoveryPlanner.Plan(new PlanRequest { Rules = Shipped.Rules, Km = preset.Km, Effort = Effort.AllOut, Date = new DateOnly(2026, 11, 22) }).TotalDays, known.Value.Least, known.Value.Most);
        });
    }
}
