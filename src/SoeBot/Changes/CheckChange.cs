using SoeBot.Domain.Changes;
using SoeBot.Plants;
using SoeBot.Store.Changes;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;

namespace SoeBot.Changes;

/// <summary>Computes what a drafted request would do, on the plan in use, and edits its card. Running twice computes once.</summary>
internal sealed class CheckChange(ChangeStore changes, PlanStore plans, PlantProfiles plants, PlantClock clock)
{
    public async Task RunAsync(ChangeId id, CancellationToken ct)
    {
        if (await changes.FindAsync(id, ct) is not { State: ChangeState.Drafted } request || plants.Find(request.Plant) is not { } plant) return;
        if (await plans.CurrentAsync(plant.Id, ct) is not { } version) return;
        var plan = await plans.LoadAsync(plant.Id, version.Number, ct);
        var now = clock.Now(plant.Id);
        // Beside the presses: a large plant takes seconds.
        var impact = await Task.Run(() => ChangeCheck.Compute(request.What, request.WantedBy, plan, version.Number, plant.Calendar, now), ct);
        await changes.ChangeAsync(id, fresh => fresh.State == ChangeState.Drafted && fresh.Check(impact, now) == ChangeOutcome.Changed
            ? (true, new Effect
            {
                Audit = [new(plant.Id, now, null, "change.checked", fresh.Name, impact.Problem ?? $"{impact.Zone}, {impact.DisplacedCount} displaced", version.Number)],
                Messages = ChangeEffects.Edits(plant, fresh),
                Withdraw = [(plant.Id, $"{ChangeEffects.KeyPrefix(fresh)}check")],
            })
            : (false, Effect.None), ct);
    }
}
