using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Smallest;

public sealed class BlogContext(DbContextOptions<BlogContext> options) : IdentityUserContext<IdentityUser<int>, int>(options)
{
    public DbSet<Post> Posts => Set<Post>();
}

public sealed class Post
{
    public int Id { get; init; }

    public required string Title { get; init; }

    public required string Markdown { get; init; }
}
