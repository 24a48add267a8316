using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Posts;

namespace RunRecovery.Web.Tests;

/// <summary>The whole program in memory, on a migrated SQLite file of its own, with a clock that stands still until a test moves it.</summary>
public sealed class BlogApplication : WebApplicationFactory<Program>
{
    public const string Password = "calm lantern orbit quilt";

    /// <summary>Without a socket nobody has an address; a test gives one by this header.</summary>
    public const string AddressHeader = "Test-Address";

    public static readonly DateTime Now = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>The folder imported at start; empty: none.</summary>
    public string Content { get; init; } = "";

    /// <summary>Settings besides those that keep tests apart.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Else a clock that runs.</summary>
    public bool ClockStandsStill { get; init; } = true;

    /// <summary>As the program does; else passwords are hashed in a moment instead of a tenth of a second.</summary>
    public bool HashesSlowly { get; init; }

    /// <summary>A folder of its own; that of another blog for one that starts again.</summary>
    public string Data { get; init; } = Path.Combine(Path.GetTempPath(), $"runrecovery-{Guid.NewGuid():N}");

    /// <summary>The folder stays when the blog stops, for one that starts again.</summary>
    public bool KeepsData { get; init; }

    public FakeTimeProvider Clock { get; } = new(Now);

    /// <summary>Follows no redirect, so that tests see them.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>The same, and it keeps cookies.</summary>
    public HttpClient Visitor(CookieJar? cookies = null) => CreateDefaultClient(cookies ?? new CookieJar());

    /// <summary>Somebody who was invited, came in through the front door and is signed in. Follows no redirect.</summary>
    /// <param name="name">An account of this name signs in again.</param>
    public async Task<HttpClient> SignedInAsync(Role role = Role.Owner, string name = "Ada", CookieJar? cookies = null)
    {
        var client = Visitor(cookies);
        var known = await Ask<UserManager<Account>, Account?>(accounts => accounts.FindByNameAsync(name));
        var answer = known is null
            ? await client.PostFormAsync(Links.InvitationWith(await Ask<InvitationStore, string>(i => i.ToJoinAsync(role, name))), ("Name", name), ("Password", Password))
            : await client.PostFormAsync(Links.SignIn, ("Name", name), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(role, (await Ask<UserManager<Account>, Account?>(accounts => accounts.FindByNameAsync(name)))!.Role);
        return client;
    }

    public async Task<T> Ask<TService, T>(Func<TService, Task<T>> question) where TService : notnull
    {
        using var scope = Services.CreateScope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<SaveResult.Saved> Save(PostFields fields, SaveResult.Saved? before = null)
    {
        var valid = Services.GetRequiredService<PostValidator>().Validate(fields, out var problems) ?? throw new ArgumentException(string.Join(' ', problems));
        var change = new PostChange(before?.PostId, before?.Version ?? 0, valid, RevisionOrigin.Author);
        return Assert.IsType<SaveResult.Saved>(await Ask<PostStore, SaveResult>(store => store.SaveAsync(change)));
    }

    public static PostFields APost(string slug, string? title = null) =>
        new() { Kind = PostKind.Post, Slug = slug, Title = title ?? $"About {slug}", Markdown = "Easy days.", Date = Now.AddDays(-1) };

    public static PostFields ATip(string slug, string? title = null) => APost(slug, title) with { Kind = PostKind.Tip, Phase = "rest", Grade = "weak", AppliesTo = "any race" };

    public static PostFields APage(string slug, string? title = null) => APost(slug, title) with { Kind = PostKind.Page };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Data:Path", Data);
        // A pool that another test empties closes our connections while the folder is being deleted.
        builder.UseSetting("Database:ConnectionString", $"Data Source={Path.Combine(Data, "runrecovery.db")};Pooling=False");
        builder.UseSetting("Content:Path", Content);
        builder.UseSetting("Media:Warm", "false");
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services => services.AddTransient<IStartupFilter, AddressOfVisitor>());
        if (!HashesSlowly)
        {
            builder.ConfigureServices(services => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000));
        }

        if (ClockStandsStill)
        {
            builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        }
    }

    /// <summary>All text of the log so far.</summary>
    public string Log()
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(Path.Combine(Data, "logs")))
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !KeepsData && Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }
    }

    private sealed class AddressOfVisitor : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[AddressHeader].FirstOrDefault() ?? "198.51.100.1");
                return rest(context);
            });
            next(app);
        };
    }
}
