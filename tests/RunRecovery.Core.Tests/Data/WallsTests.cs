using RunRecovery.Core.Data;

namespace RunRecovery.Core.Tests.Data;

public sealed class WallsTests
{
    [Fact]
    public void The_core_references_no_driver_and_no_web_framework()
    {
        var references = typeof(BlogContext).Assembly.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.DoesNotContain(references, name =>
            name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Data.", StringComparison.Ordinal)
            || name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("SQLitePCL", StringComparison.Ordinal));
    }
}
