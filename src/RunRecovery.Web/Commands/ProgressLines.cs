using System.Diagnostics;
using System.Globalization;
using RunRecovery.Core.Content;

namespace RunRecovery.Web.Commands;

/// <summary>Says now and then how far a long import is; a short one ends before the first line.</summary>
internal sealed class ProgressLines(TextWriter output) : IProgress<ImportProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private long _last = Stopwatch.GetTimestamp();

    public void Report(ImportProgress value)
    {
        if (Stopwatch.GetElapsedTime(_last) >= Pause)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Done} of {value.Total} texts"));
            _last = Stopwatch.GetTimestamp();
        }
    }
}
