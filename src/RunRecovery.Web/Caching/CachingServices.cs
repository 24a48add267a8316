using RunRecovery.Web.Options;

namespace RunRecovery.Web.Caching;

public static class CachingServices
{
    /// <exception cref="WrongSettingException"/>
    public static IServiceCollection AddCaching(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(CachingOptions.From(configuration))
        .AddSingleton<Freshness>()
        .AddSingleton<FinishedAnswers>()
        .AddSingleton<DatabaseWatch>()
        .AddHostedService(provider => provider.GetRequiredService<DatabaseWatch>());

    public static void UseFinishedAnswers(this WebApplication app) => app.Use(next => context =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) && context.GetEndpoint()?.Metadata.GetMetadata<FinishedAttribute>() is { } policy
            ? context.RequestServices.GetRequiredService<FinishedAnswers>().AnswerAsync(context, next, policy)
            : next(context));
}
