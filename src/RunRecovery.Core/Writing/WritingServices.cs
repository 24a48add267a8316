using Microsoft.Extensions.DependencyInjection;

namespace RunRecovery.Core.Writing;

public static class WritingServices
{
    public static IServiceCollection AddWriting(this IServiceCollection services) => services
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
