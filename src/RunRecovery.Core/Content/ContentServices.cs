using Microsoft.Extensions.DependencyInjection;
using RunRecovery.Core.Content.Export;

namespace RunRecovery.Core.Content;

public static class ContentServices
{
    /// <param name="zone">The site's time zone.</param>
    public static IServiceCollection AddContent(this IServiceCollection services, TimeZoneInfo zone) => services
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<PostFieldsReader>(provider, zone))
        .AddSingleton<ContentReader>()
        .AddScoped<ImportedFiles>()
        .AddScoped<Recollection>()
        .AddSingleton<ContentImporter>()
        .AddSingleton<ContentExporter>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<ContentCheck>(provider, zone));
}
