using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Occurrences;

/// <summary>
/// What will happen and what happened. Due instants are of the plant's clock; holding and trying again are on the machine's,
/// so that a moved plant clock neither frees a claim nor starts a retry.
/// </summary>
public sealed class OccurrenceStore
{
    /// <summary>So often a failing one is taken up before it stays failed.</summary>
    public const int MaxTries = 5;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(21);
    private readonly SoeDatabase _database;

    internal OccurrenceStore(SoeDatabase database) => _database = database;

    /// <summary>
    /// Makes the pending occurrences of these kinds equal to <paramref name="wanted"/>: adds, moves, takes back. Settled ones stay.
    /// One that is due at <paramref name="now"/> and no longer wanted is taken back too: what is not wanted shall not happen.
    /// </summary>
    public Task DeriveAsync(PlantId plant, IReadOnlyCollection<string> kinds, IReadOnlyCollection<Occurrence> wanted, DateTimeOffset now, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var pending = await db.Occurrences.AsTracking()
                .Where(row => row.Plant == plant && row.State == OccurrenceState.Pending && kinds.Contains(row.Kind)).ToListAsync(cancellation);
            var keep = wanted.Select(one => (one.Kind, one.Key)).ToHashSet();
            // What lately was to happen and is settled stays as it is, and need not be asked for by its key with all the rest.
            var settled = (await db.Occurrences.Where(row => row.Plant == plant && row.DueAt > now - Lately && row.State != OccurrenceState.Pending)
                .Select(row => new { row.Kind, row.Key }).ToListAsync(cancellation)).Select(row => (row.Kind, row.Key)).ToHashSet();
            await OccurrenceWriter.AddAsync(db, [.. wanted.Where(one => !settled.Contains((one.Kind, one.Key)))], cancellation);
            db.Occurrences.RemoveRange(pending.Where(row => !keep.Contains((row.Kind, row.Key))));
        }, cancellation);

    /// <summary>The kinds of which something is due, in the order of their first due instant.</summary>
    public Task<IReadOnlyList<string>> DueKindsAsync(PlantId plant, DateTimeOffset now, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<string>>(async db =>
            await db.Occurrences.Where(row => row.Plant == plant && row.State == OccurrenceState.Pending && row.DueAt <= now)
                .GroupBy(row => row.Kind).OrderBy(kind => kind.Min(row => row.DueAt)).Select(kind => kind.Key).ToListAsync(cancellation), cancellation);

    /// <summary>What is due in all plants, by plant and kind, in the order of the first due instant. Costs by what is due, not by what stands in the table.</summary>
    /// <param name="now">The latest of the plants' clocks.</param>
    public Task<IReadOnlyList<DueKind>> DueAsync(DateTimeOffset now, CancellationToken cancellation) =>
        _database.ReadAsync(db => OccurrenceLook.DueAsync(db, now, cancellation), cancellation);

    /// <summary>All that a tick asks when nothing changed: each process does so once a minute. Frees on its way what a process of this machine had in hand when it died.</summary>
    /// <param name="now">The latest of the plants' clocks.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<OccurrenceLook> LookAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var (look, holders) = await _database.ReadAsync(db => OccurrenceLook.AtAsync(db, now, cancellation), cancellation);
        await FreeAsync(holders, cancellation);
        return look;
    }

    /// <summary>Those that stay failed, the newest first.</summary>
    public Task<IReadOnlyList<OccurrenceRow>> FailedAsync(PlantId plant, int most, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<OccurrenceRow>>(async db =>
            (await db.Occurrences.Where(row => row.Plant == plant && row.State == OccurrenceState.Failed).OrderByDescending(row => row.SettledAt).Take(most).ToListAsync(cancellation))
            .ConvertAll(row => new OccurrenceRow(row.ToOccurrence(), row.State, row.Tries, row.Detail, row.SettledAt)), cancellation);

    /// <summary>Pending ones that failed at least once and wait for their next try.</summary>
    public Task<int> TryingAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Occurrences.CountAsync(row => row.Plant == plant && row.State == OccurrenceState.Pending && row.Detail != null && row.Tries > 0, cancellation), cancellation);

    /// <summary>Makes a failed one due again, with all its tries. False when it is not failed any more; then nothing was written, the effect neither.</summary>
    public Task<bool> RetryAsync(PlantId plant, string kind, string key, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var tried = await db.Occurrences.Where(row => row.Plant == plant && row.Kind == kind && row.Key == key && row.State == OccurrenceState.Failed)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OccurrenceState.Pending).SetProperty(row => row.Tries, 0)
                    .SetProperty(row => row.HeldUntil, (DateTimeOffset?)null).SetProperty(row => row.SettledAt, (DateTimeOffset?)null), cancellation);
            if (tried > 0) await EffectWriter.WriteAsync(db, effect, cancellation);
            return tried > 0;
        }, cancellation);

    /// <summary>Gives back what was taken up and not begun, as if it never had been: the server stops.</summary>
    public Task GiveBackAsync(IReadOnlyCollection<Occurrence> claimed, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            foreach (var one in claimed)
                await db.Occurrences.Where(row => row.Plant == one.Plant && row.Kind == one.Kind && row.Key == one.Key && row.State == OccurrenceState.Pending && row.HeldBy == ProcessMark.Own)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Tries, row => row.Tries - 1).SetProperty(row => row.HeldUntil, (DateTimeOffset?)null).SetProperty(row => row.HeldBy, (string?)null), cancellation);
        }, cancellation);

    /// <summary>Of this plant whose key begins so, settled or not: the newest first.</summary>
    public Task<IReadOnlyList<OccurrenceRow>> AboutAsync(PlantId plant, string keyPrefix, int most, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<OccurrenceRow>>(async db =>
            (await db.Occurrences.Where(row => row.Plant == plant && row.Key.StartsWith(keyPrefix)).OrderByDescending(row => row.DueAt).Take(most).ToListAsync(cancellation))
            .ConvertAll(row => new OccurrenceRow(row.ToOccurrence(), row.State, row.Tries, row.Detail, row.SettledAt)), cancellation);

    /// <summary>The plants that have something pending.</summary>
    public Task<IReadOnlyList<PlantId>> PlantsAsync(CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<PlantId>>(async db =>
            await db.Occurrences.Where(row => row.State == OccurrenceState.Pending).Select(row => row.Plant).Distinct().ToListAsync(cancellation), cancellation);

    /// <summary>Takes up what is due, the oldest first. What a worker took up and never settled comes back after <paramref name="lease"/>.</summary>
    public Task<IReadOnlyList<Occurrence>> ClaimDueAsync(
        PlantId plant, string kind, DateTimeOffset now, DateTimeOffset machineNow, TimeSpan lease, int take, CancellationToken cancellation) =>
        _database.WriteAtOnceAsync(db => OccurrenceClaim.TakeAsync(db, plant, kind, now, machineNow, machineNow + lease, take, cancellation), cancellation);

    /// <summary>Now and then: what a process of this machine had in hand when it died need not wait until its lease is over.</summary>
    public async Task RecoverAsync(CancellationToken cancellation)
    {
        var holders = await _database.ReadAsync(db => db.Occurrences.Where(row => row.HeldBy != null).Select(row => row.HeldBy!).Distinct().ToListAsync(cancellation), cancellation);
        await FreeAsync(holders, cancellation);
    }

    private async Task FreeAsync(IReadOnlyList<string> holders, CancellationToken cancellation)
    {
        var gone = holders.Where(ProcessMark.IsGone).ToList();
        if (gone.Count == 0) return;
        await _database.WriteAsync(db => db.Occurrences.Where(row => row.HeldBy != null && gone.Contains(row.HeldBy) && row.State == OccurrenceState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, (DateTimeOffset?)null).SetProperty(row => row.HeldBy, (string?)null), cancellation), cancellation);
    }

    /// <summary>False when it was settled before or taken back; then nothing was written, the effect neither.</summary>
    public Task<bool> SettleAsync(Occurrence occurrence, OccurrenceState state, string? detail, DateTimeOffset at, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (!await OccurrenceWriter.SettleAsync(db, occurrence, state, detail, at, cancellation)) return false;
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return true;
        }, cancellation);

    /// <param name="occurrence">The one that failed.</param>
    /// <param name="reason">In words for an administrator.</param>
    /// <param name="retryAt">Of the machine's clock. After <see cref="MaxTries"/> tries there is no further one.</param>
    /// <param name="last">Written with the last failure only: it stays failed.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task FailAsync(Occurrence occurrence, string reason, DateTimeOffset retryAt, Effect last, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var row = await db.Occurrences.AsTracking().FirstOrDefaultAsync(
                one => one.Plant == occurrence.Plant && one.Kind == occurrence.Kind && one.Key == occurrence.Key && one.State == OccurrenceState.Pending, cancellation);
            if (row is null) return;
            (row.Detail, row.HeldUntil, row.HeldBy) = (reason, retryAt, null);
            if (row.Tries < MaxTries) return;
            (row.State, row.HeldUntil, row.SettledAt) = (OccurrenceState.Failed, null, retryAt);
            await EffectWriter.WriteAsync(db, last, cancellation);
        }, cancellation);

    /// <summary>Still in hand: held on. What another worker took meanwhile stays with it.</summary>
    public Task RenewAsync(IReadOnlyCollection<Occurrence> claimed, DateTimeOffset until, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            foreach (var keys in claimed.GroupBy(one => (one.Plant, one.Kind)))
            {
                var names = keys.Select(one => one.Key).ToList();
                await db.Occurrences.Where(row => row.Plant == keys.Key.Plant && row.Kind == keys.Key.Kind && names.Contains(row.Key) && row.State == OccurrenceState.Pending && row.HeldBy == ProcessMark.Own)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, until), cancellation);
            }
        }, cancellation);

    /// <summary>When the next one after <paramref name="after"/> is due; null when none is.</summary>
    public Task<DateTimeOffset?> NextDueAsync(PlantId plant, DateTimeOffset after, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Occurrences
            .Where(row => row.Plant == plant && row.State == OccurrenceState.Pending && row.DueAt > after)
            .OrderBy(row => row.DueAt).Select(row => (DateTimeOffset?)row.DueAt).FirstOrDefaultAsync(cancellation), cancellation);

    /// <summary>All of whatever state with a due instant from <paramref name="from"/> to before <paramref name="to"/>, in order.</summary>
    public Task<IReadOnlyList<OccurrenceRow>> ListAsync(PlantId plant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<OccurrenceRow>>(async db =>
            (await db.Occurrences.Where(row => row.Plant == plant && row.DueAt >= from && row.DueAt < to)
                .OrderBy(row => row.DueAt).ThenBy(row => row.Kind).ThenBy(row => row.Key).ToListAsync(cancellation))
            .ConvertAll(row => new OccurrenceRow(row.ToOccurrence(), row.State, row.Tries, row.Detail, row.SettledAt)), cancellation);
}
