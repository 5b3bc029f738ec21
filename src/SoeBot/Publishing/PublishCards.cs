using SoeBot.Cards;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Publishing;
using SoeBot.People;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Store.Plants;

namespace SoeBot.Publishing;

/// <summary>Loads what the cards of a week show: findings stored with the version, and how the week stands now.</summary>
internal sealed class PublishCards(PlanStore plans, PlantStore notes, DecisionStore decisions, PeopleStore people, PersonFinder finder, PlantProfiles plants, PlantClock clock)
{
    /// <summary>Table of the plan, and what it tells of (R19).</summary>
    private static readonly (string Table, string Name)[] BuiltFrom = [("orders", "customer orders"), ("stock", "stock"), ("purchases", "purchase orders"), ("work centres", "work centres")];

    public static DateTimeOffset Deadline(PlantProfile plant, PlantWeek week) => plant.Calendar.At(plant.Calendar.FirstWorkingDay(week) ?? week.Start, plant.PublishBy);

    /// <summary>Null before the first import.</summary>
    public async Task<PublishView?> LoadAsync(PlantId id, PlantWeek? asked, CancellationToken ct, string? note = null)
    {
        if (await plans.InUseAsync(id, ct) is not { Findings: { } findings } inUse) return null;
        var plant = plants.Get(id);
        var now = clock.Now(id);
        var week = asked ?? FenceRules.FrozenWeek(plant.Calendar.DayOf(now), plant.Calendar);
        var firm = FenceRules.FirmWeek(week, plant.Calendar);
        var frozen = (await plans.BaselinesAsync(id, week.Start, ct)).FirstOrDefault(one => one.Week == week);
        var demand = RebuildDemand.Of(week, findings.Weeks, plant.Numbers.RebuildUnder);
        var rebuild = (await decisions.AboutAsync(id, [RebuildDemand.Subject], ct)).FirstOrDefault(one => one.IsOpen);
        var names = await people.NamesAsync([.. ((PersonKey?[])[frozen?.ConfirmedBy, rebuild?.Owner]).OfType<PersonKey>()], ct);
        return new(
            plant, week, firm, FenceRules.FirmWeek(firm, plant.Calendar), inUse.Version, findings.LookAhead.Weeks, findings.Draft, frozen, Name(frozen?.ConfirmedBy),
            await finder.NamesAsync(id, Role.Planning, ct), Deadline(plant, week), await SourcesAsync(inUse.Version, ct), demand, rebuild is null ? null : (rebuild, Name(rebuild.Owner)),
            DataLine.Of(inUse.Version, inUse.Refused, plant.Calendar, now), now, note);

        string Name(PersonKey? key) => key is { } known && names.TryGetValue(known, out var person) && person.Name.Length > 0 ? person.Name : "somebody of planning";
    }

    private async Task<IReadOnlyList<PlanSource>> SourcesAsync(PlanVersion version, CancellationToken ct)
    {
        var origins = TableOrigins.Of(await notes.GetNoteAsync(version.Plant, TableOrigins.Note, ct), version).Tables;
        return [.. BuiltFrom.Select(one => new PlanSource(one.Name, origins.TryGetValue(one.Table, out var origin) ? origin.At : null))];
    }
}
