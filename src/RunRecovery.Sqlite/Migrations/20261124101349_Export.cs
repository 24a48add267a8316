using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RunRecovery.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Export : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FeedName",
                table: "Terms",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            // What the ids of their feeds were made from until now.
            migrationBuilder.Sql("UPDATE Terms SET FeedName = 'terms/' || Id;");

            migrationBuilder.AddColumn<string>(
                name: "SourceHash",
                table: "MediaItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Original",
                table: "ImportedFiles",
                type: "BLOB",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FeedName",
                table: "Terms");

            migrationBuilder.DropColumn(
                name: "SourceHash",
                table: "MediaItems");

            migrationBuilder.DropColumn(
                name: "Original",
                table: "ImportedFiles");
        }
    }
}
