using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Content;

/// <summary>Reads a file as far as the import accepts it: its bytes, its header, what its author set, and where its pictures lead.</summary>
public sealed class ContentReader(PostFieldsReader reader, PostValidator validator)
{
    /// <summary>Null when there are problems.</summary>
    public ReadText? Read(ContentFolder folder, ContentPath path, out IReadOnlyList<ContentProblem> problems)
    {
        try
        {
            var file = ContentFile.Read(folder.FullPath(path.Path));
            if (reader.Read(path, file, out problems) is not { } written)
            {
                return null;
            }

            var valid = validator.Validate(written.Fields, out var reasons);
            problems =
            [
                .. reasons.Select(reason => new ContentProblem(path.Path, written.LineOf(reason), reason)),
                .. valid is null ? [] : PicturesOutside(path, written, valid),
            ];
            return valid is not null && problems.Count == 0 ? new ReadText(path, new FileMark(path.Path, file.Hash), written, valid) : null;
        }
        catch (ContentRefusedException refusal)
        {
            problems = [new ContentProblem(path.Path, refusal)];
            return null;
        }
    }

    private static IEnumerable<ContentProblem> PicturesOutside(ContentPath path, WrittenPost written, ValidPost valid)
    {
        foreach (var image in valid.Images)
        {
            _ = MediaReference.Find(path.Folder, image.Source, out var leaves);
            if (leaves)
            {
                yield return new ContentProblem(path.Path, written.LineInFile(image.Line), $"the picture '{image.Source}' leads out of the content folder.");
            }
        }
    }
}

/// <summary>A text that may be stored.</summary>
public sealed record ReadText(ContentPath Path, FileMark Mark, WrittenPost Written, ValidPost Valid);
