namespace RunRecovery.Web.Tests.Recovery;

/// <summary>A blog with the planner for tests that only ask.</summary>
public sealed class OnePlanner : IDisposable
{
    private readonly BlogApplication _blog = new() { Content = PlanBlog.Content };

    public OnePlanner() => Browser = _blog.Browser();

    public HttpClient Browser { get; }

    public void Dispose()
    {
        Browser.Dispose();
        _blog.Dispose();
    }
}
