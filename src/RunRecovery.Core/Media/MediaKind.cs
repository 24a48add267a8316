namespace RunRecovery.Core.Media;

public enum MediaKind
{
    Picture,
    Film,
    Sound,
    File,
}
