using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Audit;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Exceptions;

/// <summary>The daily page of exceptions, who has seen it, and the words that ask for it.</summary>
internal sealed partial class ExceptionsSlice(
    PlanStore plans, AuditStore audit, OutboxStore outbox, PeopleStore people, PlantProfiles plants, PlantClock clock) : ISlice
{
    private const string NoPlan = "There is no plan yet, so nothing can be compared with it.";

    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(ExceptionsCard.Source, (request, ct) => DrawAsync(request.Plant, request.About, null, ct));
        registry.Commands.Add("exceptions.show", Line(), "exceptions", (turn, _, ct) => AnswerAsync(turn, "", ct));
        registry.Commands.Add("exceptions.repeats", RepeatsLine(), "repeats", (turn, _, ct) => AnswerAsync(turn, "repeats:0", ct));
        registry.Presses.OnReading(ExceptionVerbs.Show, ShowAsync);
        registry.Presses.On(ExceptionVerbs.Seen, SeenAsync);
    }

    private async Task<Effect> AnswerAsync(Turn turn, string about, CancellationToken ct) =>
        turn.Answer(await plans.CurrentAsync(turn.Plant, ct) is null ? SayCard.Of(NoPlan) : new CardRef(ExceptionsCard.Source, about));

    private async Task<PressAnswer> ShowAsync(Press press, CancellationToken ct) =>
        await DrawAsync(press.Plant, press.Input.Text("r") ?? "", press.Input.Whole("v"), ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say(NoPlan);

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
        if (await plans.CurrentAsync(id, ct) is not { } version || await plans.ExceptionsAsync(id, version.Number, ct) is not { } open) return null;
        var plant = plants.Get(id);
        var now = clock.Now(id);
        var day = Key(plant.Calendar.DayOf(now));
        var view = new ExceptionsView(
            id.Value, plant.Name, day, open, version.Tables.Count, plant.Calendar.Local(version.DataAt).ToString("HH:mm", CultureInfo.InvariantCulture),
            await SeenByAsync(plant, day, ct), DataLine.Of(version, await plans.LastRefusedAsync(id, ct), plant.Calendar, now), pressed < version.Number ? pressed : null);
        return ExceptionPage.Parse(about) is { } page ? ExceptionsCard.DrawPage(view, page) : ExceptionsCard.Draw(view);
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

    [GeneratedRegex(@"^\W*(?:(?:show|please|the|me|all)\s+)*(?:repeats?|repeating(?:\s+exceptions)?|process\s+problems?|repetidas|wiederholungen|r[eé]p[eé]titions|powt[oó]rki)(?:\s+please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex RepeatsLine();
}
