using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RunRecovery.Core.Data;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Tests;

/// <summary>Pages and feeds ask repositories and services; they do not know the database.</summary>
public sealed class WallsTests
{
    [Fact]
    public void Pages_and_feeds_do_not_name_the_database()
    {
        var here = typeof(Program).Assembly.GetTypes()
            .Where(t => t.Namespace is { } name && (name.StartsWith("RunRecovery.Web.Pages", StringComparison.Ordinal) || name.StartsWith("RunRecovery.Web.Feeds", StringComparison.Ordinal)));

        var named = here.SelectMany(t => t.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.ParameterType)
            .Concat(t.GetFields(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Select(f => f.FieldType))
            .Concat(t.GetMethods(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))));

        Assert.DoesNotContain(named, t => t.IsAssignableTo(typeof(BlogContext)) || (t.Namespace ?? "").StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Page_models_are_small()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(HomeFolder.Path, "src", "RunRecovery.Web", "Pages"), "*.cshtml.cs", SearchOption.AllDirectories);

        Assert.DoesNotContain(pages, file => File.ReadLines(file).Count() > 80 || File.ReadAllText(file).Contains("Markdig", StringComparison.Ordinal) || File.ReadAllText(file).Contains("EntityFrameworkCore", StringComparison.Ordinal));
        Assert.Contains(typeof(Program).Assembly.GetTypes(), t => t.IsAssignableTo(typeof(PageModel)));
    }
}
