using System.Globalization;
using RunRecovery.Core.Recovery;

namespace RunRecovery.Web.Recovery;

/// <summary>What the query of an address asks for, right or not.</summary>
public sealed record AskedPlan(WrittenPlan Written, PlanReading Reading)
{
    /// <summary>Much longer than any plan is.</summary>
    private const int LongestQuery = 1000;

    /// <summary>Not a field: the address as a whole.</summary>
    public const string WholeAddress = "address";

    public static AskedPlan Of(HttpRequest request, RulesShelf shelf)
    {
        if (request.QueryString.Value is { Length: > LongestQuery } query)
        {
            return new(new WrittenPlan(_ => []), new PlanReading(null,
                [new FieldProblem(WholeAddress, string.Create(CultureInfo.InvariantCulture, $"What follows the question mark has {query.Length:N0} characters; wanted at most {LongestQuery:N0}."))]));
        }

        var written = new WrittenPlan(field => request.Query[field]);
        return new(written, PlanReader.Read(written, shelf));
    }

    /// <summary>Every plan has one spelling; from others it is one step there. Escaped or not is the same spelling, because proxies change that.</summary>
    public static bool IsSpelled(HttpRequest request, PlanRequest plan) => Unescaped(request.QueryString) == Unescaped(Links.QueryOf(plan));

    private static string Unescaped(QueryString query) => Uri.UnescapeDataString(query.Value ?? "");
}
