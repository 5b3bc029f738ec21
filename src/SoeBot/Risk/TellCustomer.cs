using System.Globalization;
using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Domain.Risk;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Store.Risks;
using SoeBot.Teams.Cards;

namespace SoeBot.Risk;

/// <summary>On the notify-by date, with the risk unresolved and the customer not told, the owner and customer service are asked to tell (R53), in the morning and once more in the afternoon.</summary>
internal sealed class TellCustomer(PlanStore plans, AtRiskStore risks, Rights rights, RiskCards cards, Reminding reminding)
{
    public const string Kind = "tell-customer", Again = "tell-customer-again";
    private static readonly TimeOnly At = new(8, 0), AgainAt = new(15, 0);

    public void Register(SliceRegistry registry)
    {
        reminding.Add(Kind, (plant, since, until, ct) => DeriveAsync(Kind, At, plant, since, until, ct), ReadAsync, Urgency.Urgent);
        reminding.Add(Again, (plant, since, until, ct) => DeriveAsync(Again, AgainAt, plant, since, until, ct), ReadAsync, Urgency.Urgent);
        registry.Cards.Add(TellCustomerCard.Source, (request, ct) => cards.TellAsync(request.Plant, request.About, ct));
        registry.Cards.AddAsk(TellCustomerCard.Source, async (request, ct) => await cards.TellAsync(request.Plant, request.About, ct) is not null
            ? new PublicAsk($"order {request.About}: the customer is to be told today", new ExecuteAction("Answer", RiskVerbs.Form, new { p = request.Plant.Value, r = DataLine.Key(request.About) })) : null);
    }

    private async Task<IReadOnlyList<Occurrence>> DeriveAsync(string kind, TimeOnly at, PlantProfile plant, DateTimeOffset since, DateTimeOffset until, CancellationToken ct) =>
        [.. from open in await OpenAsync(plant, ct)
            let due = plant.Calendar.At(open.TellOn, at)
            where due >= since && due <= until
            select new Occurrence(plant.Id, kind, KeyOf(open), due)];

    private async Task<Standing> ReadAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        // Re-dated, told, green, shipped: then there is none with this key any more.
        if ((await OpenAsync(plant, ct)).FirstOrDefault(one => KeyOf(one) == occurrence.Key) is not { } open) return Standing.Silent("the customer was told, or need not be told any more");
        if (occurrence.Kind == Kind && now >= plant.Calendar.At(open.TellOn, AgainAt)) return Standing.Silent("the afternoon's reminder has come meanwhile");
        var day = plant.Calendar.DayOf(now);
        var people = (await rights.ActingAsync(plant.Id, Role.CustomerService, day, ct)).Concat(open.Said?.Owner is { } owner ? [owner] : Array.Empty<PersonKey>()).Distinct().ToList();
        if (people.Count == 0) people.AddRange(await rights.ActingAsync(plant.Id, Role.Planning, day, ct));
        if (people.Count == 0) return Standing.Silent("nobody holds customer service or planning");
        return new([.. people.Select(person => new Asked($"tell-{person.ObjectId}", person, new CardRef(TellCustomerCard.Source, open.Order.Order))
        {
            IsUrgent = true, TrackAs = $"{Kind}:{occurrence.Key}:{person.ObjectId}",
        })]);
    }

    private sealed record Open(RankedOrder Order, AtRiskOrder? Said, DateOnly TellOn);

    private static string KeyOf(Open open) => string.Create(CultureInfo.InvariantCulture, $"{open.Order.Order}@{open.TellOn:yyyy-MM-dd}");

    /// <summary>The ten named and whatever else was named before, with the day on which the customer is to be told.</summary>
    private async Task<IReadOnlyList<Open>> OpenAsync(PlantProfile plant, CancellationToken ct)
    {
        if (await plans.CurrentAsync(plant.Id, ct) is not { } version || await plans.AtRiskAsync(plant.Id, version.Number, ct) is not { Count: > 0 } list) return [];
        var said = (await risks.ListedOrOfAsync(plant.Id, [.. list.Take(AtRiskList.Named).Select(one => one.Order)], ct)).ToDictionary(one => one.Order, StringComparer.Ordinal);
        var orders = list.Where((one, at) => at < AtRiskList.Named || said.GetValueOrDefault(one.Order) is { IsListed: true }).ToList();
        return [.. from order in orders
                   let one = said.GetValueOrDefault(order.Order)
                   where one is not { Status: RiskStatus.Green } && !IsTold(one)
                   select new Open(order, one, TellOn(order, one, plant, version.DataAt))];
    }

    /// <summary>Told since it came onto the list.</summary>
    private static bool IsTold(AtRiskOrder? said) =>
        said?.Events.LastOrDefault(one => one.Kind is RiskEventKind.Told or RiskEventKind.Listed) is { Kind: RiskEventKind.Told };

    /// <summary>The owner's date; without one the model date, or the day it was named when that is later. Never a day on which nobody works.</summary>
    private static DateOnly TellOn(RankedOrder order, AtRiskOrder? said, PlantProfile plant, DateTimeOffset dataAt)
    {
        var named = plant.Calendar.DayOf(said?.Events.LastOrDefault(one => one.Kind == RiskEventKind.Listed)?.At ?? dataAt);
        var day = said?.TellBy ?? RiskCards.TellBy(order.Commitment, plant, named) ?? named;
        return plant.Calendar.IsWorkingDay(day) ? day : plant.Calendar.AddWorkingDays(day, -1);
    }
}
