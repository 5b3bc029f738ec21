using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Changes;

internal static class ViolationMapping
{
    public static void Map(ModelBuilder model)
    {
        var violations = model.Entity<PlanViolation>().ToTable("violations");
        violations.Property(row => row.Id).ValueGeneratedNever();
        violations.Property(row => row.Version).IsConcurrencyToken();
        violations.Ignore(row => row.What).Ignore(row => row.Impact);
        violations.HasIndex(row => new { row.Plant, row.Week, row.Line, row.Mark }).IsUnique();
    }
}

/// <summary>Changes inside a fence that nobody approved. Lists are ordered strictest zone first, then by line.</summary>
public sealed class ViolationStore
{
    private readonly SoeDatabase _database;

    internal ViolationStore(SoeDatabase database) => _database = database;

    /// <summary>What a comparison found: new ones are written, those that stand as published again are undone. A second run of the same changes nothing.</summary>
    /// <param name="plant">Whose.</param>
    /// <param name="week">The published one.</param>
    /// <param name="found">All that the comparison found.</param>
    /// <param name="version">In which.</param>
    /// <param name="effect">What it brings, made of those that are new and of those undone; asked for even when there are none.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Those that are new.</returns>
    public Task<IReadOnlyList<PlanViolation>> CompareAsync(
        PlantId plant, PlantWeek week, IReadOnlyList<Difference> found, PlanVersion version, Func<IReadOnlyList<PlanViolation>, IReadOnlyList<PlanViolation>, Effect> effect, CancellationToken cancellation) =>
        _database.WriteAsync<IReadOnlyList<PlanViolation>>(async db =>
        {
            var known = await db.Violations.AsTracking().Where(row => row.Plant == plant && row.Week == week.Start).ToListAsync(cancellation);
            var marks = known.Select(row => (row.Line, row.Mark)).ToHashSet();
            var added = found.Where(one => marks.Add((one.Number, one.Mark))).Select(one => PlanViolation.Of(Guid.CreateVersion7(version.PublishedAt), plant, week, one, version)).ToList();
            var still = found.Select(one => (one.Number, one.Mark)).ToHashSet();
            var undone = known.Where(row => !still.Contains((row.Line, row.Mark)) && row.Undo()).ToList();
            db.Violations.AddRange(added);
            await EffectWriter.WriteAsync(db, effect(added, undone), cancellation);
            return added;
        }, cancellation);

    /// <summary>Load, decide, save. When somebody else was quicker, <paramref name="change"/> runs again on what they left.</summary>
    public Task<ChangeResult<PlanViolation, T>> ChangeAsync<T>(PlantId plant, Guid id, Func<PlanViolation, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var row = await db.Violations.AsTracking().FirstOrDefaultAsync(one => one.Id == id && one.Plant == plant, cancellation);
            if (row is null) return new ChangeResult<PlanViolation, T>(null, default);
            var (outcome, effect) = change(row);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return new ChangeResult<PlanViolation, T>(row, outcome);
        }, cancellation);

    public Task<PlanViolation?> FindAsync(PlantId plant, Guid id, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Violations.FirstOrDefaultAsync(row => row.Id == id && row.Plant == plant, cancellation), cancellation);

    public Task<IReadOnlyList<PlanViolation>> OfWeekAsync(PlantId plant, PlantWeek week, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<PlanViolation>>(async db =>
            [.. (await db.Violations.Where(row => row.Plant == plant && row.Week == week.Start).ToListAsync(cancellation)).OrderByDescending(row => row.Zone).ThenBy(row => row.Line, StringComparer.Ordinal)], cancellation);
}
