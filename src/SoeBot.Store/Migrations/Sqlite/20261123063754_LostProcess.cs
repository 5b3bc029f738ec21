using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SoeBot.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LostProcess : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "held_by",
                table: "occurrences",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_unknown",
                table: "outbox",
                column: "lane",
                filter: "state = 'Unknown'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_unknown",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "held_by",
                table: "occurrences");
        }
    }
}
