using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Metrics;

/// <summary>The three numbers of the week, and the words that ask for them.</summary>
internal sealed partial class NumbersSlice(PlanStore plans, PlantProfiles plants, PlantClock clock) : ISlice
{
    private const string NoPlan = "There is no plan yet: no plan, no number.";

    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(NumbersCard.Source, (request, ct) => DrawAsync(request.Plant, ct));
        registry.Commands.Add("numbers.show", Line(), "numbers", AnswerAsync);
        registry.Presses.OnReading(NumberVerbs.Show, (press, ct) => ShowAsync(registry.Cards, press, ct));
    }

    private async Task<Effect> AnswerAsync(Turn turn, Match words, CancellationToken ct) =>
        turn.Answer(await plans.CurrentAsync(turn.Plant, ct) is null ? SayCard.Of(NoPlan) : new CardRef(NumbersCard.Source, ""));

    private async Task<PressAnswer> ShowAsync(CardSources cards, Press press, CancellationToken ct)
    {
        var other = press.Input.Text("r") == "exceptions" ? new CardRef("exceptions", "") : new CardRef(NumbersCard.Source, "");
        return await cards.DrawAsync(press.Plant, other, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say(NoPlan);
    }

    private async Task<Card?> DrawAsync(PlantId id, CancellationToken ct)
    {
        if (await plans.CurrentAsync(id, ct) is not { } version || await plans.WeeksAsync(id, version.Number, ct) is not { } weeks) return null;
        var plant = plants.Get(id);
        var open = await plans.ExceptionsAsync(id, version.Number, ct) ?? [];
        return NumbersCard.Draw(new NumbersView(
            id.Value, plant.Name, [.. weeks.OrderByDescending(week => week.Week.Start).Take(13)], open.Count, await LastWeekAsync(plant, version, ct),
            open.Count(found => found.Category == ExceptionCategory.UnapprovedChange), open.Count(found => found.Category == ExceptionCategory.LateSupply),
            [.. open.Where(found => found.IsProcessProblem).Select(found => found.Object)],
            DataLine.Of(version, await plans.LastRefusedAsync(id, ct), plant.Calendar, clock.Now(id))));
    }

    /// <summary>Open at the end of the week before, as the version frozen after it saw it (R44, R59); null when nothing was frozen.</summary>
    private async Task<int?> LastWeekAsync(PlantProfile plant, PlanVersion version, CancellationToken ct)
    {
        var week = plant.Calendar.WeekOf(version.DataAt);
        var frozen = (await plans.BaselinesAsync(plant.Id, week.Previous.Start, ct)).LastOrDefault(baseline => baseline.Version < version.Number);
        return frozen is null ? null : (await plans.ExceptionsAsync(plant.Id, frozen.Version, ct))?.Count;
    }

    [GeneratedRegex(@"^\W*(?:(?:show|please|the|me|our|three)\s+)*(?:board|numbers?|metrics|attainment|tablero|zahlen|tableau|tablica)(?:\s+please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Line();
}
