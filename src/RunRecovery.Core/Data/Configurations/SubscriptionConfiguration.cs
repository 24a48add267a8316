using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunRecovery.Core.Subscribers;

namespace RunRecovery.Core.Data.Configurations;

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> subscription)
    {
        // Who subscribes again renews.
        subscription.HasIndex(s => new { s.Callback, s.Topic }).IsUnique();
        subscription.HasIndex(s => s.Host);
    }
}
