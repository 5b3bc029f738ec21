using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;
using SoeBot.Store.Occurrences;
using SoeBot.Store.Reading;

namespace SoeBot.Store.Meetings;

/// <summary>The dates of the weekly series that are not as the settings say.</summary>
public sealed class MeetingDateStore
{
    private readonly SoeDatabase _database;

    internal MeetingDateStore(SoeDatabase database) => _database = database;

    /// <summary>Of weeks that begin from <paramref name="from"/> to <paramref name="to"/>, in order.</summary>
    public async Task<IReadOnlyList<MeetingDate>> OfWeeksAsync(PlantId plant, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        if (!ReadOnce.IsOpen) return await ReadAsync(plant, from, to, cancellation);
        // Each kind asks for weeks of its own, and few dates of a plant are changed at all.
        var early = new DateOnly(from.AddDays(-28).Year, 1, 1);
        return [.. (await ReadOnce.OfAsync((nameof(MeetingDateStore), plant, early), () => ReadAsync(plant, early, DateOnly.MaxValue, cancellation))).Where(date => date.Week >= from && date.Week <= to)];
    }

    private Task<IReadOnlyList<MeetingDate>> ReadAsync(PlantId plant, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<MeetingDate>>(async db =>
            await db.MeetingDates.Where(row => row.Plant == plant && row.Week >= from && row.Week <= to).OrderBy(row => row.Week).ToListAsync(cancellation), cancellation);

    /// <summary>Load or begin, decide, save. When somebody else was quicker, <paramref name="change"/> runs again on what they left.</summary>
    /// <param name="usual">What the settings give for the week; the state of a date that nobody changed yet.</param>
    public Task<ChangeResult<MeetingDate, T>> ChangeAsync<T>(
        PlantId plant, DateOnly week, DateTimeOffset? usual, Func<MeetingDate, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var known = await db.MeetingDates.AsTracking().FirstOrDefaultAsync(row => row.Plant == plant && row.Week == week, cancellation);
            var date = known ?? MeetingDate.Of(plant, week, usual);
            var before = date.Version;
            var (outcome, effect) = change(date);
            if (date.Version != before) await DeriveMarks.RaiseAsync(db, plant, cancellation);
            if (known is null && date.Version > 0) db.MeetingDates.Add(date);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return new ChangeResult<MeetingDate, T>(date, outcome);
        }, cancellation);
}
