using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RunRecovery.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WebSub : Migration
    {
        /// <summary>Posts that the clock will publish or hide were saved when there was no outbox.</summary>
        private const string Scheduled = """
            INSERT INTO Outbox (DueAt)
            SELECT DueAt FROM (SELECT PublishedAt AS DueAt FROM Posts UNION SELECT ExpiresAt FROM Posts)
            WHERE DueAt > strftime('%Y-%m-%d %H:%M:%f', 'now');
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PingedFeeds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Hub = table.Column<string>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    DeliveredHash = table.Column<string>(type: "TEXT", nullable: true),
                    TriedHash = table.Column<string>(type: "TEXT", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    LookAgainAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PingedFeeds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Subscriptions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Callback = table.Column<string>(type: "TEXT", nullable: false),
                    Host = table.Column<string>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: true),
                    LeaseEndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    DeliveredHash = table.Column<string>(type: "TEXT", nullable: true),
                    TriedHash = table.Column<string>(type: "TEXT", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    LookAgainAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscriptions", x => x.Id);
                });

            migrationBuilder.Sql(Scheduled);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_DueAt",
                table: "Outbox",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_PingedFeeds_Hub_Topic",
                table: "PingedFeeds",
                columns: new[] { "Hub", "Topic" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_Callback_Topic",
                table: "Subscriptions",
                columns: new[] { "Callback", "Topic" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_Host",
                table: "Subscriptions",
                column: "Host");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "PingedFeeds");

            migrationBuilder.DropTable(
                name: "Subscriptions");
        }
    }
}
