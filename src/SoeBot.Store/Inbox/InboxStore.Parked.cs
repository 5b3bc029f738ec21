using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Inbox;

public sealed partial class InboxStore
{
    public Task<int> ParkedCountAsync(CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Inbox.CountAsync(row => row.State == InboxState.Parked, cancellation), cancellation);

    /// <summary>The oldest first.</summary>
    public Task<IReadOnlyList<ParkedMessage>> ParkedAsync(CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<ParkedMessage>>(async db =>
            [.. (await db.Inbox.Where(row => row.State == InboxState.Parked).OrderBy(row => row.Id).Take(100).ToListAsync(cancellation)).Select(row => row.ToParked())], cancellation);

    /// <summary>Those whose writers still wait for a word.</summary>
    public Task<IReadOnlyList<ParkedMessage>> UntoldAsync(CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<ParkedMessage>>(async db =>
            [.. (await db.Inbox.Where(row => row.State == InboxState.Parked && !row.Told).OrderBy(row => row.Id).Take(100).ToListAsync(cancellation)).Select(row => row.ToParked())], cancellation);

    /// <summary>The word, once.</summary>
    public Task TellAsync(long id, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (await db.Inbox.Where(row => row.Id == id && row.State == InboxState.Parked && !row.Told)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Told, true), cancellation) == 1)
                await EffectWriter.WriteAsync(db, effect, cancellation);
        }, cancellation);

    /// <summary>From the beginning, with all its tries. False when it is not parked any more; then the effect is not written either.</summary>
    public Task<bool> TryAgainAsync(long id, Effect effect, CancellationToken cancellation) => UnparkAsync(id, InboxState.Pending, effect, cancellation);

    /// <inheritdoc cref="TryAgainAsync"/>
    /// <summary>It is not worked any more.</summary>
    public Task<bool> DropAsync(long id, Effect effect, CancellationToken cancellation) => UnparkAsync(id, InboxState.Done, effect, cancellation);

    private async Task<bool> UnparkAsync(long id, InboxState to, Effect effect, CancellationToken cancellation)
    {
        var changed = await _database.WriteAsync(async db =>
        {
            if (await db.Inbox.Where(row => row.Id == id && row.State == InboxState.Parked).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, to).SetProperty(row => row.Tries, 0).SetProperty(row => row.Told, false)
                .SetProperty(row => row.NotBefore, (DateTimeOffset?)null), cancellation) == 0) return false;
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return true;
        }, cancellation);
        if (changed) _database.WakeWorker();
        return changed;
    }
}
