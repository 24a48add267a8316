using Microsoft.AspNetCore.Mvc.ApplicationModels;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Web.Pages;

public static class BlogPages
{
    public static void AddBlogPages(this IServiceCollection services)
    {
        services.Configure<RouteOptions>(options =>
        {
            options.LowercaseUrls = true;
            options.ConstraintMap["terms"] = typeof(TermKindConstraint);
        });
        services.AddScoped<MissingPages>();
        services.AddRazorPages(options =>
        {
            options.Conventions.Add(new FurtherPages());
            options.Conventions.AddPageRoute("/Admin/Posts/Edit", "/admin/posts/new");
        });
    }

    /// <summary>The kind of term that the first part of an address names.</summary>
    public static TermKind KindOf(string terms) => terms switch
    {
        "categories" => TermKind.Category,
        "tags" => TermKind.Tag,
        "series" => TermKind.Series,
        _ => throw new ArgumentOutOfRangeException(nameof(terms), terms, "No kind of term has this address."),
    };

    private sealed class TermKindConstraint : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            values[routeKey] is "categories" or "tags" or "series";
    }

    /// <summary>Gives each page model that is an <see cref="IPagedList"/> its <c>/page/2</c> and so on.</summary>
    private sealed class FurtherPages : IPageRouteModelConvention
    {
        private static readonly HashSet<string> PagedLists = [.. typeof(BlogPages).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IPagedList)) && t.IsClass)
            .Select(t => t.FullName!["RunRecovery.Web.Pages".Length..].Replace('.', '/')[..^"Model".Length])];

        public void Apply(PageRouteModel model)
        {
            if (!PagedLists.Contains(model.ViewEnginePath))
            {
                return;
            }

            foreach (var first in model.Selectors.Where(s => s.AttributeRouteModel is { SuppressLinkGeneration: false }).ToList())
            {
                model.Selectors.Add(new SelectorModel
                {
                    AttributeRouteModel = new AttributeRouteModel { Template = $"{first.AttributeRouteModel!.Template}/page/{{number:int:min(2)}}".TrimStart('/') },
                });
            }
        }
    }
}

/// <summary>A page with a list that goes on at <c>/page/2</c>.</summary>
public interface IPagedList
{
    int Number { get; }
}
