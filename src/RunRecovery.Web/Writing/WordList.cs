using System.Text;

namespace RunRecovery.Web.Writing;

/// <summary>Several names in one field of a form, with commas between them; a name that has a comma itself stands in quotation marks.</summary>
public static class WordList
{
    public static string Join(IEnumerable<string> words) =>
        string.Join(", ", words.Select(word => word.Contains(',', StringComparison.Ordinal) || word.StartsWith('"') ? $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : word));

    /// <summary>Without empty ones and repetitions, in their order.</summary>
    public static IReadOnlyList<string> Split(string? text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < (text?.Length ?? 0); i++)
        {
            var letter = text![i];
            if (letter == '"' && isQuoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                word.Append(letter);
                i++;
            }
            else if (letter == '"' && (isQuoted || string.IsNullOrWhiteSpace(word.ToString())))
            {
                isQuoted = !isQuoted;
            }
            else if (letter is ',' or '\n' && !isQuoted)
            {
                Add();
            }
            else
            {
                word.Append(letter);
            }
        }

        Add();
        return words;

        void Add()
        {
            if (word.ToString().Trim() is { Length: > 0 } found && !words.Contains(found))
            {
                words.Add(found);
            }

            word.Clear();
        }
    }
}
