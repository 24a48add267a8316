namespace RunRecovery.Core.Media;

/// <summary>A file that somebody sent.</summary>
/// <param name="Source">Where it lies now.</param>
/// <param name="Name">As the browser calls it.</param>
/// <param name="OwnerId">The account that sent it.</param>
public sealed record Upload(string Source, UploadName Name, int? OwnerId, string? Alt = null);
