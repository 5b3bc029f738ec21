using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;

namespace SoeBot.Planning;

/// <summary>Makes a snapshot the plant's current plan: a new version, then what the rules find in it.</summary>
internal sealed class PublishPlan(PlanStore plans, ComputePlan compute, FollowOrders follow, TellFlags tell, PlanNews news, ILogger<PublishPlan> log)
{
    /// <param name="plant">Whose plan it is.</param>
    /// <param name="snapshot">The rows.</param>
    /// <param name="origin">Where they come from.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="by">Who brought it; null for the calendar or the command line.</param>
    /// <param name="also">What else is written with the version.</param>
    /// <param name="edit">Where the rows may differ from the version in use, when that is known.</param>
    public async Task<PlanVersion> PublishAsync(
        PlantProfile plant, PlanSnapshot snapshot, PlanOrigin origin, DateTimeOffset now, CancellationToken ct, PersonKey? by = null, Func<PublishedPlan, Effect>? also = null, PlanEdit? edit = null)
    {
        var version = await plans.PublishAsync(plant.Id, snapshot, edit, origin with { Person = by }, now, published =>
        {
            var effect = also?.Invoke(published) ?? Effect.None;
            return effect with { Audit = [new AuditLine(plant.Id, now, by, "plan.publish", origin.Source, origin.By, published.Version.Number), .. effect.Audit] };
        }, ct);
        await FindAsync(plant, version, ct, snapshot);
        return version;
    }

    /// <summary>A process that died between publishing and computing left a version without findings.</summary>
    public async Task CompleteAsync(PlantProfile plant, CancellationToken ct)
    {
        if (await plans.CurrentAsync(plant.Id, ct) is { } version && await plans.FindingsAsync(plant.Id, version.Number, ct) is null)
            await FindAsync(plant, version, ct);
    }

    /// <summary>The week's frozen plan is the version that is current now. False: it was frozen before.</summary>
    /// <param name="plant">Whose plan it is.</param>
    /// <param name="week">Which week.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="tell">What is said when this freezes it.</param>
    public async Task<bool> FreezeAsync(PlantProfile plant, PlantWeek week, DateTimeOffset now, CancellationToken ct, IReadOnlyList<NewMessage>? tell = null)
    {
        if (await plans.CurrentAsync(plant.Id, ct) is not { } version) return false;
        var effect = new Effect { Audit = [new AuditLine(plant.Id, now, null, "week.freeze", $"{week.Start:yyyy-MM-dd}", "not confirmed by planning", version.Number)], Messages = tell ?? [] };
        return await plans.SetBaselineAsync(plant.Id, week, version.Number, null, now, effect, ct);
    }

    private async Task FindAsync(PlantProfile plant, PlanVersion version, CancellationToken ct, PlanSnapshot? rows = null)
    {
        var findings = await compute.FindAsync(plant, version, ct, rows);
        // Before what cards show: where this is missing after a crash both are done again, and neither does anything twice.
        await follow.FollowAsync(plant, version, findings, ct);
        await plans.SaveFindingsAsync(plant.Id, version.Number, findings, await tell.EffectAsync(plant, version, findings, version.PublishedAt, ct), ct);
        Log.PlanPublished(log, plant.Id.Value, version.Number, version.Source, findings.AtRisk.Count);
        news.Tell(plant.Id, version.Number);
    }
}
