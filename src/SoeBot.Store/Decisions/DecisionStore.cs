using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;
using SoeBot.Store.Reading;

namespace SoeBot.Store.Decisions;

/// <summary>Decisions with their history. Lists are ordered by due date, then number; those without a date come first.</summary>
public sealed class DecisionStore
{
    internal static readonly DecisionStatus[] Open = [DecisionStatus.Draft, DecisionStatus.Proposed, DecisionStatus.Taken, DecisionStatus.Missed];
    private readonly SoeDatabase _database;

    internal DecisionStore(SoeDatabase database) => _database = database;

    /// <param name="effect">What it brings with it, made when its number is known.</param>
    public Task<RecordResult> RecordAsync(NewDecision input, DateTimeOffset now, Func<Decision, Effect> effect, CancellationToken cancellation) =>
        _database.WriteAsync(db => WriteNewAsync(db, input, now, effect, cancellation), cancellation);

    /// <inheritdoc cref="RecordAsync"/>
    /// <returns>Null when its meeting was closed before this could be written: nothing was, because the minutes are taken and do not have it.</returns>
    public Task<RecordResult?> RecordInMeetingAsync(MeetingId meeting, NewDecision input, DateTimeOffset now, Func<Decision, Effect> effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db => await RowLocks.Fence(db.Meetings.Where(row => row.Id == meeting)).FirstOrDefaultAsync(cancellation) is { State: MeetingState.Closed }
            && !await db.Decisions.AnyAsync(row => row.Id == input.Id, cancellation) ? null : await WriteNewAsync(db, input, now, effect, cancellation), cancellation);

    /// <summary>Load, decide, save. When somebody else was quicker, <paramref name="change"/> runs again on what they left.</summary>
    public Task<ChangeResult<Decision, T>> ChangeAsync<T>(DecisionId id, Func<Decision, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var decision = await db.Decisions.AsTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation);
            if (decision is null) return new ChangeResult<Decision, T>(null, default);
            var version = decision.Version;
            var (outcome, effect) = change(decision);
            if (decision.Version != version) Stamp(db, decision);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return new ChangeResult<Decision, T>(decision, outcome);
        }, cancellation);

    /// <summary>Two decisions of a plant at once, in one transaction: the newer may take the older one's place.</summary>
    /// <inheritdoc cref="ChangeAsync"/>
    public Task<ChangeResult<Decision, T>> ChangeBothAsync<T>(PlantId plant, int older, int newer, Func<Decision, Decision, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var both = await db.Decisions.AsTracking().Where(row => row.Plant == plant && (row.Number == older || row.Number == newer)).OrderBy(row => row.Number).ToListAsync(cancellation);
            if (both.Count < 2) return new ChangeResult<Decision, T>(null, default);
            var (first, second) = both[0].Number == older ? (both[0], both[1]) : (both[1], both[0]);
            var versions = (first.Version, second.Version);
            var (outcome, effect) = change(first, second);
            if (versions.Item1 != first.Version) Stamp(db, first);
            if (versions.Item2 != second.Version) Stamp(db, second);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return new ChangeResult<Decision, T>(second, outcome);
        }, cancellation);

    private static async Task<RecordResult> WriteNewAsync(SoeDb db, NewDecision input, DateTimeOffset now, Func<Decision, Effect> effect, CancellationToken cancellation)
    {
        if (await db.Decisions.FirstOrDefaultAsync(row => row.Id == input.Id, cancellation) is { } before)
            return new RecordResult(before, AlreadyThere: true);
        var decision = Decision.Record(input, await NextNumberAsync(db, input.Plant, cancellation), now);
        db.Decisions.Add(decision);
        Stamp(db, decision);
        await EffectWriter.WriteAsync(db, effect(decision), cancellation);
        return new RecordResult(decision, AlreadyThere: false);
    }

    public Task<Decision?> FindAsync(PlantId plant, int number, CancellationToken cancellation) =>
        ReadOnce.OfAsync((nameof(DecisionStore), plant, number), () =>
            _database.ReadAsync(db => db.Decisions.FirstOrDefaultAsync(row => row.Plant == plant && row.Number == number, cancellation), cancellation));

    public Task<Decision?> FindAsync(DecisionId id, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Decisions.FirstOrDefaultAsync(row => row.Id == id, cancellation), cancellation);

    public Task<IReadOnlyList<Decision>> OpenAsync(PlantId plant, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Plant == plant && Open.Contains(row.Status)), cancellation);

    /// <summary>In all plants.</summary>
    public Task<IReadOnlyList<Decision>> OpenOfAsync(PersonKey owner, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Owner == owner && Open.Contains(row.Status)), cancellation);

    public Task<IReadOnlyList<Decision>> OfMeetingAsync(MeetingId meeting, CancellationToken cancellation) =>
        ReadOnce.OfAsync((nameof(OfMeetingAsync), meeting), () => ListAsync(rows => rows.Where(row => row.Meeting == meeting), cancellation));

    /// <summary>The open ones, and those that changed in any way since <paramref name="from"/>.</summary>
    public Task<IReadOnlyList<Decision>> SinceAsync(PlantId plant, DateTimeOffset from, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Plant == plant
            && (Open.Contains(row.Status) || EF.Property<DateTimeOffset>(row, DecisionMapping.ChangedAt) >= from)), cancellation);

    /// <summary>Open and closed ones about any of these.</summary>
    public Task<IReadOnlyList<Decision>> AboutAsync(PlantId plant, IReadOnlyCollection<DecisionSubject> subjects, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Plant == plant && subjects.Contains(row.Subject)), cancellation);

    /// <summary>Open ones about customer orders.</summary>
    public Task<IReadOnlyList<Decision>> OpenAboutOrdersAsync(PlantId plant, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Plant == plant && Open.Contains(row.Status) && ((string)(object)row.Subject).StartsWith("Order:")), cancellation);

    /// <summary>Decisions that are wanted from the next level up (R100).</summary>
    public Task<IReadOnlyList<Decision>> WaitingAboveAsync(PlantId plant, CancellationToken cancellation) =>
        ListAsync(rows => rows.Where(row => row.Plant == plant && row.WaitsFor != null), cancellation);

    private Task<IReadOnlyList<Decision>> ListAsync(Func<IQueryable<Decision>, IQueryable<Decision>> which, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<Decision>>(async db =>
            await which(db.Decisions).OrderBy(row => row.Due != null).ThenBy(row => row.Due).ThenBy(row => row.Number).ToListAsync(cancellation), cancellation);

    private static void Stamp(SoeDb db, Decision decision) =>
        db.Entry(decision).Property(DecisionMapping.ChangedAt).CurrentValue = decision.Events[^1].At;

    private static async Task<int> NextNumberAsync(SoeDb db, PlantId plant, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<int>($"""
            INSERT INTO decision_numbers (plant, last) VALUES ({plant.Value}, 1)
            ON CONFLICT (plant) DO UPDATE SET last = decision_numbers.last + 1 RETURNING last
            """).ToListAsync(cancellation))[0];
}
