using RunRecovery.Core.Recovery;

namespace RunRecovery.Core.Tests.Recovery;

public sealed class FinishTimeTests
{
    [Theory]
    [InlineData("22:30", 5, 22 * 60 + 30)]
    [InlineData("1:45:00", 21.0975, 105 * 60)]
    [InlineData("105:00", 21.0975, 105 * 60)]
    [InlineData(" 01:45:07 ", 21.0975, 105 * 60 + 7)]
    [InlineData("10:00", 5, 600)]
    [InlineData("2:30:00", 5, 9000)]
    [InlineData("149:59:59", 300, 149 * 3600 + 3599)]
    [InlineData("0:48", .4, 48)]
    public void A_time_is_hours_minutes_seconds_or_minutes_seconds(string text, double km, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), FinishTime.Read(text, km, Shipped.Rules.Limits, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0:00")]
    [InlineData("0:00:00")]
    [InlineData("25:61:00")]
    [InlineData("20:60")]
    [InlineData("20")]
    [InlineData("20:5")]
    [InlineData("1:5:00")]
    [InlineData("-20:00")]
    [InlineData("20:00.5")]
    [InlineData("٢٠:٠٠")]
    [InlineData("1000:00")]
    [InlineData("1:00:00:00")]
    [InlineData("99999999999:00:00")]
    public void Anything_else_is_answered_with_how_to_write_it(string? text)
    {
        Assert.Null(FinishTime.Read(text, 5, Shipped.Rules.Limits, out var problem));
        Assert.Equal(new FieldProblem("time", "Write the finish time as h:mm:ss or mm:ss, such as 1:45:00 or 22:30."), problem);
        Assert.Null(FinishTime.Read(text, null, Shipped.Rules.Limits, out _));
    }

    [Theory]
    [InlineData("9:59", 5, "from 10:00 to 2:30:00")]
    [InlineData("2:30:01", 5, "from 10:00 to 2:30:00")]
    [InlineData("1:45", 21.0975, "from 42:12 to 10:32:55")]
    public void A_pace_that_nobody_runs_is_answered_with_the_times_that_are_allowed(string text, double km, string allowed)
    {
        Assert.Null(FinishTime.Read(text, km, Shipped.Rules.Limits, out var problem));
        Assert.Contains(allowed, problem!.Text, StringComparison.Ordinal);
        Assert.NotNull(FinishTime.Read(text, null, Shipped.Rules.Limits, out _));
    }

    [Theory]
    [InlineData(59.4, "0:59")]
    [InlineData(59.5, "1:00")]
    [InlineData(3599.5, "1:00:00")]
    [InlineData(5957.29, "1:39:17")]
    [InlineData(540000, "150:00:00")]
    public void A_time_is_shown_to_the_nearest_second(double seconds, string words) => Assert.Equal(words, FinishTime.Words(TimeSpan.FromSeconds(seconds)));
}
