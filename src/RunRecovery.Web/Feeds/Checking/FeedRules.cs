using static RunRecovery.Web.Feeds.Checking.FeedRule;

namespace RunRecovery.Web.Feeds.Checking;

/// <summary>Every rule that a document can break. Another one is a method and a line here.</summary>
public static class FeedRules
{
    /// <summary>What is not well-formed is broken before any other rule.</summary>
    public const int WellFormed = 16;

    private static readonly IReadOnlyList<FeedRule> All =
    [
        OfEntry(1, IdentityRules.IdIsTheStoredOne),
        OfDocument(2, IdentityRules.IdsAreDistinct),
        OfDocument(3, IdentityRules.FeedIsAtTheSite),
        OfEntry(3, IdentityRules.EntryIsAtTheSite),
        OfEntry(4, TimeRules.TimesAreTheStoredOnes),
        OfDocument(5, TimeRules.UpdatedIsThatOfTheNewest),
        OfDocument(6, TimeRules.FeedTimeHasItsForm),
        OfEntry(6, TimeRules.EntryTimesHaveTheirForm),
        OfEntry(7, TimeRules.NothingIsOfTheFuture),
        OfDocument(7, TimeRules.NewestIsFirst),
        OfEntry(8, TextRules.TextAndSummaryHaveTheirPlaces),
        OfEntry(9, MarkupRules.AddressesAreAbsolute),
        OfEntry(10, MarkupRules.PicturesAreComplete),
        OfEntry(11, MarkupRules.MarkupSurvives),
        OfEntry(12, MarkupRules.FilmsAreLinks),
        OfEntry(13, TextRules.TitleIsPlainAndSaidOnce),
        OfDocument(14, TextRules.NoMailAddress),
        OfEntry(14, TextRules.SomebodyWroteIt),
        OfEntry(15, TextRules.CategoriesAreComplete),
        OfDocument(15, TextRules.LanguageIsSaid),
        OfDocument(16, TextRules.CharactersCanBeCarried),
        OfEntry(17, MarkupRules.NothingButTheText),
        OfEntry(18, FileRules.FilesAreAsStored),
        OfDocument(24, SizeRules.DocumentIsSmall),
        OfDocument(26, IdentityRules.SelfIsTheAddress),
    ];

    public static IEnumerable<Fault> Check(FeedDocument document, StoredBlog blog) => All.SelectMany(rule => rule.Check(document, blog));
}
