using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Risks;
using SoeBot.Teams.Cards;

namespace SoeBot.People.Absences;

/// <summary>One summary to who was away, on the first working day back: what happened to their decisions and orders meanwhile.</summary>
internal sealed class WelcomeBack(AbsenceStore absences, PeopleStore people, DecisionStore decisions, AtRiskStore risks, PlantProfiles plants, PlantClock clock)
{
    public const string Kind = "absence-ended";
    public const string Source = "absence-summary";

    public async Task<Effect?> SendAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (!Guid.TryParse(occurrence.Key.AsSpan(occurrence.Key.IndexOf(':', StringComparison.Ordinal) + 1), out var id) || await absences.FindAsync(id, ct) is not { BackOn: null } absence) return null;
        // Away on, by another entry: that one ends with a summary of both.
        if ((await absences.StaffingAsync(plant.Id, plant.Calendar.DayOf(now), ct)).IsAway(absence.Person, plant.Calendar.DayOf(now))) return null;
        return new Effect
        {
            Messages = [new() { Plant = plant.Id, Key = $"{Source}:back:{id:N}:{absence.Person.ObjectId}", Target = new MessageTarget.Person(absence.Person), Card = new(Source, $"{id:N}"), Kind = MessageKind.Reminder }],
        };
    }

    public async Task<Card?> DrawAsync(CardRequest request, CancellationToken ct)
    {
        if (!Guid.TryParse(request.About, out var id) || await absences.FindAsync(id, ct) is not { } absence || plants.Find(absence.Plant) is not { } plant) return null;
        var since = await SinceAsync(absence, plant, ct);
        var (from, today) = (plant.Calendar.At(since, TimeOnly.MinValue), plant.Calendar.DayOf(clock.Now(plant.Id)));
        var mine = (await decisions.SinceAsync(plant.Id, from, ct)).Where(decision => decision.Owner == absence.Person).ToList();
        var orders = await risks.OfOwnerAsync(plant.Id, absence.Person, ct);
        var said = mine.SelectMany(decision => decision.Events.Where(one => one.At >= from && one.By != absence.Person).Select(one => new Happened(decision.Name, decision.Text, one.At, one.By, Word(one.Kind))))
            .Concat(orders.SelectMany(order => order.Events.Where(one => one.At >= from && one.By != absence.Person).Select(one => new Happened(order.Order, one.Note ?? "", one.At, one.By, Word(one)))))
            .Where(one => one.Word.Length > 0).GroupBy(one => one.Name, StringComparer.Ordinal).Select(item => item.OrderBy(one => one.At).Last()).OrderByDescending(one => one.At).ToList();
        var names = await people.NamesAsync([.. said.Select(one => one.By).OfType<PersonKey>().Append(absence.Person).Concat(absence.Deputy is { } deputy ? [deputy] : Array.Empty<PersonKey>()).Distinct()], ct);
        return WelcomeBackCard.Draw(new(
            plant.Id.Value, plant.Name, Name(absence.Person) ?? "", AbsenceWords.Days(since, absence.HasDays ? absence.LastDay : since, today), absence.Deputy is { } who ? Name(who) : null,
            [.. said.Select(one => new BackItem(one.Name, one.Text, $"{one.Word}{(one.By is { } by && Name(by) is { } name ? $" by {name}" : "")}, {plant.Calendar.Local(one.At).ToString("ddd d MMM", System.Globalization.CultureInfo.InvariantCulture)}"))],
            mine.Count(decision => decision.IsOpen), mine.Count(decision => decision.IsOpen && decision.Due < today), orders.Count(order => order.IsListed)));

        string? Name(PersonKey person) => names.TryGetValue(person, out var known) && known.Name.Length > 0 ? known.Name : null;
    }

    private sealed record Happened(string Name, string Text, DateTimeOffset At, PersonKey? By, string Word);

    /// <summary>The first day of the absence, and of those that it went on from without a working day between.</summary>
    private async Task<DateOnly> SinceAsync(Absence absence, PlantProfile plant, CancellationToken ct)
    {
        var since = absence.From;
        var all = (await absences.FromAsync(plant.Id, since.AddYears(-1), ct)).Where(one => one.Person == absence.Person && one.Scope == AbsenceScope.All).ToList();
        while (all.Find(one => one.From < since && one.LastDay >= plant.Calendar.AddWorkingDays(since, -1)) is { } before) since = before.From;
        return since;
    }

    private static string Word(DecisionEventKind kind) => kind switch
    {
        DecisionEventKind.Recorded => "new for you",
        DecisionEventKind.GivenTo or DecisionEventKind.Inherited => "given to you",
        DecisionEventKind.Redated => "new date",
        DecisionEventKind.Done => "done",
        DecisionEventKind.Missed => "missed",
        DecisionEventKind.Dropped => "dropped",
        DecisionEventKind.Blocked => "blocked",
        DecisionEventKind.Corrected => "reworded",
        _ => "",
    };

    private static string Word(RiskEvent what) => what.Kind switch
    {
        RiskEventKind.Given or RiskEventKind.OwnerGone => "given to you",
        RiskEventKind.Answered => $"answered {(what.Status is { } status ? status.ToString().ToLowerInvariant() : "")}".TrimEnd(),
        RiskEventKind.Told => "customer told",
        RiskEventKind.Left => "left the list",
        RiskEventKind.Listed => "on the list",
        _ => "",
    };
}
