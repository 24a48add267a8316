using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;

namespace RunRecovery.Web.Writing;

/// <summary>What differs between two states of a post, for people: the text word by word, the other fields as a form has them.</summary>
public sealed record FieldsChanges(IReadOnlyList<FieldChange> Fields, IReadOnlyList<TextPart> Text)
{
    /// <param name="before">Null: there was nothing.</param>
    public static FieldsChanges Between(PostFields? before, PostFields after)
    {
        var (old, now) = (before is null ? new PostForm() : PostForm.Of(before, TimeZoneInfo.Utc), PostForm.Of(after, TimeZoneInfo.Utc));
        var fields = typeof(PostForm).GetProperties()
            .Where(p => p.Name is not (nameof(PostForm.Markdown) or nameof(PostForm.Start) or nameof(PostForm.Stamp) or nameof(PostForm.CopyId) or nameof(PostForm.Window) or nameof(PostForm.Tick) or nameof(PostForm.Kind)))
            .Select(p => new FieldChange(Words(p.Name), $"{p.GetValue(old)}", $"{p.GetValue(now)}"))
            .Where(change => change.Before != change.After);
        return new FieldsChanges([.. StateChange(before, after), .. fields], TextChanges.Between(before?.Markdown ?? "", after.Markdown));
    }

    private static IEnumerable<FieldChange> StateChange(PostFields? before, PostFields after)
    {
        var (old, now) = (before is null ? "" : StateOf(before), StateOf(after));
        return old == now ? [] : [new FieldChange("State", old, now)];
    }

    private static string StateOf(PostFields fields) =>
        fields.Draft ? "draft" : fields.Date is { } at ? $"published at {SiteTime.Show(at, TimeZoneInfo.Utc)} UTC" : "published";

    /// <summary>"SeriesOrder" is "Series order" to people.</summary>
    private static string Words(string name) => string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}

public sealed record FieldChange(string Name, string Before, string After);
