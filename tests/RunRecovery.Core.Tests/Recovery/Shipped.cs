using RunRecovery.Core.Recovery;

namespace RunRecovery.Core.Tests.Recovery;

/// <summary>What <c>content/recovery</c> ships.</summary>
internal static class Shipped
{
    public static readonly string Content = Path.Combine(AppContext.BaseDirectory, "content");

    public static RulesShelf Shelf { get; } = RulesShelf.Read(Content)!;

    public static RecoveryRules Rules => Shelf.Newest;
}
