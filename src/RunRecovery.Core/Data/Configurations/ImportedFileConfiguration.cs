using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RunRecovery.Core.Content;

namespace RunRecovery.Core.Data.Configurations;

internal sealed class ImportedFileConfiguration : IEntityTypeConfiguration<ImportedFile>
{
    public void Configure(EntityTypeBuilder<ImportedFile> file)
    {
        file.HasIndex(f => f.Path).IsUnique();
        file.HasOne(f => f.Post).WithMany().HasForeignKey(f => f.PostId);
    }
}
