using System.Globalization;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Changes;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Teams.Cards;

namespace SoeBot.Changes;

/// <summary>Loads what the card of violations shows, at the moment it is drawn.</summary>
internal sealed class ViolationCards(ViolationStore violations, ChangeStore changes, PeopleStore people, PlantProfiles plants, PlantClock clock)
{
    public void Register(CardSources sources, CommandList commands)
    {
        sources.Add(ViolationCard.Source, async (request, ct) => await DrawAsync(request.Plant, request.About, ct));
        commands.Add("violation.list", ChangeLines.Violations(), "violations", (turn, _, _) => Task.FromResult(turn.Answer() with
        {
            Messages = [turn.ToConversation(new CardRef(ViolationCard.Source, $"{WeekOf(turn.Plant).Start:yyyy-MM-dd}"), $"in:{turn.InboxId}:0", ViolationCard.Track(turn.Plant, WeekOf(turn.Plant).Start))],
        }));
    }

    private PlantWeek WeekOf(PlantId plant) => FenceRules.FrozenWeek(plants.Get(plant).Calendar.DayOf(clock.Now(plant)), plants.Get(plant).Calendar);

    private async Task<Card?> DrawAsync(PlantId id, string about, CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(about, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)) return null;
        var all = await violations.OfWeekAsync(id, new PlantWeek(start), ct);
        var filed = new Dictionary<Guid, Domain.Changes.ChangeRequest>();
        foreach (var request in all.Select(one => one.Request).OfType<Guid>().Distinct())
            if (await changes.FindAsync(new Domain.Changes.ChangeId(request), ct) is { } found) filed[request] = found;
        var names = await people.NamesAsync([.. all.Select(one => one.BroughtBy).OfType<Domain.People.PersonKey>().Distinct()], ct);
        var brought = all.Where(one => one.BroughtBy is { } by && names.ContainsKey(by)).ToDictionary(one => one.Id, one => names[one.BroughtBy!.Value].Name);
        return ViolationCard.Draw(new(plants.Get(id), new PlantWeek(start), all, filed, brought));
    }
}
