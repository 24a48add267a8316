using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Data.Configurations;

internal sealed class ShareLinkConfiguration : IEntityTypeConfiguration<ShareLink>
{
    public void Configure(EntityTypeBuilder<ShareLink> link)
    {
        link.HasOne(l => l.Post).WithMany().HasForeignKey(l => l.PostId);
        link.HasIndex(l => l.KeyHash).IsUnique();
    }
}
