using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Plants;

/// <summary>Small things that are remembered per plant.</summary>
public sealed class PlantStore
{
    private const string ClockOffset = "clock-offset";
    private readonly SoeDatabase _database;

    internal PlantStore(SoeDatabase database) => _database = database;

    /// <summary>How far the plant's clock is ahead of the machine's; zero unless somebody moved it in trial mode.</summary>
    public async Task<TimeSpan> ClockOffsetAsync(PlantId plant, CancellationToken cancellation) =>
        await GetNoteAsync(plant, ClockOffset, cancellation) is { } text ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : TimeSpan.Zero;

    public Task SetClockOffsetAsync(PlantId plant, TimeSpan offset, Effect effect, CancellationToken cancellation) =>
        SetNoteAsync(plant, ClockOffset, offset.ToString("c", CultureInfo.InvariantCulture), effect, cancellation);

    public Task<string?> GetNoteAsync(PlantId plant, string name, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Notes.Where(note => note.Plant == plant && note.Name == name)
            .Select(note => note.Value).FirstOrDefaultAsync(cancellation), cancellation);

    public Task SetNoteAsync(PlantId plant, string name, string value, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            await NoteWriter.SetAsync(db, new(plant, name, value), cancellation);
            await EffectWriter.WriteAsync(db, effect, cancellation);
        }, cancellation);
}
