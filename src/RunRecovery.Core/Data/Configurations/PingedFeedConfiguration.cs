using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunRecovery.Core.Subscribers;

namespace RunRecovery.Core.Data.Configurations;

internal sealed class PingedFeedConfiguration : IEntityTypeConfiguration<PingedFeed>
{
    public void Configure(EntityTypeBuilder<PingedFeed> feed) => feed.HasIndex(f => new { f.Hub, f.Topic }).IsUnique();
}
