using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RunRecovery.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class IndexesByKind : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Posts_Featured_PublishedAt_Id_Kind_ExpiresAt",
                table: "Posts");

            migrationBuilder.DropIndex(
                name: "IX_Posts_PublishedAt_Id_Kind_ExpiresAt",
                table: "Posts");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_Kind_Featured_PublishedAt_Id_ExpiresAt",
                table: "Posts",
                columns: new[] { "Kind", "Featured", "PublishedAt", "Id", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_Kind_PublishedAt_Id_ExpiresAt",
                table: "Posts",
                columns: new[] { "Kind", "PublishedAt", "Id", "ExpiresAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Posts_Kind_Featured_PublishedAt_Id_ExpiresAt",
                table: "Posts");

            migrationBuilder.DropIndex(
                name: "IX_Posts_Kind_PublishedAt_Id_ExpiresAt",
                table: "Posts");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_Featured_PublishedAt_Id_Kind_ExpiresAt",
                table: "Posts",
                columns: new[] { "Featured", "PublishedAt", "Id", "Kind", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_PublishedAt_Id_Kind_ExpiresAt",
                table: "Posts",
                columns: new[] { "PublishedAt", "Id", "Kind", "ExpiresAt" });
        }
    }
}
