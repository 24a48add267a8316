using System.Diagnostics;
using Markdig.Helpers;
using Markdig.Parsers;

namespace RunRecovery.Core.Rendering;

/// <summary>
/// Says in the midst of rendering that the time is over, wherever Markdig or AngleSharp call us: at each line, at each sign that may mean
/// something, at each piece of HTML and each element. So nearly every text ends by an ordinary exception, and hardly any thread is stopped.
/// </summary>
internal static class RenderClock
{
    [ThreadStatic]
    private static long End;

    [ThreadStatic]
    private static TimeSpan Time;

    public static void Start(TimeSpan time) => (Time, End) = (time, Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency));

    public static void Stop() => End = 0;

    /// <exception cref="RenderRefusedException">The time is over.</exception>
    public static void Look()
    {
        if (End != 0 && Stopwatch.GetTimestamp() > End)
        {
            throw RenderBudget.TooSlow(Time);
        }
    }

    /// <summary>Parses nothing: it looks at the clock at each line.</summary>
    public sealed class AtLines : BlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            Look();
            return BlockState.None;
        }
    }

    /// <summary>Parses nothing: it looks at the clock at each sign at which something could begin.</summary>
    public sealed class AtSigns : InlineParser
    {
        public AtSigns() => OpeningCharacters = ['[', ']', '(', ')', '!', '<', '>', '&', '*', '_', '~', '`', '|', '\\', ':', '"', '\'', '-', '.', '^', '\n'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            Look();
            return false;
        }
    }
}
