using System.Buffers;
using System.Runtime;
using System.Text;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Rendering;

/// <summary>No text takes more than this: rendering ends in time, whatever was written.</summary>
internal static class RenderBudget
{
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    private const int OrdinaryLength = 100_000;
    private const int OrdinaryMarks = 6_000;

    /// <summary>The characters on which Markdown parsers can be made to take quadratic time.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("[]()<>{}*_~`!|&#");

    /// <exception cref="RenderRefusedException">The budget does not suffice; the message says why.</exception>
    public static T Spend<T>(string text, Func<T> work)
    {
        if (Encoding.UTF8.GetByteCount(text) > PostFields.MaxMarkdownBytes)
        {
            throw new RenderRefusedException($"text: at most {PostFields.MaxMarkdownBytes / 1024} KiB are allowed.");
        }

        try
        {
            return IsOrdinary(text) ? work() : WithDeadline(work);
        }
        catch (ArgumentException tooDeep) when (tooDeep.Message.Contains("nested", StringComparison.Ordinal))
        {
            throw new RenderRefusedException("text: quotes, lists or emphasis are nested too deeply.");
        }
    }

    private static bool IsOrdinary(string text)
    {
        if (text.Length > OrdinaryLength)
        {
            return false;
        }

        var marks = 0;
        for (var rest = text.AsSpan(); rest.IndexOfAny(Marks) is var at and >= 0; rest = rest[(at + 1)..])
        {
            marks++;
        }

        return marks <= OrdinaryMarks;
    }

    /// <summary>
    /// Neither Markdig nor AngleSharp can be cancelled, so the rare extraordinary text is rendered where the runtime may stop it. What it
    /// was working on is garbage then, and nothing else is shared.
    /// </summary>
    private static T WithDeadline<T>(Func<T> work)
    {
        using var deadline = new CancellationTokenSource(Time);
        var result = default(T);
        try
        {
#pragma warning disable SYSLIB0046 // The only way to stop code that cannot be cancelled; see the summary.
            ControlledExecution.Run(() => result = work(), deadline.Token);
#pragma warning restore SYSLIB0046
            return result!;
        }
        catch (OperationCanceledException)
        {
            throw new RenderRefusedException($"text: rendering it takes more than {Time.TotalSeconds:0} seconds. Split it, or look for long runs of brackets or asterisks.");
        }
    }
}
