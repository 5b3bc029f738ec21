using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Plans;

/// <summary>Plan versions with their rows, frozen baselines and findings. Every question about rows is asked "as of" a version.</summary>
public sealed partial class PlanStore
{
    private readonly SoeDatabase _database;
    private readonly PlanMemory _memory;

    internal PlanStore(SoeDatabase database, TimeProvider machine)
    {
        _database = database;
        _memory = new PlanMemory(StampAsync, LoadCurrentAsync, machine);
    }

    /// <summary>
    /// The plan in use with what was found in it; null before the first import. Out of memory, so that everybody's press is served at once:
    /// what another process published may take 20 ms to be seen here.
    /// </summary>
    public ValueTask<CurrentPlan?> InUseAsync(PlantId plant, CancellationToken cancellation) => _memory.GetAsync(plant, cancellation);

    /// <summary>The version in use; null before the first import. As fresh as <see cref="InUseAsync"/>.</summary>
    public async Task<PlanVersion?> CurrentAsync(PlantId plant, CancellationToken cancellation) => (await _memory.GetAsync(plant, cancellation))?.Version;

    public Task<PlanVersion?> FindAsync(PlantId plant, int number, CancellationToken cancellation) =>
        _database.ReadAsync(async db =>
            (await db.PlanVersions.FirstOrDefaultAsync(row => row.Plant == plant && row.Number == number, cancellation))?.ToVersion(), cancellation);

    /// <summary>
    /// Makes the snapshot the plant's next version. A table that is null is absent in it. Two imports of a plant come one after the other;
    /// what a killed one left is swept by the next.
    /// </summary>
    public Task<PlanVersion> PublishAsync(
        PlantId plant, PlanSnapshot plan, PlanOrigin origin, DateTimeOffset now, Effect effect, CancellationToken cancellation, PlanEdit? edit = null) =>
        PublishAsync(plant, plan, edit, origin, now, _ => effect, cancellation);

    /// <inheritdoc cref="PublishAsync(PlantId, PlanSnapshot, PlanOrigin, DateTimeOffset, Effect, CancellationToken, PlanEdit?)"/>
    /// <param name="plant">Whose.</param>
    /// <param name="plan">The rows.</param>
    /// <param name="edit">Where they may differ from the version in use; null: nobody knows, and what is stored is compared with them.</param>
    /// <param name="origin">Where they come from.</param>
    /// <param name="now">When.</param>
    /// <param name="effect">Made of the version's number and of what changed.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<PlanVersion> PublishAsync(
        PlantId plant, PlanSnapshot plan, PlanEdit? edit, PlanOrigin origin, DateTimeOffset now, Func<PublishedPlan, Effect> effect, CancellationToken cancellation)
    {
        await using var turn = await _database.TakeTurnAsync($"import {plant}", cancellation);
        var version = await new PlanImport(_database, plant).RunAsync(plan, edit, origin, now, effect, cancellation);
        _memory.Changed(plant);
        return version;
    }

    /// <summary>Null when it was never told, or before the first import.</summary>
    public Task<string?> ContentHashAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.PlanVersions
            .Where(row => row.Plant == plant && db.PlanHeads.Any(head => head.Plant == plant && head.Current == row.Number))
            .Select(row => row.ContentHash).FirstOrDefaultAsync(cancellation), cancellation);

    public async Task NoteRefusedImportAsync(PlantId plant, RefusedImport refused, Effect effect, CancellationToken cancellation)
    {
        await _database.WriteAsync(async db =>
        {
            db.RefusedImports.Add(new() { Plant = plant, Source = refused.Source, By = refused.By, Reasons = refused.Reasons, At = refused.At });
            await StampAsync(db, plant, cancellation);
            await EffectWriter.WriteAsync(db, effect, cancellation);
        }, cancellation);
        _memory.Changed(plant);
    }

    /// <summary>Null when an import was taken since.</summary>
    public async Task<RefusedImport?> LastRefusedAsync(PlantId plant, CancellationToken cancellation) =>
        await _memory.GetAsync(plant, cancellation) is { } current ? current.Refused : await _database.ReadAsync(db => LastRefusedAsync(db, plant, cancellation), cancellation);

    private static Task<RefusedImport?> LastRefusedAsync(SoeDb db, PlantId plant, CancellationToken cancellation) => db.RefusedImports
        .Where(row => row.Plant == plant && !db.PlanVersions.Any(version => version.Plant == plant && version.PublishedAt >= row.At))
        .OrderByDescending(row => row.Id).Select(row => new RefusedImport(row.Source, row.By, row.Reasons, row.At))
        .FirstOrDefaultAsync(cancellation);

    /// <summary>Tells every process that what it holds of this plan is old.</summary>
    internal static Task<int> StampAsync(SoeDb db, PlantId plant, CancellationToken cancellation) =>
        db.PlanHeads.Where(head => head.Plant == plant).ExecuteUpdateAsync(set => set.SetProperty(head => head.Stamp, head => head.Stamp + 1), cancellation);

    private Task<long?> StampAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.PlanHeads.Where(head => head.Plant == plant && head.Current > 0).Select(head => (long?)head.Stamp).FirstOrDefaultAsync(cancellation), cancellation);

    /// <summary>The list of the version in use is that of the ranking with what people decided against it.</summary>
    private static async Task<PlanFindings?> ListedAsync(SoeDb db, PlantId plant, int version, PlanFindings? findings, CancellationToken cancellation)
    {
        if (findings is null) return null;
        var decided = await db.AtRiskOrders.Where(row => row.Plant == plant && row.Override != RiskOverride.None).ToListAsync(cancellation);
        if (decided.Count == 0) return findings;
        var orders = decided.Select(row => row.Order).ToList();
        var lines = await PlanRowsOf.Version<OrderLine>(db, plant, version).Where(line => orders.Contains(line.Order)).ToListAsync(cancellation);
        return findings with { AtRisk = AtRiskList.With(findings.AtRisk, decided, lines.ToLookup(line => line.Order, StringComparer.Ordinal)) };
    }

    /// <summary>To be called when this process changed what the plan in use shows, past this store.</summary>
    internal void Forget(PlantId plant) => _memory.Changed(plant);

    private Task<CurrentPlan?> LoadCurrentAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync(async db => await db.PlanVersions
            .Where(row => row.Plant == plant && db.PlanHeads.Any(head => head.Plant == plant && head.Current == row.Number))
            .FirstOrDefaultAsync(cancellation) is not { } row ? null : new CurrentPlan
            {
                Version = row.ToVersion(),
                Findings = await ListedAsync(db, plant, row.Number, await FindingsAsync(db, plant, row.Number, cancellation), cancellation),
                Baselines = [.. (await db.Baselines.Where(one => one.Plant == plant).OrderByDescending(one => one.Week).Take(CurrentPlan.Weeks).ToListAsync(cancellation)).Select(one => one.ToBaseline())],
                Refused = await LastRefusedAsync(db, plant, cancellation),
            }, cancellation);
}
