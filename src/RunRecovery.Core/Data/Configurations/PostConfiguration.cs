using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Data.Configurations;

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.Property(p => p.Title).HasMaxLength(PostFields.MaxTitleLength);
        post.Property(p => p.Slug).HasMaxLength(Slug.MaxLength);
        post.Property(p => p.Version).IsConcurrencyToken();
        // A save, and putting a post into the bin or taking it out, do not happen to each other unseen.
        post.Property(p => p.DeletedAt).IsConcurrencyToken();
        post.OwnsOne(p => p.Image);
        post.OwnsOne(p => p.Video);
        post.Ignore(p => p.Path);

        post.HasIndex(p => p.FeedId).IsUnique();
        post.HasIndex(p => new { p.Kind, p.Slug }).IsUnique();

        // The order of every list, kind by kind; expiry rides along so that visibility is judged, and posts are counted, without a look at the row.
        post.HasIndex(p => new { p.Kind, p.PublishedAt, p.Id, p.ExpiresAt });
        // The home page, which pins.
        post.HasIndex(p => new { p.Kind, p.Featured, p.PublishedAt, p.Id, p.ExpiresAt });
    }
}
