using RunRecovery.Core.Writing;

namespace RunRecovery.Web.Writing;

public static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddWriting()
        .AddScoped<TermNames>()
        .AddSingleton<PreviewTurns>()
        .AddScoped<FormSaving>()
        .AddHostedService<BinCollector>();
}
