using System.Globalization;
using Ganss.Xss;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Serilog;
using Smallest;

const int Posts = 50;

var builder = WebApplication.CreateBuilder(args);
var data = builder.Configuration["Data:Path"]!;
builder.Services.AddSerilog(log => log.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture).WriteTo.File(Path.Combine(data, "log.txt"), formatProvider: CultureInfo.InvariantCulture));
builder.Services.AddDbContext<BlogContext>(options => options.UseSqlite($"Data Source={Path.Combine(data, "blog.db")}"));
builder.Services.AddIdentityCore<IdentityUser<int>>().AddEntityFrameworkStores<BlogContext>().AddSignInManager();
builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
builder.Services.AddAuthorization();
builder.Services.AddSingleton<HtmlSanitizer>();
builder.Services.AddRazorPages();

var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
{
    var blog = scope.ServiceProvider.GetRequiredService<BlogContext>();
    if (await blog.Database.EnsureCreatedAsync())
    {
        blog.Posts.AddRange(Enumerable.Range(1, Posts).Select(i => new Post { Title = $"Post {i}", Markdown = string.Concat(Enumerable.Repeat("## Easy days\n\nSome *plain* words, and [a link](/?id=1).\n\n", 40)) }));
        await blog.SaveChangesAsync();
    }
}

app.UseSerilogRequestLogging();
app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();
app.MapGet("/sitemap.xml", () => string.Concat(Enumerable.Range(1, Posts).Select(id => $"<loc>http://localhost/?id={id}</loc>")));
await app.RunAsync();
