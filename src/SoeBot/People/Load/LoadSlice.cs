using System.Text.Json;
using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Plants;
using SoeBot.Store.Risks;
using SoeBot.Teams.Cards;

namespace SoeBot.People.Load;

/// <summary>An owner with more than one person can answer for is told to the lead: once, and again only after it was less.</summary>
internal sealed class LoadSlice(DecisionStore decisions, AtRiskStore risks, AbsenceStore absences, PeopleStore people, PlantStore notes, PlantProfiles plants, PlantClock clock) : ISlice
{
    public const string Kind = "owner-load", Source = "owner-load";

    /// <summary>Object ids of those whom the lead was told of, as a note of the plant.</summary>
    private const string Note = "owner-load";
    private static readonly TimeOnly At = new(8, 0);

    public void Register(SliceRegistry registry)
    {
        registry.Occurrences.Add(Kind, Derive, TellAsync);
        registry.Cards.Add(Source, DrawAsync);
    }

    private static Task<IReadOnlyList<Occurrence>> Derive(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var found = new List<Occurrence>();
        for (var day = plant.Calendar.DayOf(from); day <= plant.Calendar.DayOf(until); day = day.AddDays(1))
            if (plant.Calendar.IsWorkingDay(day)) found.Add(new Occurrence(plant.Id, Kind, $"{day:yyyy-MM-dd}", plant.Calendar.At(day, At)));
        return Task.FromResult<IReadOnlyList<Occurrence>>(found);
    }

    private async Task<Effect?> TellAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var today = plant.Calendar.DayOf(now);
        var told = await notes.GetNoteAsync(plant.Id, Note, ct) is { } note ? JsonSerializer.Deserialize<string[]>(note) ?? [] : [];
        var over = (await LoadsAsync(plant.Id, ct)).Where(load => load.IsTooMuch).Select(load => load.Person).ToList();
        var leads = (await absences.StaffingAsync(plant.Id, today, ct)).Acting(Role.Lead, today);
        // Without a lead nobody was told; whoever leads later hears of it.
        var known = leads.Count > 0 ? over : [.. over.Where(person => told.Contains(person.ObjectId))];
        if (told.Order(StringComparer.Ordinal).SequenceEqual(known.Select(person => person.ObjectId).Order(StringComparer.Ordinal))) return null;
        return new Effect
        {
            Notes = [new PlantNote(plant.Id, Note, JsonSerializer.Serialize(known.Select(person => person.ObjectId)))],
            Messages = [.. from person in known.Where(person => !told.Contains(person.ObjectId)) from lead in leads select new NewMessage
            {
                Plant = plant.Id, Key = $"{Source}:{person.ObjectId}:{occurrence.Key}:{lead.ObjectId}", Kind = MessageKind.Reminder, Target = new MessageTarget.Person(lead), Card = new(Source, person.ToString()),
            }],
        };
    }

    /// <summary>Null once it is less: nothing is to be said then.</summary>
    private async Task<Card?> DrawAsync(CardRequest request, CancellationToken ct)
    {
        if (PersonKey.Parse(request.About) is not { } person || plants.Find(request.Plant) is not { } plant) return null;
        var load = (await LoadsAsync(plant.Id, ct)).FirstOrDefault(one => one.Person == person);
        if (!load.IsTooMuch) return null;
        var until = (await absences.StaffingAsync(plant.Id, plant.Calendar.DayOf(clock.Now(plant.Id)), ct)).AbsenceOf(person, plant.Calendar.DayOf(clock.Now(plant.Id)));
        return LoadCard.Draw(new(plant.Name, await people.FindAsync(person, ct) is { Name.Length: > 0 } known ? known.Name : "Somebody", load, until is not null));
    }

    private async Task<IReadOnlyList<OwnerLoad>> LoadsAsync(PlantId plant, CancellationToken ct)
    {
        var open = (await decisions.OpenAsync(plant, ct)).Select(decision => (Person: (PersonKey?)decision.Owner, Red: 0, Decisions: 1));
        var red = (await risks.ListedAsync(plant, ct)).Where(order => order.Status == RiskStatus.Red && order.Override != RiskOverride.Off).Select(order => (Person: order.Owner, Red: 1, Decisions: 0));
        return [.. open.Concat(red).Where(one => one.Person is not null).GroupBy(one => one.Person!.Value).Select(all => new OwnerLoad(all.Key, all.Sum(one => one.Red), all.Sum(one => one.Decisions)))];
    }
}
