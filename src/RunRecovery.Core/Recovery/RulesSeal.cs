using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace RunRecovery.Core.Recovery;

/// <summary>
/// A short hash of everything in a file of rules that dates and kinds of days depend on. It goes by the file and not by how this program
/// reads it: the order of keys, comments, words and a 1.00 for a 1 change nothing.
/// </summary>
internal static class RulesSeal
{
    private const int Length = 12;

    private static readonly HashSet<string> Words = ["seal", "since", "why", "source_ids", "name"];

    private static readonly JsonDocumentOptions AsRead = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static string Of(byte[] file)
    {
        using var json = JsonDocument.Parse(file, AsRead);
        var numbers = new StringBuilder();
        Append(numbers, json.RootElement);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(numbers.ToString())))[..Length];
    }

    private static void Append(StringBuilder to, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                to.Append('{');
                foreach (var property in element.EnumerateObject().Where(property => !Words.Contains(property.Name)).OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    to.Append(property.Name).Append(':');
                    Append(to, property.Value);
                }

                to.Append('}');
                break;
            case JsonValueKind.Array:
                to.Append('[');
                foreach (var item in element.EnumerateArray())
                {
                    Append(to, item);
                }

                to.Append(']');
                break;
            case JsonValueKind.Number:
                to.Append(element.GetDouble().ToString("R", CultureInfo.InvariantCulture)).Append(',');
                break;
            default:
                to.Append(element.GetRawText()).Append(',');
                break;
        }
    }
}
