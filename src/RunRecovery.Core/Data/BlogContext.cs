using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RunRecovery.Core.Accounts;
using RunRecovery.Core.Content;
using RunRecovery.Core.Media;
using RunRecovery.Core.Posts;
using RunRecovery.Core.Subscribers;
using RunRecovery.Core.Taxonomy;

namespace RunRecovery.Core.Data;

/// <summary>The blog's tables. Each database has a small child of this class beside its migrations.</summary>
public abstract class BlogContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<PostRevision> PostRevisions => Set<PostRevision>();
    public DbSet<PublishedAddress> PublishedAddresses => Set<PublishedAddress>();
    public DbSet<Term> Terms => Set<Term>();
    public DbSet<PostTerm> PostTerms => Set<PostTerm>();
    public DbSet<FormerTerm> FormerTerms => Set<FormerTerm>();
    public DbSet<ImportedFile> ImportedFiles => Set<ImportedFile>();
    public DbSet<MediaItem> MediaItems => Set<MediaItem>();
    public DbSet<SiteIdentity> SiteIdentities => Set<SiteIdentity>();
    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();
    public DbSet<Subscription> Subscriptions => Set<Subscription>();
    public DbSet<PingedFeed> PingedFeeds => Set<PingedFeed>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<IdentityUserPasskey<int>> AccountPasskeys => Set<IdentityUserPasskey<int>>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Whether a failed save broke a unique index: the database's verdict that something is taken.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>A number that grows with each save of what visitors see, by whichever process: each writes into <see cref="Outbox"/>.</summary>
    public abstract Task<long> SavesAsync(CancellationToken cancel = default);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(BlogContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }
}
