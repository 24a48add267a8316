using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Data;
using RunRecovery.Web.Options;

namespace RunRecovery.Web.Accounts;

public static class AccountServices
{
    private const UnixFileMode OnlyMe = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static IServiceCollection AddAccounts(this IServiceCollection services, SiteOptions site, FolderOptions folders)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.User.AllowedUserNameCharacters = "";
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddUserStore<UserOnlyStore<Account, BlogContext, int, IdentityUserClaim<int>, IdentityUserLogin<int>, IdentityUserToken<int>, IdentityUserPasskey<int>>>()
            .AddSignInManager();
        // Identity's own rules come first and would ask for kinds of characters.
        services.RemoveAll<IPasswordValidator<Account>>().AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.RemoveAll<IUserValidator<Account>>().AddScoped<IUserValidator<Account>, AccountName>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddDeskAuthentication(site);
        services.AddAuthorization(options => options.AddDeskPolicies());
        services.AddDataProtection().SetApplicationName("RunRecovery").PersistKeysToFileSystem(KeyFolder(folders));
        return services
            .AddScoped<SessionStore>()
            .AddScoped<InvitationStore>()
            .AddScoped<Enrolment>()
            .AddScoped<RecoveryCodes>()
            .AddScoped<People>()
            .AddSingleton<KnownDevice>()
            .AddSingleton<Guesses>()
            .AddSingleton<Hashing>()
            .AddScoped<Passkeys>()
            .AddScoped<OwnPasskeys>()
            .AddScoped<PasswordChange>()
            .AddScoped<AccountRecovery>()
            .AddScoped<SignIns>()
            .AddScoped<PasswordSignIn>();
    }

    private static DirectoryInfo KeyFolder(FolderOptions folders)
    {
        var path = Path.Combine(folders.Data, "keys");
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OnlyMe);
    }
}
