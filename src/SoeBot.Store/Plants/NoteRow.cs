using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

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

internal static class NoteWriter
{
    public static async Task SetAsync(SoeDb db, PlantNote note, CancellationToken cancellation)
    {
        var row = await db.Notes.AsTracking().FirstOrDefaultAsync(one => one.Plant == note.Plant && one.Name == note.Name, cancellation);
        if (row is null) db.Notes.Add(new() { Plant = note.Plant, Name = note.Name, Value = note.Value });
        else row.Value = note.Value;
    }
}
