using System.Globalization;
using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Store.Reminders;
using SoeBot.Store.Risks;
using SoeBot.Teams.Cards;

namespace SoeBot.Reminders;

/// <summary>Loads what the digest of a person shows, at the moment it is drawn: open decisions and orders of all plants, and what did not fit into a day.</summary>
internal sealed class Digests(
    DecisionStore decisions, AtRiskStore risks, PlanStore plans, PeopleStore people, ReminderStore reminders, PlantProfiles plants, PlantClock clock) : ISlice
{
    public void Register(SliceRegistry registry) => registry.Cards.Add(Reminding.DigestCard, (request, ct) => DrawAsync(registry.Cards, request, ct));

    /// <param name="request">About: the person and the day, "tenant/id|2026-11-23".</param>
    /// <param name="cards">To ask others' cards for their line.</param>
    /// <param name="ct">Gives up.</param>
    private async Task<Card?> DrawAsync(CardSources cards, CardRequest request, CancellationToken ct)
    {
        if (request.About.Split('|') is not [var who, var on] || PersonKey.Parse(who) is not { } person
            || !DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        var lines = new List<DigestLine>();
        foreach (var decision in await decisions.OpenOfAsync(person, ct))
            if (decision.Due is { } due && plants.Find(decision.Plant) is { } plant) lines.Add(Line(decision, due, plant));
        foreach (var id in await people.PlantsOfAsync(person, ct))
            if (plants.Find(id) is { } plant) lines.AddRange(await OrdersAsync(plant, person, ct));
        foreach (var held in await reminders.InDigestAsync(NewReminder.DigestKey(person, day), ct))
            if (await HeldAsync(cards, held, person, ct) is { } line) lines.Add(line);
        return DigestCard.Draw((await people.FindAsync(person, ct))?.Name ?? "", lines);
    }

    private DigestLine Line(Decision decision, DateOnly due, PlantProfile plant)
    {
        var today = plant.Calendar.DayOf(clock.Now(plant.Id));
        var days = due.DayNumber - today.DayNumber;
        var when = days switch { 0 => "today", 1 => "tomorrow", > 1 => $"in {days} days", -1 => "1 day over", _ => $"{-days} days over" };
        var data = new { p = plant.Id.Value, r = decision.Number, v = decision.Version };
        return new(
            plant.Name, CardText.Of($"**{decision.Name}** {DataLine.Short(decision.Text, 120)}"),
            $"due {PlanWords.Day(due)}, {when}{(DecisionAcceptance.IsAwaited(decision) ? ", not taken yet" : "")}", days < 0, due,
            [
                DecisionAcceptance.IsAwaited(decision) ? Button("Take it", "decision.take") : Button("Done", "decision.done"),
                Button("New date", "decision.redate-form"),
            ]);

        // These verbs are another slice's; it answers with its own card.
        ExecuteAction Button(string title, string verb) => new(title, verb, data) { Tooltip = $"{title}: {decision.Name}" };
    }

    /// <summary>Those of the person that are on the list and have no answer yet.</summary>
    private async Task<IReadOnlyList<DigestLine>> OrdersAsync(PlantProfile plant, PersonKey person, CancellationToken ct)
    {
        var owned = await risks.OfOwnerAsync(plant.Id, person, ct);
        if (owned.Count == 0 || await plans.CurrentAsync(plant.Id, ct) is not { } version) return [];
        var listed = ((await plans.AtRiskAsync(plant.Id, version.Number, ct)) ?? []).ToDictionary(order => order.Order, StringComparer.Ordinal);
        return [.. from said in owned
                   where said.Status != RiskStatus.Green && listed.ContainsKey(said.Order)
                   let order = listed[said.Order]
                   select new DigestLine(
                       plant.Name, CardText.Of($"**{DataLine.Short(order.Order, 30)}** {DataLine.Short(order.ItemName.Length > 0 ? order.ItemName : order.Item, 60)} at risk"),
                       $"due {PlanWords.Day(order.Commitment)}, {(said.Status == RiskStatus.Unanswered ? "no answer yet" : said.Status == RiskStatus.Red ? "red" : "amber")}",
                       IsLate: false, order.Commitment,
                       [new ExecuteAction("Update", "risk.form", new { p = plant.Id.Value, r = DataLine.Key(order.Order) }) { Tooltip = $"Update {DataLine.Short(order.Order, 30)}" }])];
    }

    /// <summary>What did not fit into its day. The person's own decisions stand in the list already.</summary>
    private async Task<DigestLine?> HeldAsync(CardSources cards, Reminder held, PersonKey person, CancellationToken ct)
    {
        if (held.For == person && held.Kind.StartsWith("decision-", StringComparison.Ordinal) && held.Slot == "owner") return null;
        if (plants.Find(held.Plant) is not { } plant || await cards.AskAsync(held.Plant, held.Card, ct) is not { } ask) return null;
        return new(plant.Name, CardText.Of($"{DataLine.Capital(ask.What, 160)}"), held.Reason is { Length: > 0 } why ? DataLine.Short(why, 80) : "", IsLate: false, null, ask.Button is { } button ? [button] : []);
    }
}
