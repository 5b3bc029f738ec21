using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;
using SoeBot.Store.Minutes;
using SoeBot.Store.Occurrences;
using SoeBot.Store.Reading;

namespace SoeBot.Store.Meetings;

/// <summary>Held meetings, at most one open per plant.</summary>
public sealed class MeetingStore
{
    private readonly SoeDatabase _database;

    internal MeetingStore(SoeDatabase database) => _database = database;

    public Task<StartResult> StartAsync(Meeting meeting, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var open = await db.Meetings.FirstOrDefaultAsync(
                row => row.Id == meeting.Id || (row.Plant == meeting.Plant && row.State == MeetingState.Open), cancellation);
            if (open is not null) return new StartResult(open, AlreadyOpen: true);
            db.Meetings.Add(meeting);
            await DeriveMarks.RaiseAsync(db, meeting.Plant, cancellation);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return new StartResult(meeting, AlreadyOpen: false);
        }, cancellation);

    /// <summary>Load, decide, save. When somebody else was quicker, <paramref name="change"/> runs again on what they left. A close takes the minutes with it.</summary>
    public Task<ChangeResult<Meeting, T>> ChangeAsync<T>(MeetingId id, Func<Meeting, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var meeting = await db.Meetings.AsTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation);
            if (meeting is null) return new ChangeResult<Meeting, T>(null, default);
            var wasOpen = meeting.State == MeetingState.Open;
            var (outcome, effect) = change(meeting);
            if (wasOpen && meeting.State == MeetingState.Closed) await MinutesWriter.TakeAsync(db, meeting, effect.NextMeeting, cancellation);
            if (db.Entry(meeting).State != EntityState.Unchanged) await DeriveMarks.RaiseAsync(db, meeting.Plant, cancellation);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return new ChangeResult<Meeting, T>(meeting, outcome);
        }, cancellation);

    /// <summary>The same with what the meeting decided so far, read in the transaction of the change.</summary>
    public Task<ChangeResult<Meeting, T>> ChangeWithDecisionsAsync<T>(
        MeetingId id, Func<Meeting, IReadOnlyList<Decision>, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            // A decision that is being recorded in it is waited for and seen; one that comes later finds what became of the meeting.
            var meeting = await RowLocks.Turn(db.Meetings.Where(row => row.Id == id)).AsTracking().FirstOrDefaultAsync(cancellation);
            if (meeting is null) return new ChangeResult<Meeting, T>(null, default);
            var decisions = await db.Decisions.Where(row => row.Meeting == id).OrderBy(row => row.Number).ToListAsync(cancellation);
            var wasOpen = meeting.State == MeetingState.Open;
            var (outcome, effect) = change(meeting, decisions);
            if (wasOpen && meeting.State == MeetingState.Closed) await MinutesWriter.TakeAsync(db, meeting, effect.NextMeeting, cancellation);
            if (db.Entry(meeting).State != EntityState.Unchanged) await DeriveMarks.RaiseAsync(db, meeting.Plant, cancellation);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return new ChangeResult<Meeting, T>(meeting, outcome);
        }, cancellation);

    public Task<Meeting?> OpenAsync(PlantId plant, CancellationToken cancellation) => ReadOnce.OfAsync((nameof(MeetingStore), plant), () =>
        _database.ReadAsync(db => db.Meetings.FirstOrDefaultAsync(row => row.Plant == plant && row.State == MeetingState.Open, cancellation), cancellation));

    public Task<Meeting?> FindAsync(MeetingId id, CancellationToken cancellation) => ReadOnce.OfAsync((nameof(MeetingStore), id), () =>
        _database.ReadAsync(db => db.Meetings.FirstOrDefaultAsync(row => row.Id == id, cancellation), cancellation));

    public Task<Meeting?> LastClosedAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Meetings.Where(row => row.Plant == plant && row.State == MeetingState.Closed)
            .OrderByDescending(row => row.StartedAt).FirstOrDefaultAsync(cancellation), cancellation);

    /// <summary>Topics parked for S&amp;OP in meetings started from <paramref name="from"/> on, in order.</summary>
    public async Task<IReadOnlyList<ParkedTopic>> ParkedAsync(PlantId plant, DateTimeOffset from, CancellationToken cancellation) =>
        [.. (await _database.ReadAsync(db => db.Meetings.Where(row => row.Plant == plant && row.StartedAt >= from).OrderBy(row => row.StartedAt).ToListAsync(cancellation), cancellation))
            .SelectMany(meeting => meeting.Parked)];

    /// <summary>Open and closed ones of a template that were started from <paramref name="from"/> to before <paramref name="to"/>, in order.</summary>
    public Task<IReadOnlyList<Meeting>> StartedAsync(PlantId plant, string template, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<Meeting>>(async db =>
            await db.Meetings.Where(row => row.Plant == plant && row.Template == template && row.StartedAt >= from && row.StartedAt < to)
                .OrderBy(row => row.StartedAt).ToListAsync(cancellation), cancellation);
}
