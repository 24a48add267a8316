using Microsoft.Extensions.DependencyInjection;

namespace RunRecovery.Core.Recovery;

public static class RecoveryServices
{
    /// <param name="contentFolder">Null: there is none.</param>
    public static IServiceCollection AddRecovery(this IServiceCollection services, string? contentFolder) => services
        .AddSingleton(new RecoveryLibrary(contentFolder));
}
