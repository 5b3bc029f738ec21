using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Database;

namespace SoeBot.Store.Outbox;

/// <summary>
/// Cards that may stand in Teams though we never heard so. Remembers for a second that there are none, so that not every press has to ask. What this process leaves unknown
/// is known at once.
/// </summary>
internal sealed class UnknownFates(SoeDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1), ClocksApart = TimeSpan.FromMinutes(5);

    /// <summary>A call is answered sooner, as a rule; so its sender may be lost, though nobody has said so yet.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(2);

    /// <summary>Of what stands open in a lane no more is looked at: among so many nothing is told apart.</summary>
    public const int Most = 20;

    /// <summary>A press waits for what is being sent beside it until that is sent or counts as lost, and no longer: Teams gives it five seconds.</summary>
    public const int Looks = 25;
    private static readonly TimeSpan Look = OnItsWay / 20;

    private readonly Lock _turn = new();
    private (long Changes, long At)? _none;
    private long _changes;

    /// <summary>What stands in a lane, or may, without that we heard so: also what is just being sent.</summary>
    public static IQueryable<OutboxRow> Open(SoeDb db, Lane lane)
    {
        var here = db.Outbox.Where(row => row.Tenant == lane.Tenant && row.Lane == lane.Name && row.Kind != MessageKind.Edit);
        return here.Where(row => row.TrackAs != null && row.State == OutboxState.Unknown).Concat(here.Where(row => row.State == OutboxState.Sending));
    }

    /// <summary>A card whose sender is lost, or seems so.</summary>
    public bool IsLost(OutboxRow row) => row.TrackAs is not null && (row.State == OutboxState.Unknown || row.ClaimedAt < time.GetUtcNow() - OnItsWay);

    /// <summary>Teams numbers messages by milliseconds, so a card of former days is not taken for one that is missed.</summary>
    public static bool IsOlder(string activityId, DateTimeOffset? claimedAt) =>
        long.TryParse(activityId, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms is > 0 and < 100_000_000_000_000
        && DateTimeOffset.FromUnixTimeMilliseconds(ms) + ClocksApart < claimedAt;

    public async ValueTask<bool> AnyAsync(CancellationToken cancellation)
    {
        var (changes, at) = (Interlocked.Read(ref _changes), time.GetTimestamp());
        lock (_turn)
        {
            if (_none is { } none && none.Changes == changes && time.GetElapsedTime(none.At, at) < Fresh) return false;
        }
        var any = await database.ReadAsync(db => Of(db.Outbox).Select(row => row.Id).AnyAsync(cancellation), cancellation);
        lock (_turn) _none = any ? null : (changes, at);
        return any;
    }

    public Task WaitAsync(CancellationToken cancellation) => Task.Delay(Look, time, cancellation);

    public void Changed() => Interlocked.Increment(ref _changes);

    private IQueryable<OutboxRow> Of(IQueryable<OutboxRow> rows)
    {
        var since = time.GetUtcNow() - OnItsWay;
        var cards = rows.Where(row => row.TrackAs != null && row.Kind != MessageKind.Edit);
        return cards.Where(row => row.State == OutboxState.Unknown).Concat(cards.Where(row => row.State == OutboxState.Sending && row.ClaimedAt < since));
    }
}
