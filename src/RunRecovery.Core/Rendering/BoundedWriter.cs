namespace RunRecovery.Core.Rendering;

/// <summary>Takes what Markdig writes, up to <see cref="RenderBudget.MaxHtml"/> characters.</summary>
internal sealed class BoundedWriter : StringWriter
{
    public override void Write(char value)
    {
        Count(1);
        base.Write(value);
    }

    public override void Write(string? value)
    {
        Count(value?.Length ?? 0);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Count(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Count(buffer.Length);
        base.Write(buffer);
    }

    private void Count(int more)
    {
        RenderClock.Look();
        if (GetStringBuilder().Length + more > RenderBudget.MaxHtml)
        {
            throw RenderBudget.TooMuchHtml;
        }
    }
}
