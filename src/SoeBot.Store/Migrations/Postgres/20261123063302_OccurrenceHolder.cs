using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SoeBot.Store.Migrations.Postgres
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
                type: "text",
                nullable: true,
                collation: "C");
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
