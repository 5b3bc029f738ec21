using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Sop;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Sop;

/// <summary>Cycles of S&amp;OP with their artifacts, topics it sent down, and the month's summaries for it.</summary>
public sealed class SopStore
{
    private readonly SoeDatabase _database;

    internal SopStore(SoeDatabase database) => _database = database;

    /// <summary>Load or begin, decide, save. When somebody else was quicker, <paramref name="change"/> runs again on what they left.</summary>
    public Task<ChangeResult<SopCycle, T>> ChangeAsync<T>(PlantId plant, DateOnly month, DateOnly today, Func<SopCycle, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var known = await db.SopCycles.AsTracking().FirstOrDefaultAsync(row => row.Plant == plant && row.Month == month, cancellation);
            var cycle = known ?? SopCycle.Begin(plant, month, today);
            var (outcome, effect) = change(cycle);
            if (known is null && cycle.Version > 0) db.SopCycles.Add(cycle);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return new ChangeResult<SopCycle, T>(cycle, outcome);
        }, cancellation);

    public Task<SopCycle?> CycleAsync(PlantId plant, DateOnly month, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.SopCycles.FirstOrDefaultAsync(row => row.Plant == plant && row.Month == month, cancellation), cancellation);

    /// <summary>The newest that began; null when none did.</summary>
    public Task<SopCycle?> LastCycleAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.SopCycles.Where(row => row.Plant == plant).OrderByDescending(row => row.Month).FirstOrDefaultAsync(cancellation), cancellation);

    /// <summary>The newest that was signed; null when none was.</summary>
    public Task<SopCycle?> LastSignedAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync(db => LastSignedAsync(db, plant, cancellation), cancellation);

    /// <inheritdoc cref="LastSignedAsync(PlantId, CancellationToken)"/>
    internal static Task<SopCycle?> LastSignedAsync(SoeDb db, PlantId plant, CancellationToken cancellation) =>
        db.SopCycles.Where(row => row.Plant == plant && row.SignedAt != null).OrderByDescending(row => row.SignedAt).FirstOrDefaultAsync(cancellation);

    /// <summary>Twice is once.</summary>
    public Task SendDownAsync(SopTopic topic, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (await db.SopTopics.AnyAsync(row => row.Id == topic.Id, cancellation)) return;
            db.SopTopics.Add(topic);
            await EffectWriter.WriteAsync(db, effect, cancellation);
        }, cancellation);

    public Task<ChangeResult<SopTopic, T>> ChangeTopicAsync<T>(PlantId plant, Guid id, Func<SopTopic, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var topic = await db.SopTopics.AsTracking().FirstOrDefaultAsync(row => row.Plant == plant && row.Id == id, cancellation);
            if (topic is null) return new ChangeResult<SopTopic, T>(null, default);
            var (outcome, effect) = change(topic);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return new ChangeResult<SopTopic, T>(topic, outcome);
        }, cancellation);

    /// <summary>Open ones and those that were done since, the oldest first.</summary>
    public Task<IReadOnlyList<SopTopic>> TopicsAsync(PlantId plant, DateTimeOffset doneSince, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<SopTopic>>(async db =>
            await db.SopTopics.Where(row => row.Plant == plant && (row.DoneAt == null || row.DoneAt >= doneSince)).OrderBy(row => row.At).ToListAsync(cancellation), cancellation);

    /// <summary>The draft of a month is made once; a second one changes nothing, and its effect is not written.</summary>
    /// <returns>False when there was one.</returns>
    public Task<bool> DraftAsync(MonthSummary summary, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (await db.MonthSummaries.AnyAsync(row => row.Plant == summary.Plant && row.Month == summary.Month, cancellation)) return false;
            db.MonthSummaries.Add(summary);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return true;
        }, cancellation);

    /// <summary>Load, decide, save. When somebody else was quicker, <paramref name="change"/> runs again on what they left.</summary>
    public Task<ChangeResult<MonthSummary, T>> ChangeSummaryAsync<T>(PlantId plant, DateOnly month, Func<MonthSummary, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var summary = await db.MonthSummaries.AsTracking().FirstOrDefaultAsync(row => row.Plant == plant && row.Month == month, cancellation);
            if (summary is null) return new ChangeResult<MonthSummary, T>(null, default);
            var (outcome, effect) = change(summary);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return new ChangeResult<MonthSummary, T>(summary, outcome);
        }, cancellation);

    /// <summary>Of that month; the newest when none is named.</summary>
    public Task<MonthSummary?> SummaryAsync(PlantId plant, DateOnly? month, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.MonthSummaries.Where(row => row.Plant == plant && (month == null || row.Month == month)).OrderByDescending(row => row.Month).FirstOrDefaultAsync(cancellation), cancellation);
}
