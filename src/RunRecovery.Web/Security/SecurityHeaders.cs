namespace RunRecovery.Web.Security;

/// <summary>The headers on every answer. Nothing inline and nothing from elsewhere: readers' pages need no script and no third party; one that has a script works without.</summary>
public static class SecurityHeaders
{
    /// <summary>For files that somebody sent: whatever is in them, looked at by itself it runs nothing, sends nothing and belongs to nobody.</summary>
    public const string OfFiles = "files";

    /// <summary>For pages whose address is a secret: it does not travel along to whoever they link to.</summary>
    public const string OfSecrets = "secrets";

    private const string OfFilms = "films";

    public static IServiceCollection AddBlogSecurityHeaders(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies()
            .AddPolicy(OfFiles, headers => headers.AddBlogHeaders().AddContentSecurityPolicy(policy => policy.AllowOnlyToBeSeen().AddSandbox()))
            .AddPolicy(OfSecrets, headers => headers.AddPageHeaders().AddReferrerPolicyNoReferrer())
            .AddPolicy(OfFilms, headers => headers.AddBlogHeaders().AddContentSecurityPolicy(policy => policy.AllowOnlyToBeSeen()))
            .SetPolicySelector(choice => choice.EndpointPolicyName == OfFiles && IsFilm(choice.HttpContext.Response) ? choice.ConfiguredPolicies[OfFilms] : choice.SelectedPolicy);
        return services;
    }

    public static void UseBlogSecurityHeaders(this WebApplication app) => app.UseSecurityHeaders(new HeaderPolicyCollection().AddPageHeaders());

    private static HeaderPolicyCollection AddPageHeaders(this HeaderPolicyCollection headers) => headers.AddBlogHeaders()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddStyleSrc().Self();
            policy.AddScriptSrc().Self();
            policy.AddFontSrc().Self();
            policy.AddImgSrc().Self();
            policy.AddMediaSrc().Self();
            policy.AddManifestSrc().Self();
            policy.AddConnectSrc().Self();
            policy.AddFormAction().Self();
            policy.AddBaseUri().None();
            policy.AddObjectSrc().None();
            policy.AddFrameAncestors().None();
        });

    private static HeaderPolicyCollection AddBlogHeaders(this HeaderPolicyCollection headers) => headers
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddStrictTransportSecurityMaxAgeIncludeSubDomains(maxAgeInSeconds: (int)TimeSpan.FromDays(365).TotalSeconds)
        .AddPermissionsPolicy(policy =>
        {
            policy.AddDefaultSecureDirectives();
            // Films may fill the screen, and the desk is entered with passkeys.
            policy.AddFullscreen().Self();
            policy.AddPublickeyCredentialsGet().Self();
        });

    /// <summary>Chromium loads no film in a sandbox, and feeds lead to films by their address.</summary>
    private static bool IsFilm(HttpResponse response) => response.ContentType?.Split('/')[0] is "video" or "audio";

    private static CspBuilder AllowOnlyToBeSeen(this CspBuilder policy)
    {
        policy.AddDefaultSrc().None();
        policy.AddImgSrc().Self();
        policy.AddMediaSrc().Self();
        // How browsers lay out a page around a picture or a film.
        policy.AddStyleSrc().UnsafeInline();
        policy.AddFormAction().None();
        policy.AddBaseUri().None();
        policy.AddFrameAncestors().None();
        return policy;
    }
}
