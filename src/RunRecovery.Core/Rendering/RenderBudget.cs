using System.Runtime;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Text;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Rendering;

/// <summary>No text takes more than this: rendering ends in time and memory, whatever was written.</summary>
internal static partial class RenderBudget
{
    /// <summary>For a text that is to be accepted.</summary>
    public static readonly TimeSpan ToAccept = TimeSpan.FromSeconds(3);

    /// <summary>For one that was accepted, on a machine that is busier now: it must not fail then.</summary>
    public static readonly TimeSpan ToShow = TimeSpan.FromSeconds(15);

    /// <summary>Characters of HTML. One long address that is referred to a thousand times would become a thousand long addresses.</summary>
    public const int MaxHtml = 8 * PostFields.MaxMarkdownBytes;

    /// <summary>Formatting that is never closed is repeated in each block that follows: a small text would become a document of gigabytes.</summary>
    public const int MaxElements = 200_000;

    /// <summary>How much longer a text may take in which <see cref="RenderClock"/> is not asked. Then its thread is stopped, which has been seen to end the process.</summary>
    private static readonly TimeSpan LastResort = TimeSpan.FromMinutes(1);

    /// <summary>Lines that say where a link leads. Markdig goes through all that follow for each, and asks nobody meanwhile.</summary>
    private const int MaxDefinitions = 5_000;

    /// <summary>A thread that is stopped just when it has taken a lock keeps it for ever. The pool's is the one that every text takes, many times.</summary>
    static RenderBudget() => StringBuilderPool.IsPoolingDisabled = true;

    /// <summary>
    /// Markdig and AngleSharp take quadratic time on some texts and cannot be cancelled, so the runtime stops them. What they were working
    /// on is garbage then, and nothing else is shared.
    /// </summary>
    /// <exception cref="RenderRefusedException">The budget does not suffice; the message says why.</exception>
    public static T Spend<T>(string text, TimeSpan time, Func<T> work)
    {
        if (Encoding.UTF8.GetByteCount(text) > PostFields.MaxMarkdownBytes)
        {
            throw new RenderRefusedException($"text: at most {PostFields.MaxMarkdownBytes / 1024} KiB are allowed.");
        }

        if (Definition.Count(text) > MaxDefinitions)
        {
            throw new RenderRefusedException(FormattableString.Invariant($"text: more than {MaxDefinitions:N0} lines such as [name]: address are not allowed."));
        }

        using var deadline = new CancellationTokenSource(time + LastResort);
        var result = default(T);
        try
        {
#pragma warning disable SYSLIB0046 // The only way to stop code that cannot be cancelled; see docs/decisions/0002.
            ControlledExecution.Run(
                () =>
                {
                    RenderClock.Start(time);
                    try
                    {
                        result = work();
                    }
                    finally
                    {
                        RenderClock.Stop();
                    }
                },
                deadline.Token);
#pragma warning restore SYSLIB0046
            return result!;
        }
        catch (OperationCanceledException)
        {
            throw TooSlow(time);
        }
        catch (ArgumentException tooDeep) when (tooDeep.Message.Contains("nested", StringComparison.Ordinal))
        {
            throw new RenderRefusedException("text: quotes, lists or emphasis are nested too deeply.");
        }
    }

    [GeneratedRegex(@"^[ >]*\[[^\]\n]+\]:", RegexOptions.Multiline)]
    private static partial Regex Definition { get; }

    public static RenderRefusedException TooSlow(TimeSpan time) => new($"text: rendering it takes more than {time.TotalSeconds:0} seconds. Split it, or look for long runs of brackets or asterisks.");

    public static RenderRefusedException TooMuchHtml => new($"text: it becomes more than {MaxHtml / 1024 / 1024} million characters of HTML. Split it, or look for long addresses that are referred to often.");

    public static RenderRefusedException TooManyElements => new(FormattableString.Invariant($"text: it becomes more than {MaxElements:N0} HTML elements. Split it, or look for tags that are never closed."));
}
