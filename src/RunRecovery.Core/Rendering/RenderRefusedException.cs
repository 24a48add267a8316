namespace RunRecovery.Core.Rendering;

/// <summary>The text is too large, too deeply nested, or takes too long to render. The message says which, and what is allowed.</summary>
public sealed class RenderRefusedException(string message) : Exception(message);
