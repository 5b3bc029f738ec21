using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Contests;

internal static class ContestMapping
{
    public static void Map(ModelBuilder model)
    {
        var contests = model.Entity<Contest>().ToTable("contests");
        contests.HasKey(row => new { row.Plant, row.Number, row.Week, row.By });
        contests.Property(row => row.Version).IsConcurrencyToken();
        contests.HasIndex(row => new { row.Plant, row.ResolvedAt });
    }
}

/// <summary>Numbers that people do not agree with.</summary>
public sealed class ContestStore
{
    private readonly SoeDatabase _database;

    internal ContestStore(SoeDatabase database) => _database = database;

    /// <summary>Open ones of the plant, the oldest first.</summary>
    public Task<IReadOnlyList<Contest>> OpenAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<Contest>>(async db =>
            await db.Contests.Where(row => row.Plant == plant && row.ResolvedAt == null).OrderBy(row => row.At).ToListAsync(cancellation), cancellation);

    /// <summary>Load or begin, decide, save, with what the change brings.</summary>
    public Task<T> RaiseAsync<T>(PlantId plant, string number, DateOnly week, PersonKey by, Func<Contest, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var found = await db.Contests.AsTracking().FirstOrDefaultAsync(row => row.Plant == plant && row.Number == number && row.Week == week && row.By == by, cancellation);
            var contest = found ?? Contest.Of(plant, number, week, by);
            var (outcome, effect) = change(contest);
            if (found is null && contest.Version > 0) db.Contests.Add(contest);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return outcome;
        }, cancellation);

    /// <summary>All open ones of a number at once, whatever their week.</summary>
    public Task<T> ResolveAsync<T>(PlantId plant, string number, Func<IReadOnlyList<Contest>, (T Outcome, Effect Effect)> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var open = await db.Contests.AsTracking().Where(row => row.Plant == plant && row.Number == number && row.ResolvedAt == null).OrderBy(row => row.At).ToListAsync(cancellation);
            var (outcome, effect) = change(open);
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return outcome;
        }, cancellation);
}
