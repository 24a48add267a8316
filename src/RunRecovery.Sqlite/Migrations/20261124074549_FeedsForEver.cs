using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RunRecovery.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FeedsForEver : Migration
    {
        private const string Identity = """
            INSERT INTO SiteIdentities (Id, Uuid)
            SELECT 1, substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-A' || substr(h, 18, 3) || '-' || substr(h, 21, 12)
            FROM (SELECT hex(randomblob(16)) AS h);
            """;

        private const string SinceOfTerms = """
            UPDATE Terms SET Since = (
                SELECT min(Posts.FirstPublishedAt) FROM PostTerms JOIN Posts ON Posts.Id = PostTerms.PostId
                WHERE PostTerms.TermId = Terms.Id AND Posts.FirstPublishedAt <= strftime('%Y-%m-%d %H:%M:%f', 'now'));
            """;

        /// <summary>
        /// The ledger: whatever program writes here, what subscribers and links rely on stays. A later migration that rebuilds one of these
        /// tables must make its triggers again; a test looks.
        /// </summary>
        private static readonly string[] Ledger =
        [
            """
            Ledger_FeedId BEFORE UPDATE OF FeedId ON Posts WHEN NEW.FeedId IS NOT OLD.FeedId
            BEGIN SELECT raise(ABORT, 'ledger: the feed id of a post never changes'); END
            """,
            """
            Ledger_FirstPublishedAt BEFORE UPDATE OF FirstPublishedAt ON Posts
            WHEN OLD.FirstPublishedAt <= NEW.SavedAt AND NEW.FirstPublishedAt IS NOT OLD.FirstPublishedAt
            BEGIN SELECT raise(ABORT, 'ledger: the first publication time of a post never changes'); END
            """,
            """
            Ledger_Posts BEFORE DELETE ON Posts WHEN OLD.FirstPublishedAt IS NOT NULL
            BEGIN SELECT raise(ABORT, 'ledger: a post that was published keeps its row, and with it its feed id'); END
            """,
            """
            Ledger_Address BEFORE UPDATE OF Path, PostId ON PublishedAddresses WHEN NEW.Path IS NOT OLD.Path OR NEW.PostId IS NOT OLD.PostId
            BEGIN SELECT raise(ABORT, 'ledger: a published address never changes'); END
            """,
            """
            Ledger_Addresses BEFORE DELETE ON PublishedAddresses
            BEGIN SELECT raise(ABORT, 'ledger: a published address is never taken back'); END
            """,
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "Since",
                table: "Terms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SiteIdentities",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Uuid = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteIdentities", x => x.Id);
                });

            migrationBuilder.Sql(Identity);
            migrationBuilder.Sql(SinceOfTerms);
            foreach (var trigger in Ledger)
            {
                migrationBuilder.Sql($"CREATE TRIGGER {trigger};");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var trigger in Ledger)
            {
                migrationBuilder.Sql($"DROP TRIGGER {trigger.Split(' ')[0]};");
            }

            migrationBuilder.DropTable(
                name: "SiteIdentities");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "Terms");
        }
    }
}
