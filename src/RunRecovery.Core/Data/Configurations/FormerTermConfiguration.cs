using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Data.Configurations;

internal sealed class FormerTermConfiguration : IEntityTypeConfiguration<FormerTerm>
{
    public void Configure(EntityTypeBuilder<FormerTerm> former)
    {
        former.HasIndex(t => new { t.Kind, t.Slug }).IsUnique();
        former.HasIndex(t => new { t.Kind, t.Key });
        // Not by the database: a merge or delete first says where the old addresses lead.
        former.HasOne(f => f.Term).WithMany().HasForeignKey(f => f.TermId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}
