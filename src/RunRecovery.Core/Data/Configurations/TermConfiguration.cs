using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Data.Configurations;

internal sealed class TermConfiguration : IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Term> term)
    {
        term.Property(t => t.Name).HasMaxLength(Term.MaxNameLength);
        term.HasIndex(t => new { t.Kind, t.Key }).IsUnique();
        term.HasIndex(t => new { t.Kind, t.Slug }).IsUnique();
        // Two feeds with one id would be one to their subscribers.
        term.HasIndex(t => t.FeedName).IsUnique();
    }
}
