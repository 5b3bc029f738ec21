using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Changes;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.HandOver;

/// <summary>
/// Changes on their way to the plant's other systems. All instants are of the machine's clock. One is taken up by one process for a while;
/// one that waits behind an earlier one of the same order is not taken up by anybody.
/// </summary>
public sealed class HandOverStore
{
    private readonly SoeDatabase _database;

    internal HandOverStore(SoeDatabase database) => _database = database;

    /// <summary>Receivers for which something is due, whether or not it waits behind an earlier one. Costs by what is due.</summary>
    public Task<IReadOnlyList<(PlantId Plant, string Receiver)>> DueAsync(DateTimeOffset now, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<(PlantId, string)>>(async db =>
            [.. (await db.HandOvers.Where(row => row.State == HandOverState.Waiting && row.NextAt <= now && (row.HeldUntil == null || row.HeldUntil <= now))
                .GroupBy(row => new { row.Plant, row.Receiver }).OrderBy(due => due.Min(row => row.NextAt)).Select(due => due.Key).ToListAsync(cancellation))
                .Select(due => (due.Plant, due.Receiver))], cancellation);

    /// <summary>When the next one after that instant is due; null when none is.</summary>
    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.HandOvers.Where(row => row.State == HandOverState.Waiting && row.NextAt > after)
            .OrderBy(row => row.NextAt).Select(row => (DateTimeOffset?)row.NextAt).FirstOrDefaultAsync(cancellation), cancellation);

    /// <summary>Takes up what is due for a receiver, the longest due first, of each order the earliest change alone.</summary>
    /// <param name="plant">Whose.</param>
    /// <param name="receiver">Name.</param>
    /// <param name="now">When.</param>
    /// <param name="lease">For so long nobody else takes it up.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ChangeHandOver>> ClaimAsync(PlantId plant, string receiver, DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancellation) =>
        _database.WriteAsync<IReadOnlyList<ChangeHandOver>>(async db =>
        {
            var due = await RowLocks.Claim(db.HandOvers
                    .Where(row => row.Plant == plant && row.Receiver == receiver && row.State == HandOverState.Waiting && row.NextAt <= now && (row.HeldUntil == null || row.HeldUntil <= now))
                    .Where(row => !db.TouchedOrders.Any(mine => EF.Property<long>(mine, HandOverMapping.Owner) == row.Id && db.TouchedOrders.Any(older =>
                        older.Plant == plant && older.Receiver == receiver && older.Reference == mine.Reference && older.IsOpen && EF.Property<long>(older, HandOverMapping.Owner) < row.Id)))
                    .OrderBy(row => row.NextAt).ThenBy(row => row.Id).Take(most)).AsTracking().ToListAsync(cancellation);
            foreach (var row in due) row.Take(ProcessMark.Own, now + lease);
            return due;
        }, cancellation);

    /// <summary>Writes what became of a try. False when it was taken up again meanwhile or settled; then nothing was written, the effect neither.</summary>
    /// <param name="claimed">As it was taken up.</param>
    /// <param name="settle">Says what became of it, and what that brings with it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> SettleAsync(ChangeHandOver claimed, Func<ChangeHandOver, Effect> settle, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var row = await db.HandOvers.AsTracking().Include(one => one.Touches).FirstOrDefaultAsync(one => one.Id == claimed.Id && one.Version == claimed.Version, cancellation);
            if (row is null) return false;
            await EffectWriter.WriteAsync(db, settle(row), cancellation);
            return true;
        }, cancellation);

    /// <summary>What a process of this machine had in hand when it died is due at once. It may have been sent: the receiver knows it by its mark.</summary>
    public async Task RecoverAsync(CancellationToken cancellation)
    {
        var holders = await _database.ReadAsync(db => db.HandOvers.Where(row => row.State == HandOverState.Waiting && row.HeldBy != null).Select(row => row.HeldBy).Distinct().ToListAsync(cancellation), cancellation);
        var gone = holders.Where(ProcessMark.IsGone).ToList();
        if (gone.Count == 0) return;
        await _database.WriteAsync(db => db.HandOvers.Where(row => row.State == HandOverState.Waiting && gone.Contains(row.HeldBy))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, (DateTimeOffset?)null).SetProperty(row => row.HeldBy, (string?)null).SetProperty(row => row.Version, row => row.Version + 1), cancellation), cancellation);
    }

    /// <summary>One more round for what was refused or is dead.</summary>
    /// <param name="plant">Whose.</param>
    /// <param name="number">Of the change.</param>
    /// <param name="receiver">Case does not matter.</param>
    /// <param name="now">When.</param>
    /// <param name="effect">What it brings with it, whatever came of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<ReplayOutcome> ReplayAsync(
        PlantId plant, int number, string receiver, DateTimeOffset now, Func<ReplayOutcome, ChangeHandOver?, Effect> effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var row = (await db.HandOvers.AsTracking().Include(one => one.Touches).Where(one => one.Plant == plant && one.Number == number).ToListAsync(cancellation))
                .Find(one => string.Equals(one.Receiver, receiver, StringComparison.OrdinalIgnoreCase));
            var outcome = row?.Replay(await IsOvertakenAsync(db, row, now, cancellation), now) ?? ReplayOutcome.Unknown;
            await EffectWriter.WriteAsync(db, effect(outcome, row), cancellation);
            return outcome;
        }, cancellation);

    /// <summary>Of the plant, the newest first: what needs help or waits, then what was accepted last.</summary>
    public Task<IReadOnlyList<ChangeHandOver>> ListAsync(PlantId plant, int most, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<ChangeHandOver>>(async db =>
        {
            var found = new List<ChangeHandOver>();
            foreach (var state in (HandOverState[])[HandOverState.Refused, HandOverState.Dead, HandOverState.Waiting, HandOverState.Accepted])
                found.AddRange(await db.HandOvers.Where(row => row.Plant == plant && row.State == state).OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellation));
            return found;
        }, cancellation);

    /// <param name="receiver">Case does not matter.</param>
    public async Task<ChangeHandOver?> FindAsync(PlantId plant, int number, string receiver, CancellationToken cancellation) =>
        (await _database.ReadAsync(db => db.HandOvers.Where(row => row.Plant == plant && row.Number == number).ToListAsync(cancellation), cancellation))
        .Find(row => string.Equals(row.Receiver, receiver, StringComparison.OrdinalIgnoreCase));

    /// <summary>By state, over a whole plant.</summary>
    public Task<IReadOnlyDictionary<HandOverState, int>> CountsAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyDictionary<HandOverState, int>>(async db =>
            await db.HandOvers.Where(row => row.Plant == plant).GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation), cancellation);

    /// <summary>Of one change, by receiver.</summary>
    public Task<IReadOnlyList<ChangeHandOver>> OfAsync(ChangeId change, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<ChangeHandOver>>(async db => await db.HandOvers.Where(row => row.Change == change).OrderBy(row => row.Receiver).ToListAsync(cancellation), cancellation);

    /// <summary>
    /// Forgets what was accepted before that instant. Where an earlier change of the same order was not accepted it stays: by it a replay
    /// knows that it would undo something.
    /// </summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellation) =>
        _database.WriteAsync(db => db.HandOvers.Where(row => row.State == HandOverState.Accepted && row.SettledAt < before)
            .Where(row => !db.HandOvers.Any(earlier => earlier.Plant == row.Plant && earlier.Receiver == row.Receiver && earlier.Id < row.Id && earlier.State != HandOverState.Accepted
                && earlier.Touches.Any(mine => row.Touches.Any(its => its.Reference == mine.Reference)))).ExecuteDeleteAsync(cancellation), cancellation);

    private static async Task<bool> IsOvertakenAsync(SoeDb db, ChangeHandOver row, DateTimeOffset now, CancellationToken cancellation)
    {
        var orders = row.Touches.Select(one => one.Reference).ToList();
        return await db.HandOvers.AnyAsync(later => later.Plant == row.Plant && later.Receiver == row.Receiver && later.Id > row.Id
            && (later.State == HandOverState.Accepted || later.HeldUntil > now) && later.Touches.Any(one => orders.Contains(one.Reference)), cancellation);
    }
}
