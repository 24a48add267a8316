using RunRecovery.Core.Posts;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Content.Export;

/// <summary>Finds what the exported files do not say: only what an import could not find out for itself.</summary>
internal static class Remembering
{
    /// <param name="texts">In the order of their posts.</param>
    /// <param name="former">In the order in which they came about.</param>
    public static BlogMemory Of(SiteIdentity identity, IReadOnlyList<ExportedText> texts, IReadOnlyList<Term> terms, IReadOnlyList<FormerTerm> former, Dictionary<string, string> media)
    {
        var order = OrderOf(texts);
        return new BlogMemory
        {
            Id = identity.Uuid,
            Texts = texts.Where(text => text.Memory is not null).OrderBy(text => text.Path, StringComparer.Ordinal).ToDictionary(text => text.Path, text => text.Memory!),
            Order = order,
            Terms = TermsOf(texts, order, terms, former),
            FormerTerms = [.. former.Select(f => new RememberedName(f.Kind, f.Key, f.Slug == Slug.From(f.Key) ? null : f.Slug, f.Term?.Name))],
            Media = media,
        };
    }

    /// <summary>An import makes posts in the order of their paths. Where that is not the order of posts with one time or one title, it must be told.</summary>
    private static List<string> OrderOf(IReadOnlyList<ExportedText> texts)
    {
        var groups = texts.Where(text => text.PublishedAt is not null).GroupBy(text => (object)text.PublishedAt!.Value)
            .Concat(texts.GroupBy(text => (object)text.Title.ToUpperInvariant()))
            .Select(group => group.Select(text => text.Path).ToList()).Where(group => group.Count > 1).ToList();
        var told = groups.Where(group => !group.SequenceEqual(group.Order(StringComparer.Ordinal))).SelectMany(group => group).ToHashSet();
        // Whoever is in the list comes before all others: those it must follow are in it too.
        while (groups.Find(group => group.Exists(told.Contains) && !group.TrueForAll(told.Contains)) is { } group)
        {
            told.UnionWith(group);
        }

        return [.. texts.Select(text => text.Path).Where(told.Contains)];
    }

    private static List<RememberedTerm> TermsOf(IReadOnlyList<ExportedText> texts, List<string> order, IReadOnlyList<Term> terms, IReadOnlyList<FormerTerm> former)
    {
        var places = order.Select((path, place) => (path, place)).ToDictionary();
        var spelled = texts.OrderBy(text => places.GetValueOrDefault(text.Path, int.MaxValue)).ThenBy(text => text.Path, StringComparer.Ordinal)
            .SelectMany(text => text.Names).GroupBy(name => (name.Kind, Term.KeyOf(name.Name)), name => Term.Tidy(name.Name)).ToDictionary(names => names.Key, names => names.First());
        var since = texts.Where(text => text.PublishedAt is not null).SelectMany(text => text.Terms.Select(term => (Term: term, At: text.PublishedAt!.Value)))
            .GroupBy(t => t.Term, t => t.At).ToDictionary(times => times.Key, times => times.Min());
        var ledTo = former.Select(f => f.TermId).OfType<int>().ToHashSet();
        return [.. terms.OrderBy(term => term.Kind).ThenBy(term => term.Key, StringComparer.Ordinal).Select(Of).OfType<RememberedTerm>()];

        RememberedTerm? Of(Term term)
        {
            var spelling = spelled.GetValueOrDefault((term.Kind, term.Key));
            var shown = term.Since is { } at && !(since.TryGetValue(term.Id, out var first) && first <= at) ? term.Since : null;
            // A name that no text gives and nobody has seen need not come back.
            var isNeeded = spelling is not null || shown is not null || since.ContainsKey(term.Id) || ledTo.Contains(term.Id);
            var slug = term.Slug == Slug.From(term.Name) ? null : term.Slug;
            var feedName = term.FeedName == Term.FeedNameOf(term.Kind, term.Key) ? null : term.FeedName;
            return isNeeded && (spelling != term.Name || shown is not null || slug is not null || feedName is not null)
                ? new RememberedTerm(term.Kind, term.Name, slug, feedName, shown)
                : null;
        }
    }
}
