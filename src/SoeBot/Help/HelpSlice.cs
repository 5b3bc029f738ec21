using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Store.Risks;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Help;

/// <summary>What somebody owes, and what somebody can type.</summary>
internal sealed partial class HelpSlice(
    PlanStore plans, AtRiskStore risks, DecisionStore decisions, PeopleStore people, MyReminders reminders, PlantProfiles plants, PlantClock clock) : ISlice
{
    private const string AnyOrder = "63216";

    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(MyCard.Source, (request, ct) => MineAsync(request, ct));
        registry.Cards.Add(HelpCard.Source, (request, ct) => HelpAsync(request, ct));
        registry.Commands.Add("my.show", MyLine(), "my", (turn, _, _) => AnswerAsync(turn, MyCard.Source));
        registry.Commands.Add("help.show", HelpLine(), "help", (turn, _, _) => AnswerAsync(turn, HelpCard.Source));
        registry.Presses.OnReading(MyVerbs.Order, (press, ct) => press.Input.Text("r") is { Length: <= 60 } order
            ? ShowAsync(registry.Cards, press, new CardRef("risk-form", order), ct)
            : Task.FromResult(PressAnswer.Say("I do not find this order.")));
        registry.Presses.OnReading(MyVerbs.Try, (press, ct) => press.Input.Text("r") switch
        {
            MyCard.Source => ShowAsync(registry.Cards, press, new CardRef(MyCard.Source, press.By.ToString()), ct),
            "top-ten" => ShowAsync(registry.Cards, press, new CardRef("top-ten", ""), ct),
            _ => ShowAsync(registry.Cards, press, new CardRef("look-ahead", ""), ct),
        });
    }

    private static Task<Effect> AnswerAsync(Turn turn, string source) => Task.FromResult(turn.Answer(new CardRef(source, turn.By.ToString())));

    private static async Task<PressAnswer> ShowAsync(CardSources cards, Press press, CardRef card, CancellationToken ct) =>
        await cards.DrawAsync(press.Plant, card, ct) is { } drawn ? PressAnswer.Show(drawn) : PressAnswer.Say("There is nothing to show any more.");

    private async Task<Card?> MineAsync(CardRequest request, CancellationToken ct)
    {
        if (PersonKey.Parse(request.About) is not { } person) return null;
        var plant = plants.Get(request.Plant);
        var open = (await decisions.OpenOfAsync(person, ct)).Where(decision => decision.Plant == plant.Id).ToList();
        var owned = await risks.OfOwnerAsync(plant.Id, person, ct);
        var version = await plans.CurrentAsync(plant.Id, ct);
        var listed = (version is null ? null : await plans.AtRiskAsync(plant.Id, version.Number, ct))?.ToDictionary(order => order.Order, StringComparer.Ordinal) ?? [];
        var (wish, later) = await reminders.OfAsync(person, plant, clock.Now(plant.Id), ct);
        return MyCard.Draw(new MyView(
            plant.Id.Value, plant.Name, await NameAsync(person, ct), plant.Calendar.DayOf(clock.Now(plant.Id)),
            [.. from decision in open where decision.Due is not null select new MyDecision(decision.Number, decision.Text, decision.Due!.Value, decision.Status, decision.Version)],
            // What left the list is no debt any more.
            [.. owned.Where(order => listed.ContainsKey(order.Order)).Select(order => new MyOrder(order.Order, Words(listed[order.Order]), order.Status, order.ToldOn is null ? order.TellBy : null))]) { Wish = wish, Later = later });
    }

    private async Task<Card?> HelpAsync(CardRequest request, CancellationToken ct)
    {
        var plant = plants.Get(request.Plant);
        var person = PersonKey.Parse(request.About);
        var roles = (await people.RolesAsync(plant.Id, ct)).Where(holder => holder.Person == person).Select(holder => holder.Role).ToList();
        var version = await plans.CurrentAsync(plant.Id, ct);
        var first = version is null ? null : (await plans.AtRiskAsync(plant.Id, version.Number, ct)) is [{ } order, ..] ? order.Order : null;
        return HelpCard.Draw(new HelpView(plant.Id.Value, plant.Name, person is { } key ? await NameAsync(key, ct) : "", roles, first ?? AnyOrder));
    }

    private async Task<string> NameAsync(PersonKey person, CancellationToken ct) => (await people.FindAsync(person, ct))?.Name ?? "";

    private static string Words(RankedOrder order)
    {
        var late = order.Projected is not { } day ? "no date in sight"
            : order.IsLate ? $"projected {PlanWords.Count(day.DayNumber - order.Commitment.DayNumber, "day", "days")} late"
            : "projected in time";
        return $"{PlanWords.Quantity(order.OpenQuantity)} x {(order.ItemName.Length > 0 ? order.ItemName : order.Item)}, due {PlanWords.Day(order.Commitment)}, {late}";
    }

    [GeneratedRegex(@"^\W*(?:(?:show|please|me)\s+)*(?:my(?:\s+(?:orders|decisions|things|tasks|list))?|mine|what\s+do\s+i\s+owe|m[ií]os|meine|les\s+miens|moje)(?:\s+please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex MyLine();

    [GeneratedRegex(@"^\W*(?:help(?:\s+me)?|what\s+can\s+(?:you|i)\s+(?:do|type|ask)|ayuda|hilfe|aide|pomoc|h(?:i|ello|allo|ola)|\?)\W*$|^\s*\?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex HelpLine();
}
