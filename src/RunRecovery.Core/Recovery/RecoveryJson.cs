using System.Text.Json;
using System.Text.Json.Serialization;

namespace RunRecovery.Core.Recovery;

/// <summary>How the files of <see cref="RecoveryFile"/> are read. A further shape is a line here.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RecoveryRules))]
[JsonSerializable(typeof(PhaseData))]
[JsonSerializable(typeof(EvidenceData))]
[JsonSerializable(typeof(IReadOnlyList<WarningSign>))]
internal sealed partial class RecoveryJson : JsonSerializerContext;
