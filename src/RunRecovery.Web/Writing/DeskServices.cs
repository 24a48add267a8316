using RunRecovery.Core.Writing;

namespace RunRecovery.Web.Writing;

public static class DeskServices
{
    /// <param name="contentFolder">Null: there is none.</param>
    public static IServiceCollection AddDesk(this IServiceCollection services, string? contentFolder) => services
        .AddWriting(contentFolder)
        .AddScoped<TermNames>()
        .AddSingleton<PreviewTurns>()
        .AddScoped<FormSaving>()
        .AddHostedService<BinCollector>();
}
