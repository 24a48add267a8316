namespace RunRecovery.Web.Security;

/// <summary>The headers on every answer. Nothing inline and nothing from elsewhere: readers' pages need no script and no third party; one that has a script works without.</summary>
public static class SecurityHeaders
{
    public static void UseBlogSecurityHeaders(this WebApplication app) => app.UseSecurityHeaders(new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddStrictTransportSecurityMaxAgeIncludeSubDomains(maxAgeInSeconds: (int)TimeSpan.FromDays(365).TotalSeconds)
        .AddPermissionsPolicy(policy =>
        {
            policy.AddDefaultSecureDirectives();
            // The desk is entered with passkeys.
            policy.AddPublickeyCredentialsGet().Self();
        })
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
        }));
}
