using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.Plans;

/// <param name="Versions">That are no longer there.</param>
/// <param name="Rows">That held in none but these.</param>
public sealed record PurgedPlans(int Versions, int Rows);

/// <summary>Which versions there are, and how long.</summary>
public sealed partial class PlanStore
{
    /// <summary>Rows of one write: a press waits for one of these at most.</summary>
    private const int PurgedAtOnce = 2_000;

    /// <summary>The newest first.</summary>
    public Task<Page<PlanVersion>> VersionsAsync(PlantId plant, int skip, int take, CancellationToken cancellation) =>
        _database.ReadAsync(async db =>
        {
            var versions = db.PlanVersions.Where(row => row.Plant == plant);
            var rows = await versions.OrderByDescending(row => row.Number).Skip(skip).Take(take).ToListAsync(cancellation);
            return new Page<PlanVersion>([.. rows.Select(row => row.ToVersion())], await versions.CountAsync(cancellation));
        }, cancellation);

    /// <summary>
    /// Lets versions go that nobody needs, with their rows and findings, in short writes. The version in use and the one before it stay, and
    /// so does what was frozen for a week that is kept. What a killed purge left is taken by the next: a row goes when no version
    /// that is there holds it.
    /// </summary>
    /// <param name="plant">Whose.</param>
    /// <param name="publishedBefore">Versions from this instant on stay.</param>
    /// <param name="weeksFrom">What was frozen for weeks that start on this day or later stays.</param>
    /// <param name="cancellation">Gives up between two writes.</param>
    public async Task<PurgedPlans> PurgeAsync(PlantId plant, DateTimeOffset publishedBefore, DateOnly weeksFrom, CancellationToken cancellation)
    {
        // Not while an import compares with the version in use.
        await using var turn = await _database.TakeTurnAsync($"import {plant}", cancellation);
        var versions = await _database.WriteAsync(db => DropVersionsAsync(db, plant, publishedBefore, weeksFrom, cancellation), cancellation);
        var left = await _database.ReadAsync(db => db.PlanVersions.Where(row => row.Plant == plant).Select(row => row.Number).OrderBy(number => number).ToListAsync(cancellation), cancellation);
        var rows = 0;
        foreach (var (before, next) in left.Prepend(0).Zip(left).Where(gap => gap.Second - gap.First > 1))
            foreach (var table in PlanTables.All)
                for (var gone = PurgedAtOnce; gone == PurgedAtOnce; rows += gone)
                    gone = await _database.WriteAsync(db => table.PurgeAsync(db, plant, before, next, PurgedAtOnce, cancellation), cancellation);
        return new(versions, rows);
    }

    private static async Task<int> DropVersionsAsync(SoeDb db, PlantId plant, DateTimeOffset publishedBefore, DateOnly weeksFrom, CancellationToken cancellation)
    {
        await db.Baselines.Where(row => row.Plant == plant && row.Week < weeksFrom).ExecuteDeleteAsync(cancellation);
        var inUse = await db.PlanHeads.Where(row => row.Plant == plant).Select(row => row.Current).FirstOrDefaultAsync(cancellation);
        var dropped = await db.PlanVersions
            .Where(row => row.Plant == plant && row.Number < inUse - 1 && row.PublishedAt < publishedBefore
                && !db.Baselines.Any(baseline => baseline.Plant == plant && baseline.Version == row.Number))
            .ExecuteDeleteAsync(cancellation);
        if (dropped > 0)
            await db.Findings.Where(row => row.Plant == plant && !db.PlanVersions.Any(version => version.Plant == plant && version.Number == row.Version)).ExecuteDeleteAsync(cancellation);
        return dropped;
    }
}
