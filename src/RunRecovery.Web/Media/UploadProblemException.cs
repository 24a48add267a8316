namespace RunRecovery.Web.Media;

/// <summary>A request that brings no file that could be judged; the message is for the person who sent it.</summary>
public sealed class UploadProblemException(int status, string message, Exception? cause = null) : Exception(message, cause)
{
    public int Status => status;
}
