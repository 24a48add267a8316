using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunRecovery.Core.Posts;

namespace RunRecovery.Core.Data.Configurations;

internal sealed class PublishedAddressConfiguration : IEntityTypeConfiguration<PublishedAddress>
{
    public void Configure(EntityTypeBuilder<PublishedAddress> address)
    {
        // An address never changes hands: the index decides whose it is.
        address.HasIndex(a => a.Path).IsUnique();
        address.HasOne(a => a.Post).WithMany(p => p.Addresses).HasForeignKey(a => a.PostId);
    }
}
