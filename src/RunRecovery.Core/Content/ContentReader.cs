using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <summary>Reads a file as far as the import accepts it: its bytes, its header, what its author set, and where its pictures lead.</summary>
public sealed class ContentReader(PostFieldsReader reader, PostValidator validator)
{
    /// <summary>Null when there are problems.</summary>
    /// <param name="recall">Adds what is remembered of the text.</param>
    public ReadText? Read(ContentFolder folder, ContentPath path, out IReadOnlyList<ContentProblem> problems, Func<PostFields, PostFields>? recall = null)
    {
        try
        {
            var file = ContentFile.Read(folder.FullPath(path.Path));
            if (reader.Read(path, file, out problems) is not { } written)
            {
                return null;
            }

            if (validator.Validate(recall is null ? written.Fields : recall(written.Fields), out var reasons) is not { } valid)
            {
                problems = [.. reasons.Select(reason => new ContentProblem(path.Path, written.LineOf(reason), reason))];
                return null;
            }

            var text = new ReadText(path, new FileMark(path.Path, file.Hash) { Bytes = file.Bytes }, written, valid);
            problems = [.. PicturesOutside(text)];
            return problems.Count == 0 ? text : null;
        }
        catch (ContentRefusedException refusal)
        {
            problems = [new ContentProblem(path.Path, refusal)];
            return null;
        }
    }

    private static IEnumerable<ContentProblem> PicturesOutside(ReadText text)
    {
        foreach (var image in text.Valid.Images)
        {
            _ = MediaReference.Find(text.Path.Folder, image.Source, out var leaves);
            if (leaves)
            {
                yield return text.Problem(image.Line, $"the picture '{image.Source}' leads out of the content folder.");
            }
        }
    }
}

/// <summary>A text that may be stored.</summary>
public sealed record ReadText(ContentPath Path, FileMark Mark, WrittenPost Written, ValidPost Valid)
{
    /// <summary>A problem with what the header says under a key, in its first spelling.</summary>
    internal ContentProblem Problem(string key, string reason) => new(Path.Path, Written.LineOf(key), $"{key}: {reason}");

    /// <summary>A problem in the text, with its line counted in the Markdown.</summary>
    internal ContentProblem Problem(int line, string reason) => new(Path.Path, Written.LineInFile(line), reason);
}
