using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>How the table of evidence can be sorted.</summary>
public static class EvidenceOrder
{
    public const string Grade = "grade";
    public const string When = "when";
    public const string Name = "name";

    /// <returns>Null: there is no such order.</returns>
    public static IEnumerable<Evidence>? Sort(IEnumerable<Evidence> rows, string by) => by switch
    {
        Grade => rows.OrderBy(row => EvidenceGrades.RankOf(row.Grade)).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase),
        When => rows.OrderBy(row => row.FromHours).ThenBy(row => row.ToHours).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase),
        Name => rows.OrderBy(row => row.Name, StringComparer.OrdinalIgnoreCase),
        _ => null,
    };
}
