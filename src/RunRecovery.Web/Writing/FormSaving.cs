using RunRecovery.Core.Writing;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Writing;

/// <summary>Saves what stands in a form, without script. The text is kept first, whatever becomes of the rest; what cannot be kept stays in the form.</summary>
public sealed class FormSaving(WorkingCopies copies, Publishing publishing, SiteOptions site, ILogger<FormSaving> log)
{
    /// <param name="id">Null: a post that does not exist yet.</param>
    public async Task<FormSaved> SaveAsync(Writer writer, int? id, PostForm form, CancellationToken cancel = default)
    {
        try
        {
            var text = form.ToKeep(id, site.Zone, out var problems);
            return await copies.KeepAsync(writer, text, cancel) switch
            {
                KeepResult.Kept kept => await GoOnAsync(writer, kept.PostId, kept.CopyId, form, problems, "Saved.", cancel),
                KeepResult.Merged merged => await GoOnAsync(writer, merged.PostId, merged.CopyId, form, problems, "Saved. Somebody else had changed another part meanwhile; both are in the text now.", cancel),
                KeepResult.Parted parted => new FormSaved.Parted(parted.PostId, string.Join(' ', ["Somebody else had changed the same lines meanwhile. Both texts are kept; decide here.", .. problems])),
                // What it is based on stays too: it is still the older text.
                KeepResult.TooLarge large => new FormSaved.Refused(id, form, [.. problems, large.Problem]) { IsKept = false },
                _ => new FormSaved.NotFound(),
            };
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            log.LogError(failure, "A text could not be stored");
            return new FormSaved.Refused(id, form, [StorageFailure.InWords(failure)]) { IsKept = false };
        }
    }

    private async Task<FormSaved> GoOnAsync(Writer writer, int post, int copy, PostForm form, IReadOnlyList<string> problems, string notice, CancellationToken cancel)
    {
        if (copy != 0 && await copies.OpenAsync(writer, post, copy, cancel) is { Copy.IsBeside: true })
        {
            return new FormSaved.Parted(post, string.Join(' ', ["Saved, beside the other version. Decide here.", .. problems]));
        }

        problems = [.. problems, .. await SaveAsync(writer, post, cancel)];
        return problems.Count > 0 && await copies.OpenAsync(writer, post, cancel: cancel) is { } open
            ? new FormSaved.Refused(post, form.GoOn(open, site.Zone), problems)
            : new FormSaved.Saved(post, notice);
    }

    /// <returns>Why it is kept and no more than that.</returns>
    private async Task<IReadOnlyList<string>> SaveAsync(Writer writer, int post, CancellationToken cancel)
    {
        try
        {
            return SaveProblems.Of(await publishing.SaveAsync(writer, post, cancel));
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            log.LogError(failure, "A text was kept and could not be saved");
            return [StorageFailure.InWords(failure)];
        }
    }
}

/// <summary>What became of a form that was sent.</summary>
public abstract record FormSaved
{
    private FormSaved()
    {
    }

    public sealed record Saved(int PostId, string Notice) : FormSaved;

    /// <summary>The form is shown again, with what stood in the way.</summary>
    public sealed record Refused(int? PostId, PostForm Form, IReadOnlyList<string> Problems) : FormSaved
    {
        public bool IsKept { get; init; } = true;
    }

    /// <summary>Beside another version, until somebody decides.</summary>
    public sealed record Parted(int PostId, string Notice) : FormSaved;

    /// <summary>There is no such post, or it is another author's.</summary>
    public sealed record NotFound : FormSaved;
}
