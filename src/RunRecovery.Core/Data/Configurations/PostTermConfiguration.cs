using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Data.Configurations;

internal sealed class PostTermConfiguration : IEntityTypeConfiguration<PostTerm>
{
    public void Configure(EntityTypeBuilder<PostTerm> postTerm)
    {
        postTerm.HasKey(t => new { t.PostId, t.TermId });
        postTerm.HasIndex(t => new { t.TermId, t.PostId });
        postTerm.HasOne(t => t.Post).WithMany(p => p.Terms).HasForeignKey(t => t.PostId);
    }
}
