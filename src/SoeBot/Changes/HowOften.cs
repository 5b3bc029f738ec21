using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Changes;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Teams.Cards;

namespace SoeBot.Changes;

/// <summary>"reschedules", "reschedules 63216", "requests by person": how often the schedule moves, and who asks for it.</summary>
internal sealed partial class HowOften(PlanStore plans, ChangeStore changes, PeopleStore people, PlantProfiles plants, PlantClock clock) : ISlice
{
    private const int RequestWeeks = 13;

    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(RescheduleCard.Source, (request, ct) => MovesAsync(request.Plant, request.About, ct));
        registry.Cards.Add(RequestersCard.Source, (request, ct) => RequestersAsync(request.Plant, ct));
        registry.Commands.Add("change.reschedules", Reschedules(), "reschedules", (turn, words, _) => Task.FromResult(turn.Answer(new CardRef(RescheduleCard.Source, words.Groups["order"].Value))));
        registry.Commands.Add("change.requesters", Requesters(), "requests by person", (turn, _, _) => Task.FromResult(turn.Answer(new CardRef(RequestersCard.Source, ""))));
    }

    private async Task<Card?> MovesAsync(PlantId id, string typed, CancellationToken ct)
    {
        var plant = plants.Get(id);
        var today = plant.Calendar.DayOf(clock.Now(id));
        string? order = null;
        if (typed.Length > 0)
        {
            var found = await plans.CurrentAsync(id, ct) is { } version ? await plans.FindOrdersAsync(id, version.Number, typed, 2, ct) : [];
            if (found.Count != 1 && !found.Any(one => string.Equals(one, typed, StringComparison.OrdinalIgnoreCase))) return SayCard.Draw($"Which order? I find {(found.Count == 0 ? "none" : "several")} that end{(found.Count == 0 ? "s" : "")} like this.");
            order = found[0];
        }
        var from = plant.Calendar.WeekOf(today).Plus(1 - RescheduleCard.Weeks).Start;
        return RescheduleCard.Draw(new(plant, order, from, today, Rescheduling.Of(await plans.MovesAsync(id, from, order, plant.Calendar, ct), plant.Calendar, today, RescheduleCard.Weeks)));
    }

    private async Task<Card?> RequestersAsync(PlantId id, CancellationToken ct)
    {
        var plant = plants.Get(id);
        var today = plant.Calendar.DayOf(clock.Now(id));
        var from = plant.Calendar.WeekOf(today).Plus(1 - RequestWeeks).Start;
        var since = plant.Calendar.At(from, TimeOnly.MinValue);
        // One that was drafted earlier may have been sent within the window.
        var counts = RequesterCount.Of(await changes.SinceAsync(id, since - ChangeRules.DraftsLive, ct), since);
        var names = await people.NamesAsync([.. counts.Select(one => one.By)], ct);
        return RequestersCard.Draw(new(plant, from, today, [.. counts.Select(one => (names.TryGetValue(one.By, out var person) && person.Name.Length > 0 ? person.Name : "somebody without a name", one))]));
    }

    [GeneratedRegex(@"^\W*(?:reschedul(?:es|ing|ings)|moves|how\s+often\s+(?:was\s+it\s+)?moved)(?:\s+(?:of\s+|for\s+)?(?:order\s+)?(?<order>[\w-]*\d[\w-]{2,39}))?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Reschedules();

    [GeneratedRegex(@"^\W*(?:(?:change\s+)?requests|changes)\s+by\s+(?:person|people|requester|asker)\W*$|^\W*who\s+asks\s+(?:the\s+)?most\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Requesters();
}
