using RunRecovery.Core.Media;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Media;

public static class MediaServices
{
    private const string Warm = "Media:Warm";

    /// <exception cref="WrongSettingException"/>
    public static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration, FolderOptions folders)
    {
        services
            .AddSingleton(MediaFolder.In(folders.Data))
            .AddSingleton<MediaLibrary>()
            .AddSingleton<ImageVariants>()
            .AddSingleton<MediaUses>()
            .AddSingleton<MediaShelf>()
            .AddScoped<MediaStore>()
            .AddScoped<MediaUploads>()
            .AddScoped<UploadDoor>();
        return IsOn(configuration[Warm]) ? services.AddHostedService<VariantWarmer>() : services;
    }

    private static bool IsOn(string? setting) =>
        string.IsNullOrEmpty(setting) || (bool.TryParse(setting, out var isOn) ? isOn : throw new WrongSettingException(Warm, setting, "wanted true or false"));
}
