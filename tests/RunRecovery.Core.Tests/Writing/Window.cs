using RunRecovery.Core.Posts;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Tests.Writing;

/// <summary>An editor in a browser: what its author sees, what it knows of the server, and how it sends.</summary>
public sealed class Window(Desk desk, Writer writer, PostFields fields)
{
    private readonly List<KeptText> _sent = [];

    public Window(Desk desk, Writer writer, OpenText open) : this(desk, writer, open.Fields) =>
        (PostId, CopyId, Stamp, Start) = (open.Post.Id, open.Copy?.Id, open.Stamp, open.Fields);

    public string Name { get; } = Guid.NewGuid().ToString("N");
    public int? PostId { get; private set; }
    public int? CopyId { get; private set; }
    public string? Stamp { get; private set; }
    public PostFields? Start { get; private set; }
    public PostFields Fields { get; private set; } = fields;
    public IReadOnlyList<KeptText> Sent => _sent;

    public Task<KeepResult> Write(string markdown) => Write(f => f with { Markdown = markdown });

    public Task<KeepResult> Write(Func<PostFields, PostFields> change, bool isHeard = true)
    {
        Fields = change(Fields);
        return Send(isHeard);
    }

    /// <param name="isHeard">Else the server keeps the text, and its answer is lost.</param>
    public async Task<KeepResult> Send(bool isHeard = true)
    {
        _sent.Add(new KeptText(PostId, CopyId, Stamp, Start, Fields, Name, _sent.Count + 1));
        var result = await desk.Keep(_sent[^1], writer);
        if (isHeard)
        {
            Hear(result);
        }

        return result;
    }

    /// <summary>A request of before arrives once more.</summary>
    public Task<KeepResult> SendAgain(int number) => desk.Keep(_sent[number], writer);

    private void Hear(KeepResult result)
    {
        switch (result)
        {
            case KeepResult.Kept kept:
                (PostId, CopyId, Stamp, Start) = (kept.PostId, kept.CopyId, kept.Stamp, Fields);
                break;
            case KeepResult.Merged merged:
                (PostId, CopyId, Stamp, Start, Fields) = (merged.PostId, merged.CopyId, merged.Stamp, merged.Fields, merged.Fields);
                break;
            case KeepResult.Parted parted:
                (PostId, CopyId, Stamp, Start) = (parted.PostId, parted.CopyId, parted.Stamp, Fields);
                break;
        }
    }
}
