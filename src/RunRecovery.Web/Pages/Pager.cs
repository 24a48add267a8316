using RunRecovery.Core.Posts;

namespace RunRecovery.Web.Pages;

/// <summary>Where one page of a list stands between its neighbours.</summary>
public sealed record Pager(string List, int Number, int PageCount)
{
    public string? Newer => Number > 1 ? Links.Page(List, Number - 1) : null;
    public string? Older => Number < PageCount ? Links.Page(List, Number + 1) : null;
    public string Here => Links.Page(List, Number);

    public static Pager Of<T>(string list, PageOf<T> page) => new(list, page.Number, page.PageCount);
}
