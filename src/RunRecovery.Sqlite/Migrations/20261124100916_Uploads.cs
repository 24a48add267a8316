using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RunRecovery.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Uploads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Alt",
                table: "MediaItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletedAt",
                table: "MediaItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ImportedHash",
                table: "MediaItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OwnerId",
                table: "MediaItems",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Alt",
                table: "MediaItems");

            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "MediaItems");

            migrationBuilder.DropColumn(
                name: "ImportedHash",
                table: "MediaItems");

            migrationBuilder.DropColumn(
                name: "OwnerId",
                table: "MediaItems");
        }
    }
}
