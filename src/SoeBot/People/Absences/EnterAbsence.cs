using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Teams.Routing;
using SoeBot.Words;

namespace SoeBot.People.Absences;

/// <summary>"away 13-17 Jan, Petra covers" fills the form; Save enters it for every plant of the person, with audit, deputy and summary in one transaction.</summary>
internal sealed class EnterAbsence(AbsenceStore absences, PeopleStore people, PersonFinder finder, Rights rights, PlantProfiles plants, AbsenceCards cards)
{
    private const int LongestDays = 366;

    public async Task<Effect> FillFormAsync(Turn turn, Match words, CancellationToken ct)
    {
        var calendar = plants.Get(turn.Plant).Calendar;
        var person = turn.By;
        if (words.Groups["who"] is { Success: true, Value: var named })
        {
            if (await NamedAsync(turn, named, ct) is not { } other) return turn.Answer(SayCard.Of($"I do not know whom you mean by {named.Trim()}. Mention one person with @."));
            if (other.Key != turn.By && !await MayForOthersAsync(turn.Plant, turn.By, ct)) return AskHolder.Refuse(turn, Role.Lead, await WhoMayAsync(turn.Plant, ct));
            person = other.Key;
        }
        var line = AbsenceLine.Read(words.Groups["rest"].Value, calendar.DayOf(turn.Now), calendar);
        var deputy = line.Deputy is { } who ? await NamedAsync(turn, who, ct) : null;
        var draft = new AbsenceDraft(
            Guid.CreateVersion7(turn.Now), person.ToString(), line.Days?.First, line.Days?.Last, deputy?.Key.ToString(), line.Scope,
            line.Deputy is { } unknown && deputy is null ? $"I do not know whom you mean by {unknown}. Choose one person." : null);
        return turn.Answer() with { Messages = [turn.ToConversation(new(AbsenceFormCard.Source, draft.ToJson()), $"in:{turn.InboxId}:0", trackAs: draft.TrackAs)] };
    }

    public async Task<PressAnswer> SaveAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Guid("r") is not { } id || press.Input.Text("w") is not { } who || await people.FindAsync(PersonKey.Of(press.Tenant, who), ct) is not { } person)
            return PressAnswer.Say("I do not know this form any more. Type away with the days.");
        var administers = await rights.HasAsync(press.Plant, press.By, Role.Administrator, ct);
        if (person.Key != press.By && !administers && !await MayForOthersAsync(press.Plant, press.By, ct)) return PressAnswer.Say(await WhoMayAsync(press.Plant, ct));
        var plant = plants.Get(press.Plant);
        var today = plant.Calendar.DayOf(press.Now);
        var problems = new Dictionary<string, string>();
        var deputy = press.Input.Text("in_deputy") is { } picked ? await finder.PickedAsync(press, picked, ct) : null;
        var (from, until) = (press.Input.Day("in_from"), press.Input.Day("in_until"));
        var draft = new AbsenceDraft(id, person.Key.ToString(), from, until, deputy?.Key.ToString(), press.Input.Text("in_scope") == "approvals" ? AbsenceScope.Approvals : AbsenceScope.All);
        if (from is null) problems["in_from"] = "Choose the first day.";
        if (until is null) problems["in_until"] = "Choose the last day.";
        else if (until < today) problems["in_until"] = $"{DayWords.Of(until, today)} is past.";
        else if (until < from) problems["in_until"] = "The last day is before the first one.";
        else if (until.Value.DayNumber - from?.DayNumber > LongestDays) problems["in_until"] = "That is more than a year. Enter a shorter time.";
        if (press.Input.Has("in_deputy") && deputy is null) problems["in_deputy"] = "I do not know this person. Choose somebody of the plant.";
        else if (deputy?.Key == person.Key) problems["in_deputy"] = "Nobody covers for themselves. Choose another person.";
        else if (deputy is { IsGuest: true }) problems["in_deputy"] = $"{deputy.Name} is a guest. Choose somebody of your own organisation.";
        if (problems.Count > 0) return PressAnswer.Show(await cards.FormAsync(press.Plant, draft, problems, ct));

        var days = new DayRange(from!.Value, until!.Value);
        var where = (await people.PlantsOfAsync(person.Key, ct)).Where(one => plants.Find(one) is not null).Append(press.Plant).Distinct().ToList();
        var result = await absences.EnterAsync(
            [.. where.Select(one => new NewAbsence(one == press.Plant ? id : Guid.CreateVersion7(press.Now), one, person.Key, days, deputy?.Key, draft.Scope, press.By, person.Key == press.By || administers))],
            press.Now, entered => new Effect
            {
                Audit = [.. entered.Select(one => new AuditLine(one.Plant, press.Now, press.By, AbsenceVerbs.Enter, one.Person.ObjectId, $"{one.From:yyyy-MM-dd} to {one.Until:yyyy-MM-dd}; deputy {one.Deputy?.ObjectId ?? "none"}; {one.Scope}"))],
                Messages = [.. entered.SelectMany(Told), press.Edit(draft.TrackAs, new(AbsenceCard.Receipt, $"{id:N}"), "saved")],
                Occurrences = [.. entered.Where(one => one.Scope == AbsenceScope.All).Select(one => Return(one, plants.Get(one.Plant)))],
            }, ct);
        if (result.DeputyAway is { } away)
        {
            problems["in_deputy"] = $"{deputy!.Name} is away on the {AbsenceLine.Ordinal(away)} as well. Choose another for that day.";
            return PressAnswer.Show(await cards.FormAsync(press.Plant, draft, problems, ct));
        }
        return await cards.ReceiptAsync(id, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say("Saved.");
    }

    /// <summary>Asked when it ends: the morning of the first working day after.</summary>
    public static Occurrence Return(Absence absence, PlantProfile plant) =>
        new(absence.Plant, WelcomeBack.Kind, Key(absence.Id), plant.Calendar.At(plant.Calendar.WorkingDayFrom(absence.LastDay.AddDays(1)), DecisionChase.At));

    public static string Key(Guid absence) => $"absence:{absence:N}";

    public async Task<bool> MayForOthersAsync(PlantId plant, PersonKey by, CancellationToken ct) =>
        await rights.HasAsync(plant, by, Role.Lead, ct) || await rights.HasAsync(plant, by, Role.Administrator, ct);

    public async Task<string> WhoMayAsync(PlantId plant, CancellationToken ct) =>
        $"For somebody else an absence is entered by {string.Join(" or ", (await finder.NamesAsync(plant, Role.Lead, ct)).Concat(await finder.NamesAsync(plant, Role.Administrator, ct)).Distinct())}.";

    /// <summary>The person a part of the line means: of several mentioned ones the one whose name stands in it.</summary>
    public Task<Person?> NamedAsync(Turn turn, string part, CancellationToken ct) =>
        finder.NamedInAsync(turn with { Mentioned = [.. turn.Mentioned.Where(one => one.Name.Length > 0 && part.Contains(one.Name, StringComparison.OrdinalIgnoreCase))] }, part, ct);

    /// <summary>The deputy sees what is open; who is away hears what somebody else entered.</summary>
    private static IEnumerable<NewMessage> Told(Absence absence)
    {
        if (absence.Deputy is { } deputy)
            yield return To(deputy, AbsenceCard.ForDeputy, absence, MessageKind.Record);
        if (absence.Person != absence.EnteredBy)
            yield return To(absence.Person, AbsenceCard.Receipt, absence, MessageKind.Record) with { TrackAs = AbsenceDraft.Track(absence.Id) };
    }

    private static NewMessage To(PersonKey person, string card, Absence absence, MessageKind kind) => new()
    {
        Plant = absence.Plant, Key = $"{card}:{absence.Id:N}:{person.ObjectId}", Target = new MessageTarget.Person(person), Card = new(card, $"{absence.Id:N}"), Kind = kind,
    };
}
