using System.Data.Common;

namespace RunRecovery.Web.Writing;

/// <summary>The database could not store something: a full disk, for example.</summary>
public static class StorageFailure
{
    public static bool Is(Exception failure) => failure.GetBaseException() is DbException;

    public static string InWords(Exception failure) => $"The blog could not store it now: {failure.GetBaseException().Message} Your text is in the form; save it again in a moment, or copy it elsewhere first.";
}
