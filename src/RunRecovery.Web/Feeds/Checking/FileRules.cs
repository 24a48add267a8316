using System.Globalization;

namespace RunRecovery.Web.Feeds.Checking;

internal static class FileRules
{
    public static IEnumerable<string> FilesAreAsStored(DocumentEntry entry, StoredBlog blog)
    {
        if (entry.Enclosures.Count > 1)
        {
            yield return "it has more than one enclosure.";
        }

        foreach (var file in entry.Enclosures.Append(entry.Picture).OfType<DocumentFile>())
        {
            if (!blog.Files.TryGetValue(file.Address, out var stored))
            {
                yield return $"no file of ours is at {file.Address}.";
                continue;
            }

            if (file.Type is not null && file.Type != stored.Type)
            {
                yield return $"the type of {file.Address} is given as '{file.Type}'; it is {stored.Type}.";
            }

            if (file.Length is not null && file.Length != stored.Length.ToString(CultureInfo.InvariantCulture))
            {
                yield return $"the length of {file.Address} is given as '{file.Length}'; it is {stored.Length}.";
            }
        }
    }
}
