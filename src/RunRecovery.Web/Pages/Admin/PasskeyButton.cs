namespace RunRecovery.Web.Pages.Admin;

/// <summary>A button of a form that a passkey answers instead.</summary>
/// <param name="Deed"><c>create</c> or <c>get</c>.</param>
/// <param name="Question">Where the browser's task comes from.</param>
/// <param name="Send">Where the form goes with the answer.</param>
public sealed record PasskeyButton(string Text, string Deed, string Question, string? Send)
{
    public string Style { get; init; } = "";
    public string Hint { get; init; } = "Your phone, your computer or a key on your key ring. Nothing to remember, nothing to steal.";

    /// <summary>There is another way below.</summary>
    public bool IsChoice { get; init; } = true;
}
