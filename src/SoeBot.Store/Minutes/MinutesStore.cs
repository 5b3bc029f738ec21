using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;

namespace SoeBot.Store.Minutes;

/// <summary>Minutes of closed meetings, and the addresses under which they can be printed. Nothing here changes minutes: they come with the close.</summary>
public sealed class MinutesStore
{
    private readonly SoeDatabase _database;

    internal MinutesStore(SoeDatabase database) => _database = database;

    /// <summary>Null while the meeting is open.</summary>
    public Task<MeetingMinutes?> FindAsync(MeetingId meeting, CancellationToken cancellation) =>
        _database.ReadAsync(async db => (await db.Minutes.FirstOrDefaultAsync(row => row.Meeting == meeting, cancellation))?.ToMinutes(), cancellation);

    /// <summary>The newest of the plant; of that day when one is named.</summary>
    public Task<MeetingMinutes?> LastAsync(PlantId plant, DateOnly? day, CancellationToken cancellation) =>
        _database.ReadAsync(async db => (await db.Minutes.Where(row => row.Plant == plant && (day == null || row.Day == day))
            .OrderByDescending(row => row.ClosedAt).FirstOrDefaultAsync(cancellation))?.ToMinutes(), cancellation);

    /// <summary>The newest first.</summary>
    public Task<Page<MinutesHead>> ListAsync(PlantId plant, int skip, int take, CancellationToken cancellation) =>
        _database.ReadAsync(async db =>
        {
            var rows = db.Minutes.Where(row => row.Plant == plant);
            return new Page<MinutesHead>(
                await rows.OrderByDescending(row => row.ClosedAt).Skip(skip).Take(take).Select(row => new MinutesHead(row.Meeting, row.Template, row.Day, row.Decisions)).ToListAsync(cancellation),
                await rows.CountAsync(cancellation));
        }, cancellation);

    /// <summary>Closed at <paramref name="from"/> or later and before <paramref name="until"/>, the oldest first.</summary>
    public Task<IReadOnlyList<MeetingMinutes>> BetweenAsync(PlantId plant, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<MeetingMinutes>>(async db =>
            [.. (await db.Minutes.Where(row => row.Plant == plant && row.ClosedAt >= from && row.ClosedAt < until).OrderBy(row => row.ClosedAt).ToListAsync(cancellation)).Select(row => row.ToMinutes())], cancellation);

    /// <param name="hash">Of the address' secret part, as <see cref="MinutesLink.Hash"/> makes it.</param>
    public Task AddLinkAsync(PlantId plant, MeetingId meeting, string hash, PersonKey by, DateTimeOffset now, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            db.MinutesLinks.Add(new() { Hash = hash, Meeting = meeting, Plant = plant, By = by, At = now });
            await EffectWriter.WriteAsync(db, effect, cancellation);
        }, cancellation);

    /// <summary>All addresses of the minutes stop working. With none that works nothing is written, the effect neither.</summary>
    /// <returns>How many stopped.</returns>
    public Task<int> RevokeLinksAsync(MeetingId meeting, PersonKey by, DateTimeOffset now, Func<int, Effect> effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var revoked = await db.MinutesLinks.Where(row => row.Meeting == meeting && row.RevokedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedBy, by).SetProperty(row => row.RevokedAt, now), cancellation);
            if (revoked > 0) await EffectWriter.WriteAsync(db, effect(revoked), cancellation);
            return revoked;
        }, cancellation);

    /// <summary>How many addresses of the minutes work.</summary>
    public Task<int> LinksAsync(MeetingId meeting, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.MinutesLinks.CountAsync(row => row.Meeting == meeting && row.RevokedAt == null, cancellation), cancellation);

    /// <summary>Null when there is no such address, or it was revoked.</summary>
    public Task<MeetingMinutes?> ByLinkAsync(string hash, CancellationToken cancellation) =>
        _database.ReadAsync(async db => (await (
            from link in db.MinutesLinks
            join minutes in db.Minutes on link.Meeting equals minutes.Meeting
            where link.Hash == hash && link.RevokedAt == null
            select minutes).FirstOrDefaultAsync(cancellation))?.ToMinutes(), cancellation);
}

/// <summary>A line of the list of past minutes.</summary>
/// <param name="Template">Id of its agenda.</param>
public sealed record MinutesHead(MeetingId Meeting, string Template, DateOnly Day, int Decisions);
