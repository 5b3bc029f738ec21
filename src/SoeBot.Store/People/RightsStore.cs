using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;
using SoeBot.Store.Plants;

namespace SoeBot.Store.People;

/// <summary>The rights to decide that a plant has written down; one that has none has those of its settings.</summary>
public sealed class RightsStore
{
    private const string Note = "decision-rights";
    private readonly SoeDatabase _database;

    internal RightsStore(SoeDatabase database) => _database = database;

    /// <summary>Null while nobody changed any.</summary>
    public Task<DecisionRights?> FindAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync(db => ReadAsync(db.Notes, plant, cancellation), cancellation);

    /// <summary>Reads, checks and writes in one transaction that waits for whoever gives or takes a role meanwhile.</summary>
    /// <param name="plant">Whose.</param>
    /// <param name="today">Absences from this day on.</param>
    /// <param name="change">Gets the rights (null: none written down) and who holds what; gives the new rights, or null to leave them, and what it brings.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<T> ChangeAsync<T>(PlantId plant, DateOnly today, Func<DecisionRights?, Staffing, (T Outcome, DecisionRights? Next, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            await RowLocks.Turn(db.Roles.Where(row => row.Plant == plant).OrderBy(row => row.Person).ThenBy(row => row.Role)).ToListAsync(cancellation);
            var (outcome, next, effect) = change(await ReadAsync(db.Notes, plant, cancellation), await AbsenceStore.ReadStaffingAsync(db, plant, today, cancellation));
            if (next is not null) await NoteWriter.SetAsync(db, new PlantNote(plant, Note, JsonSerializer.Serialize(next, Conversions.Json)), cancellation);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return outcome;
        }, cancellation);

    internal static async Task<DecisionRights?> ReadAsync(IQueryable<NoteRow> notes, PlantId plant, CancellationToken cancellation) =>
        await notes.Where(note => note.Plant == plant && note.Name == Note).Select(note => note.Value).FirstOrDefaultAsync(cancellation) is { } json
            ? JsonSerializer.Deserialize<DecisionRights>(json, Conversions.Json) : null;

    /// <summary>Nobody but these decides what falls to the role: without them nothing could be decided (R105).</summary>
    internal static async Task<bool> IsLastAsync(SoeDb db, PlantId plant, Role role, Func<RoleRow, bool> holder, Func<RoleDeputyRow, bool> deputy, CancellationToken cancellation)
    {
        if (!((await ReadAsync(db.Notes, plant, cancellation)) ?? new()).Deciding.Contains(role)) return false;
        var gone = await db.Departures.Where(row => row.Plant == plant).Select(row => row.Person).ToListAsync(cancellation);
        var holders = await db.Roles.Where(row => row.Plant == plant && row.Role == role).ToListAsync(cancellation);
        var deputies = await db.RoleDeputies.Where(row => row.Plant == plant && row.Role == role).ToListAsync(cancellation);
        return !holders.Exists(row => !holder(row) && !gone.Contains(row.Person)) && !deputies.Exists(row => !deputy(row) && !gone.Contains(row.Person));
    }
}
