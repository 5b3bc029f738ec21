using SoeBot.Domain.Changes;
using SoeBot.Plants;
using SoeBot.Store.Changes;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;

namespace SoeBot.Changes;

/// <summary>Computes what a drafted request would do, on the plan in use, and edits its card. Running twice computes once.</summary>
internal sealed class CheckChange(ChangeStore changes, ViolationStore violations, PlanStore plans, PlantProfiles plants, PlantClock clock)
{
    public async Task RunAsync(ChangeId id, CancellationToken ct)
    {
        if (await changes.FindAsync(id, ct) is not { State: ChangeState.Drafted } request || plants.Find(request.Plant) is not { } plant) return;
        if (await plans.CurrentAsync(plant.Id, ct) is not { } version) return;
        var now = clock.Now(plant.Id);
        // What an import showed is in the plan: there is nothing to compute, only what was found. What was told before an import is not in it yet.
        var found = request.IsAfterwards ? await violations.FindAsync(plant.Id, id.Value, ct) : null;
        var impact = found?.Impact ?? await ComputeAsync(plant, request, version.Number, now, ct);
        await changes.ChangeAsync(id, fresh => fresh.State == ChangeState.Drafted && fresh.Check(impact, now) == ChangeOutcome.Changed
            ? (true, new Effect
            {
                Audit = [new(plant.Id, now, null, "change.checked", fresh.Name, impact.Problem ?? $"{impact.Zone}, {impact.DisplacedCount} displaced", version.Number)],
                Messages = ChangeEffects.Edits(plant, fresh),
                Withdraw = [(plant.Id, $"{ChangeEffects.KeyPrefix(fresh)}check")],
            })
            : (false, Effect.None), ct);
    }

    private async Task<ChangeImpact> ComputeAsync(PlantProfile plant, ChangeRequest request, int version, DateTimeOffset now, CancellationToken ct)
    {
        var plan = await plans.LoadAsync(plant.Id, version, ct);
        // Beside the presses: a large plant takes seconds.
        return await Task.Run(() => ChangeCheck.Compute(request.What, request.WantedBy, plan, version, plant.Calendar, now), ct);
    }
}
