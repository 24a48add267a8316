namespace RunRecovery.Browser.Tests;

public sealed class EvidenceTests(RunningBlog blog)
{
    private const string Address = "/recovery/evidence";

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_table_is_never_scrolled_sideways_and_each_sentence_is_as_wide_as_it(int width)
    {
        var page = await blog.OpenAsync(Address, width, script: true);

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Equal(32, await page.EvaluateAsync<int>("""
            [...document.querySelectorAll('.evidence-short td')].filter(sentence => sentence.clientWidth === document.querySelector('.evidence-table').clientWidth).length
            """));
    }

    [Fact]
    public async Task The_words_of_the_chart_can_be_read_on_a_phone()
    {
        var page = await blog.OpenAsync(Address, 390, script: true);

        var smallest = await page.EvaluateAsync<double>("""
            () => {
              const chart = document.querySelector('.evidence-chart');
              const shown = chart.getBoundingClientRect().width / chart.viewBox.baseVal.width;
              return Math.min(...[...chart.querySelectorAll('text')].map(text => parseFloat(getComputedStyle(text).fontSize) * shown));
            }
            """);
        Assert.InRange(smallest, 11, 20);
    }
}
