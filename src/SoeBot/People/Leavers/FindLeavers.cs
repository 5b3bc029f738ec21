using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Plants;

namespace SoeBot.People.Leavers;

/// <summary>
/// Once a day: who is gone, from the team or the directory. Their open items fall to the deputy, else the lead, at once, so that nothing is without
/// its chase; the lead is asked whose they shall be.
/// </summary>
internal sealed class FindLeavers(DepartureStore departures, AbsenceStore absences, WhoIsThere there, PeopleStore people)
{
    public const string Kind = "directory-check";

    /// <summary>Before the day's first reminders.</summary>
    private static readonly TimeOnly At = new(5, 30);

    public void Register(OccurrenceKinds kinds) => kinds.Add(Kind, Derive, CheckAsync);

    private static Task<IReadOnlyList<Occurrence>> Derive(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var found = new List<Occurrence>();
        for (var day = plant.Calendar.DayOf(from); day <= plant.Calendar.DayOf(until); day = day.AddDays(1))
            found.Add(new Occurrence(plant.Id, Kind, $"{day:yyyy-MM-dd}", plant.Calendar.At(day, At)));
        return Task.FromResult<IReadOnlyList<Occurrence>>(found);
    }

    public async Task<Effect?> CheckAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var today = plant.Calendar.DayOf(now);
        var noted = (await departures.AllAsync(plant.Id, ct)).ToDictionary(departure => departure.Person);
        var presence = await there.AskAsync(plant.Id, [.. (await departures.CountedOnAsync(plant.Id, today, ct)).Union(noted.Keys)], ct);
        foreach (var back in noted.Values.Where(one => presence.There.Contains(one.Person)))
            await departures.ReturnAsync(plant.Id, back.Person, new() { Audit = [new(plant.Id, now, null, "person.returned", back.Person.ObjectId)] }, ct);
        foreach (var (person, reason) in presence.Gone.Where(one => !noted.ContainsKey(one.Key)).OrderBy(one => one.Key.ToString(), StringComparer.Ordinal))
            await DepartAsync(plant, person, reason, [.. presence.Gone.Keys], now, today, ct);
        // Written last: a check that died before is one that did not happen, and finds the same people again.
        return presence.Members is { } members ? new Effect { Notes = [new PlantNote(plant.Id, WhoIsThere.Note, WhoIsThere.Write(members))] } : null;
    }

    private async Task DepartAsync(PlantProfile plant, PersonKey person, DepartureReason reason, IReadOnlyCollection<PersonKey> gone, DateTimeOffset now, DateOnly today, CancellationToken ct)
    {
        var staff = await absences.StaffingAsync(plant.Id, today, ct);
        staff = new Staffing(staff.Holders, staff.Deputies, await absences.FromAsync(plant.Id, today, ct), [.. gone, .. (await departures.AllAsync(plant.Id, ct)).Select(one => one.Person)]);
        var heir = staff.ActsFor(person, today) is { Reason: not StandInReason.Nobody } acts ? acts.Person : (PersonKey?)null;
        var name = await people.FindAsync(person, ct) is { Name.Length: > 0 } known ? known.Name : "Somebody";
        var asked = Asked(staff, today);
        await departures.DepartAsync(new(plant.Id, person, reason, now, heir), $"{LeaverWords.Of(name, reason)}, inherited", left => new Effect
        {
            Audit =
            [
                new(plant.Id, now, null, "person.gone", person.ObjectId, $"{reason}; heir {heir?.ObjectId ?? "none"}"),
                .. left.Decisions.Select(decision => new AuditLine(plant.Id, now, null, "decision.inherit", decision.Name, $"from {person.ObjectId} to {heir?.ObjectId ?? "nobody"}", decision.PlanVersion)),
                .. left.Orders.Select(order => new AuditLine(plant.Id, now, null, "risk.inherit", order.Order, $"from {person.ObjectId} to {heir?.ObjectId ?? "nobody"}")),
            ],
            Messages = left.Count == 0 && !staff.RolesOf(person).Any() ? [] :
            [
                .. asked.Select(lead => Message(plant.Id, lead, LeaverCard.Source, person, now) with { TrackAs = LeaverCard.Track(plant.Id, person) }),
                .. heir is { } to && left.Count > 0 && !asked.Contains(to) ? [Message(plant.Id, to, LeaverCard.ForHeir, person, now)] : Array.Empty<NewMessage>(),
            ],
        }, ct);
    }

    /// <summary>The lead; where nobody leads, who answers for the plant, else who administers.</summary>
    private static IReadOnlyList<PersonKey> Asked(Staffing staff, DateOnly today) =>
        ((Role[])[Role.Lead, Role.PlantManager, Role.Administrator]).Select(role => staff.Acting(role, today)).FirstOrDefault(found => found.Count > 0) ?? [];

    /// <param name="now">Of the departure: somebody may leave, come back and leave again.</param>
    public static NewMessage Message(PlantId plant, PersonKey to, string card, PersonKey person, DateTimeOffset now) => new()
    {
        Plant = plant, Key = $"{card}:{person.ObjectId}:{now.UtcTicks}:{to.ObjectId}", Kind = MessageKind.Record, Target = new MessageTarget.Person(to), Card = new CardRef(card, $"{person}|{to}"),
    };
}
