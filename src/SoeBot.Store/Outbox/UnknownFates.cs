using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Database;

namespace SoeBot.Store.Outbox;

/// <summary>
/// Remembers for a second that there is no card of unknown fate, so that not every press has to ask. What this process leaves unknown
/// is known at once.
/// </summary>
internal sealed class UnknownFates(SoeDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock _turn = new();
    private (long Changes, long At)? _none;
    private long _changes;

    public static IQueryable<OutboxRow> Of(SoeDb db) => db.Outbox.Where(row => row.State == OutboxState.Unknown && row.TrackAs != null && row.Kind != MessageKind.Edit);

    public async ValueTask<bool> AnyAsync(CancellationToken cancellation)
    {
        var (changes, at) = (Interlocked.Read(ref _changes), time.GetTimestamp());
        lock (_turn)
        {
            if (_none is { } none && none.Changes == changes && time.GetElapsedTime(none.At, at) < Fresh) return false;
        }
        var any = await database.ReadAsync(db => Of(db).AnyAsync(cancellation), cancellation);
        lock (_turn) _none = any ? null : (changes, at);
        return any;
    }

    public void Changed() => Interlocked.Increment(ref _changes);
}
