using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Content.Export;

/// <summary>What the names that texts give their terms mean now: a term in another spelling, a renamed or merged one, or one that is not there yet.</summary>
internal sealed class TermNames
{
    private readonly Dictionary<(TermKind, string), string> _names = [];

    /// <param name="former">In the order in which they came about, with their terms.</param>
    public TermNames(IEnumerable<Term> terms, IEnumerable<FormerTerm> former)
    {
        foreach (var gone in former.Where(f => f.Term is not null))
        {
            _names[(gone.Kind, gone.Key)] = gone.Term!.Name;
        }

        foreach (var term in terms)
        {
            _names[(term.Kind, term.Key)] = term.Name;
        }
    }

    /// <summary>The same fields as a save would keep them, so that two ways of saying one thing are equal.</summary>
    public PostFields Resolve(PostFields fields) => fields.Tidy() with
    {
        Categories = Resolve(TermKind.Category, fields.Categories),
        Tags = Resolve(TermKind.Tag, fields.Tags),
        Series = fields.Series is null ? null : NameOf(TermKind.Series, fields.Series),
        // A part without a number stands where its series stands among the terms of the post.
        SeriesOrder = fields.Series is null ? null : fields.SeriesOrder ?? fields.Categories.Count + fields.Tags.Count,
        Aliases = [.. fields.Aliases.Select(PostAddress.SpellWritten).Where(path => path != PostAddress.Of(fields.Kind, fields.Slug)).Distinct().Order(StringComparer.Ordinal)],
    };

    private List<string> Resolve(TermKind kind, IEnumerable<string> names) => [.. names.Select(name => NameOf(kind, name)).Distinct()];

    private string NameOf(TermKind kind, string name) => _names.GetValueOrDefault((kind, Term.KeyOf(name))) ?? Term.Tidy(name);
}
