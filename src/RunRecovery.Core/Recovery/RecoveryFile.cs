using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RunRecovery.Core.Content;

namespace RunRecovery.Core.Recovery;

/// <summary>A file of the content folder that holds data for recovery. People write these: comments and a comma too many are fine, a key that means nothing is not.</summary>
internal static class RecoveryFile
{
    public const string Folder = "recovery";

    /// <summary>Those that there are, below the content folder. They travel with a blog that is exported.</summary>
    public static IReadOnlyList<string> AllIn(string contentFolder)
    {
        var folder = new DirectoryInfo(Path.Combine(contentFolder, Folder));
        return folder.Exists ? [.. folder.EnumerateFiles("*.json").Select(file => $"{Folder}/{file.Name}").Order(StringComparer.Ordinal)] : [];
    }

    /// <param name="path">Below the content folder, such as <c>recovery/evidence.json</c>.</param>
    /// <returns>Null: there is no such file.</returns>
    /// <exception cref="RecoveryFileException">It is no JSON, or not of this shape.</exception>
    public static T? Read<T>(string contentFolder, string path, JsonTypeInfo<T> shape) where T : class
    {
        var file = Path.Combine(contentFolder, path);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), shape) ?? throw new RecoveryFileException(path, "holds nothing.");
        }
        catch (JsonException broken)
        {
            // The message ends in a path and positions from 0, which the line says better.
            var reason = broken.Message.Split(" Path: ")[0];
            throw new RecoveryFileException(path, $"cannot be read{(broken.Path is { Length: > 1 } at ? $" at {at}" : "")}: {reason}", (int?)broken.LineNumber + 1);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RecoveryFileException(path, $"cannot be read: {failure.Message}");
        }
    }
}

/// <summary>A file of data for recovery cannot be used. The problem says what was found and what is wanted.</summary>
/// <param name="line">From 1; null when no line is to blame.</param>
public sealed class RecoveryFileException(string path, string reason, int? line = null) : Exception($"{path}: {reason}")
{
    public ContentProblem Problem { get; } = new(path, line, reason);
}
