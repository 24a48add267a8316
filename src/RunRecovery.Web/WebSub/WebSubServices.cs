using RunRecovery.Core.Data;
using RunRecovery.Core.Subscribers;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.WebSub;

public static class WebSubServices
{
    /// <exception cref="WrongSettingException"/>
    public static IServiceCollection AddWebSub(this IServiceCollection services, IConfiguration configuration, SiteOptions site)
    {
        var hub = HubOptions.From(configuration, site);
        services
            .AddSingleton(hub)
            .AddSingleton(PublicHosts.From(configuration))
            .AddSingleton<PublicHttp>()
            .AddScoped<Outbox>()
            .AddScoped<ReceiverStore>()
            .AddScoped<Topics>()
            .AddScoped<Announcements>()
            .AddSingleton<Announcer>()
            .AddHostedService(provider => provider.GetRequiredService<Announcer>());
        return hub switch
        {
            { IsOwn: true } => services.AddScoped<IHub, OwnHub>().AddSingleton<PendingRequests>().AddHostedService<Verification>(),
            { Address: not null } => services.AddScoped<IHub, OtherHub>(),
            _ => services,
        };
    }
}
