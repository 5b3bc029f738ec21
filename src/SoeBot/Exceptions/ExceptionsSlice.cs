using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Audit;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Store.Problems;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Exceptions;

/// <summary>The daily page of exceptions, who has seen it, and the words that ask for it.</summary>
internal sealed partial class ExceptionsSlice(
    PlanStore plans, AuditStore audit, OutboxStore outbox, PeopleStore people, CauseOwnerStore owners, OwnCause own, PersonFinder finder, PlantProfiles plants, PlantClock clock) : ISlice
{
    private const string NoPlan = "There is no plan yet, so nothing can be compared with it.";

    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(ExceptionsCard.Source, (request, ct) => DrawAsync(request.Plant, request.About, null, ct));
        registry.Commands.Add("exceptions.show", Line(), "exceptions", (turn, _, ct) => AnswerAsync(turn, "", ct));
        registry.Commands.Add("exceptions.repeats", RepeatsLine(), "repeats", (turn, _, ct) => AnswerAsync(turn, "repeats:0", ct));
        registry.Commands.Add("exceptions.weeks", WeeksLine(), "exceptions by week", (turn, _, ct) => AnswerAsync(turn, "weeks", ct));
        registry.Commands.Add("exceptions.cause", CauseLine(), "I take X-3", CauseTypedAsync);
        registry.Presses.On(ExceptionVerbs.Cause, CauseAsync);
        registry.Presses.OnReading(ExceptionVerbs.Show, ShowAsync);
        registry.Presses.On(ExceptionVerbs.Seen, SeenAsync);
    }

    private async Task<Effect> AnswerAsync(Turn turn, string about, CancellationToken ct) =>
        turn.Answer(await plans.CurrentAsync(turn.Plant, ct) is null ? SayCard.Of(NoPlan) : new CardRef(ExceptionsCard.Source, about));

    private async Task<PressAnswer> ShowAsync(Press press, CancellationToken ct) =>
        await DrawAsync(press.Plant, press.Input.Text("r") ?? "", press.Input.Whole("v"), ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say(NoPlan);

    private async Task<Effect> CauseTypedAsync(Turn turn, Match words, CancellationToken ct)
    {
        // A name makes it somebody else's; nobody named is the writer.
        var owner = words.Groups["who"].Success ? (await finder.NamedInAsync(turn, words.Groups["who"].Value, ct))?.Key : turn.By;
        if (owner is not { } person) return turn.Answer(SayCard.Of("I do not know whom you mean. Mention one person with @, who has written to me once."));
        if (!int.TryParse(words.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return turn.Refuse("I know no process problem of that number.");
        var result = await own.GiveAsync(turn.Plant, number, person, turn.By, turn.Now, takeOver: true, answer => turn.Answer(SayCard.Of(answer)), ct);
        return result.Committed ? Effect.None : turn.Refuse(result.Words);
    }

    private async Task<PressAnswer> CauseAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Whole("in_problem") is not { } number) return PressAnswer.Say("Choose a process problem and press again.");
        var day = Key(plants.Get(press.Plant).Calendar.DayOf(press.Now));
        var result = await own.GiveAsync(
            press.Plant, number, press.By, press.By, press.Now, takeOver: false,
            _ => new Effect { Messages = [press.Edit($"exceptions:{press.Plant}:{day}", new CardRef(ExceptionsCard.Source, ""), $"cause.{number}.{press.By.ObjectId}")] }, ct);
        if (!result.Committed) return PressAnswer.Say(result.Words);
        return await DrawAsync(press.Plant, "repeats:0", null, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say(result.Words);
    }

    /// <summary>The first press counts; a second one says when the first was.</summary>
    private async Task<PressAnswer> SeenAsync(Press press, CancellationToken ct)
    {
        var plant = plants.Get(press.Plant);
        var day = Key(plant.Calendar.DayOf(press.Now));
        var before = await audit.AboutAsync(press.Plant, About(day), ct);
        // A card of another day does not stand for today's page: it shows today's, and nothing is recorded.
        if (press.Input.Text("r") is { } drawn && drawn != day) return await ShowTodayAsync(press, ct);
        if (!before.Any(line => line.By == press.By && line.What == ExceptionVerbs.Seen))
            await outbox.AddAsync(
                new Effect
                {
                    Audit = [new AuditLine(press.Plant, press.Now, press.By, ExceptionVerbs.Seen, About(day), null, press.Input.Whole("v"))],
                    Messages = [press.Edit($"exceptions:{press.Plant}:{day}", new CardRef(ExceptionsCard.Source, ""), $"seen.{press.By.ObjectId}")],
                }, ct);
        return await ShowTodayAsync(press, ct);
    }

    private async Task<PressAnswer> ShowTodayAsync(Press press, CancellationToken ct) =>
        await DrawAsync(press.Plant, "", press.Input.Whole("v"), ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say(NoPlan);

    private async Task<Card?> DrawAsync(PlantId id, string about, int? pressed, CancellationToken ct)
    {
        if (await plans.InUseAsync(id, ct) is not { Version: { } version, Findings: { } findings }) return null;
        var plant = plants.Get(id);
        var now = clock.Now(id);
        var day = Key(plant.Calendar.DayOf(now));
        var view = new ExceptionsView(
            id.Value, plant.Name, day, findings.Exceptions, version.Tables.Count, plant.Calendar.Local(version.DataAt).ToString("HH:mm", CultureInfo.InvariantCulture),
            await SeenByAsync(plant, day, ct), DataLine.Of(version, await plans.LastRefusedAsync(id, ct), plant.Calendar, now), pressed < version.Number ? pressed : null)
        {
            LastWeek = findings.ExceptionWeeks.FirstOrDefault(week => week.Week == plant.Calendar.WeekOf(version.DataAt).Previous)?.OpenAtEnd,
            Problems = await ProblemsAsync(id, findings, ct), Flags = [.. findings.Flags.Where(flag => flag.FiredIn is not null)], Weeks = findings.ExceptionWeeks,
        };
        if (about == "weeks") return WeeksCard.Draw(view);
        return ExceptionPage.Parse(about) is { } page ? ExceptionsCard.DrawPage(view, page) : ExceptionsCard.Draw(view);
    }

    private async Task<IReadOnlyList<ProblemLine>> ProblemsAsync(PlantId id, PlanFindings findings, CancellationToken ct)
    {
        if (findings.Problems.Count == 0) return [];
        var held = (await owners.OfAsync(id, [.. findings.Problems.Select(problem => problem.Number)], ct)).ToDictionary(owner => owner.Problem, owner => owner.Owner);
        var names = await people.NamesAsync([.. held.Values.OfType<PersonKey>().Distinct()], ct);
        return [.. findings.Problems.Select(problem => new ProblemLine(problem,
            held.GetValueOrDefault(problem.Number) is { } owner ? names.TryGetValue(owner, out var person) && person.Name.Length > 0 ? person.Name : "somebody" : null))];
    }

    private async Task<IReadOnlyList<string>> SeenByAsync(PlantProfile plant, string day, CancellationToken ct)
    {
        var lines = (await audit.AboutAsync(plant.Id, About(day), ct)).Where(line => line is { What: ExceptionVerbs.Seen, By: not null }).DistinctBy(line => line.By).ToList();
        var names = await people.NamesAsync([.. lines.Select(line => line.By!.Value)], ct);
        return [.. lines.Select(line => $"Seen by {(names.TryGetValue(line.By!.Value, out var person) && person.Name.Length > 0 ? person.Name : "somebody")} {plant.Calendar.Local(line.At).ToString("HH:mm", CultureInfo.InvariantCulture)}")];
    }

    private static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string About(string day) => $"exceptions {day}";

    [GeneratedRegex(@"^\W*(?:(?:show|please|the|me|all)\s+)*(?:exceptions?|yesterday(?:'s\s+page)?|excepciones|abweichungen|[eé]carts|odchylenia)(?:\s+please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Line();

    [GeneratedRegex(@"^\W*(?:(?:show|please|the|me|all)\s+)*(?:exceptions?\s+(?:by|of\s+the|over\s+the)\s+weeks?|trend|pareto)(?:\s+please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex WeeksLine();

    [GeneratedRegex(@"^\W*(?:(?:i(?:['\u2019]ll|\s+will|\s+can)?\s+)?take\s+x-?(?<number>\d{1,6})|x-?(?<number>\d{1,6})\s+(?:is\s+mine|mine|me)|x-?(?<number>\d{1,6})\s+(?:owner|cause)\s*:?\s+(?<who>\S.*?))\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex CauseLine();

    [GeneratedRegex(@"^\W*(?:(?:show|please|the|me|all)\s+)*(?:repeats?|repeating(?:\s+exceptions)?|process\s+problems?|repetidas|wiederholungen|r[eé]p[eé]titions|powt[oó]rki)(?:\s+please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex RepeatsLine();
}
