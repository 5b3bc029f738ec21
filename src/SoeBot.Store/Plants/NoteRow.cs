using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.Plants;

internal sealed class NoteRow
{
    public required PlantId Plant { get; init; }
    public required string Name { get; init; }
    public required string Value { get; set; }
}

internal static class PlantMapping
{
    public static void Map(ModelBuilder model) =>
        model.Entity<NoteRow>().ToTable("plant_notes").HasKey(note => new { note.Plant, note.Name });
}
