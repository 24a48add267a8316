using Microsoft.Extensions.DependencyInjection;

namespace RunRecovery.Core.Writing;

public static class WritingServices
{
    /// <param name="contentFolder">Null: there is none.</param>
    public static IServiceCollection AddWriting(this IServiceCollection services, string? contentFolder) => services
        .AddSingleton(new EvidenceFile(contentFolder))
        .AddScoped<Checklist>()
        .AddScoped<WorkingCopies>()
        .AddScoped<Publishing>()
        .AddScoped<Revisions>()
        .AddScoped<Conflicts>()
        .AddScoped<ShareLinks>()
        .AddScoped<DeskList>()
        .AddScoped<Bin>()
        .AddScoped<Authors>()
        .AddScoped<SeriesParts>();
}
