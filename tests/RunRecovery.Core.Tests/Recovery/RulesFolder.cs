using System.Text.Json;
using System.Text.Json.Nodes;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Core.Tests.Recovery;

/// <summary>A content folder with the rules that ship, which a test may spoil.</summary>
internal sealed class RulesFolder : IDisposable
{
    /// <summary>Where the refusal of rules without a seal tells it.</summary>
    private const string ItsSeal = "its seal is ";

    private static readonly JsonDocumentOptions AsWritten = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public RulesFolder()
    {
        Directory.CreateDirectory(Path.Combine(Root, "recovery"));
        File.Copy(Path.Combine(Shipped.Content, RulesShelf.PathOf(1)), Path.Combine(Root, RulesShelf.PathOf(1)));
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("rules").FullName;

    /// <summary>Writes the rules of a version with something changed, sealed as they are.</summary>
    public void Write(int version, Action<JsonNode> change)
    {
        var rules = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Shipped.Content, RulesShelf.PathOf(1))), documentOptions: AsWritten)!;
        rules["version"] = version;
        change(rules);
        var path = Path.Combine(Root, RulesShelf.PathOf(version));
        rules["seal"] = "";
        File.WriteAllText(path, rules.ToJsonString());
        if (Record.Exception(() => RulesShelf.Read(Root)) is RecoveryFileException { Problem.Reason: var reason } && reason.Split(ItsSeal) is [_, var seal])
        {
            rules["seal"] = seal.TrimEnd('.');
            File.WriteAllText(path, rules.ToJsonString());
        }
    }

    public RecoveryFileException Refusal() => Assert.Throws<RecoveryFileException>(() => RulesShelf.Read(Root));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
