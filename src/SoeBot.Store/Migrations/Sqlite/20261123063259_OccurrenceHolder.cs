using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SoeBot.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OccurrenceHolder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "held_by",
                table: "occurrences",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "held_by",
                table: "occurrences");
        }
    }
}
