using SoeBot.Cards;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Sop;
using SoeBot.Plants;
using SoeBot.Store.Plans;
using SoeBot.Store.Risks;
using SoeBot.Teams.Cards;

namespace SoeBot.Sop;

/// <summary>Loads commitments of a customer and what people made of the forecast.</summary>
internal sealed class SopCards(PlanStore plans, AtRiskStore risks, PlantProfiles plants, PlantClock clock)
{
    private const int ShippedDays = 30, OverrideWeeks = 13, MostOthers = 5;

    /// <summary>Null before the first import.</summary>
    public async Task<Card?> CommitmentsAsync(PlantId id, string asked, int skip, CancellationToken ct)
    {
        if (await plans.CurrentAsync(id, ct) is not { } version) return null;
        var (plant, now) = (plants.Get(id), clock.Now(id));
        var today = plant.Calendar.DayOf(now);
        var names = await plans.CustomersAsync(id, version.Number, ct);
        var exact = names.FirstOrDefault(name => string.Equals(name, asked, StringComparison.OrdinalIgnoreCase));
        var others = names.Where(name => name.Contains(asked, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.OrdinalIgnoreCase).Take(MostOthers).ToList();
        var customer = exact ?? (others.Count == 1 ? others[0] : null);
        var data = DataLine.Of(version, await plans.LastRefusedAsync(id, ct), plant.Calendar, now);
        if (customer is null) return CommitmentsCard.Draw(new(id.Value, plant.Name, today, asked, null, others, [], 0, data));
        var lines = await plans.OrdersOfCustomerAsync(id, version.Number, customer, today.AddDays(-ShippedDays), ct);
        var said = (await risks.OfPlantAsync(id, [.. lines.Select(line => line.Order).Distinct()], ct)).ToDictionary(one => one.Order, StringComparer.Ordinal);
        return CommitmentsCard.Draw(new(id.Value, plant.Name, today, asked, customer, [], CustomerCommitment.Of(lines, said, today, ShippedDays), skip, data));
    }

    /// <summary>Null before the first import.</summary>
    public async Task<Card?> OverridesAsync(PlantId id, int skip, CancellationToken ct)
    {
        if (await plans.CurrentAsync(id, ct) is not { } version) return null;
        var (plant, now) = (plants.Get(id), clock.Now(id));
        var week = plant.Calendar.WeekOf(now);
        var days = new DayRange(week.Start, week.Plus(OverrideWeeks - 1).End);
        var forecast = await plans.ForecastAsync(id, version.Number, days, ct);
        return OverridesCard.Draw(new(
            id.Value, plant.Name, $"weeks {week.Number} to {week.Plus(OverrideWeeks - 1).Number}", ForecastOverrides.Of(forecast, await plans.ItemNamesAsync(id, version.Number, ct), days), skip,
            DataLine.Of(version, await plans.LastRefusedAsync(id, ct), plant.Calendar, now)));
    }
}
