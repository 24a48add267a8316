using RunRecovery.Core.Rendering;

namespace RunRecovery.Core.Tests.Rendering;

public sealed class StoppedTests
{
    [Fact]
    public async Task Wherever_a_text_ends_because_its_time_is_over_the_next_one_is_rendered()
    {
        var renderer = new MarkdownRenderer();
        MarkdownRenderer.Prepare();
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => $"## Heading {i}\n\nA [link](https://example.org/{i}) and *more* [^{i}].\n\n[^{i}]: A note.\n\n"));
        var whole = renderer.Render(text, RenderContext.Alone).Html;

        await Parallel.ForEachAsync(Enumerable.Range(0, 6000), (i, _) =>
        {
            try
            {
                renderer.Render(text, RenderContext.Alone with { Patience = TimeSpan.FromTicks(1 + i * 9973 % 200_000) });
            }
            catch (RenderRefusedException)
            {
                // Stopped, as it should be.
            }

            return ValueTask.CompletedTask;
        });

        var next = Task.Run(() => renderer.Render(text, RenderContext.Alone).Html);
        Assert.Equal(whole, await next.WaitAsync(TimeSpan.FromMinutes(1)));
    }
}
