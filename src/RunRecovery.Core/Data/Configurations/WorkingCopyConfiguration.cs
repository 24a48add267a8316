using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunRecovery.Core.Writing;

namespace RunRecovery.Core.Data.Configurations;

internal sealed class WorkingCopyConfiguration : IEntityTypeConfiguration<WorkingCopy>
{
    public void Configure(EntityTypeBuilder<WorkingCopy> copy)
    {
        copy.Property(c => c.Stamp).IsConcurrencyToken();
        copy.HasOne(c => c.Post).WithMany().HasForeignKey(c => c.PostId);
        copy.HasIndex(c => c.PostId);
        // Two windows that begin at the same moment: the index decides which text is the post's working copy.
        copy.HasIndex(c => c.PostId, "OnePerPost").IsUnique().HasFilter("NOT IsBeside");
        // A window that asks a second time for a new post, because it did not hear the answer, gets the first one.
        copy.HasIndex(c => c.Window);
    }
}
