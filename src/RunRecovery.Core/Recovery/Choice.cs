using System.Text.Json;

namespace RunRecovery.Core.Recovery;

/// <summary>The words of an address for a choice: <c>all_out</c> for <see cref="Effort.AllOut"/>.</summary>
public static class Choice
{
    public static string WordOf<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static IEnumerable<string> Words<T>() where T : struct, Enum => Enum.GetValues<T>().Select(WordOf);

    /// <summary>Null: no choice has this word.</summary>
    public static T? Find<T>(string word) where T : struct, Enum => Enum.GetValues<T>().Where(value => WordOf(value) == word).Select(value => (T?)value).FirstOrDefault();
}
