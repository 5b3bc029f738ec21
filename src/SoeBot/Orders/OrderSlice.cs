using System.Text.RegularExpressions;
using SoeBot.Words;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Planning;
using SoeBot.Presses;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Orders;

/// <summary>One order by its number, and why it is late.</summary>
internal sealed partial class OrderSlice(PlanStore plans, OrderCards cards, FindOrder find, OrderIndexes indexes, PlanNews news) : ISlice
{
    private const string NoPlan = "There is no plan yet, so there are no orders.";

    public void Register(SliceRegistry registry)
    {
        cards.Register(registry.Cards);
        find.Register(registry.Extensions);
        news.Hear(indexes.Warm);
        registry.Commands.Add("order.why", WhyLine(), "why 63216", (turn, words, ct) => AnswerAsync(turn, OrderWhyCard.Source, words, ct));
        registry.Commands.Add("order.history", HistoryLine(), "history 63216", (turn, words, ct) => AnswerAsync(turn, OrderHistoryCard.Source, words, ct));
        registry.Commands.Add("order.show", ShowLine(), "63216", (turn, words, ct) => AnswerAsync(turn, OrderCard.Source, words, ct));
        registry.Presses.OnReading(OrderVerbs.Show, (press, ct) => ShowAsync(press, OrderCard.Draw, ct));
        registry.Presses.OnReading(OrderVerbs.Why, (press, ct) => ShowAsync(press, OrderWhyCard.Draw, ct));
        registry.Presses.OnReading(OrderVerbs.History, (press, ct) => ShowAsync(press, OrderHistoryCard.Draw, ct));
        registry.Presses.OnReading(OrderVerbs.Form, (press, ct) => FormAsync(registry.Cards, press, ct));
    }

    private async Task<Effect> AnswerAsync(Turn turn, string card, Match words, CancellationToken ct) =>
        turn.Answer(await plans.CurrentAsync(turn.Plant, ct) is null ? SayCard.Of(NoPlan) : OrderCards.Of(card, words.Groups["order"].Value, alone: turn.Use == ConversationUse.Personal));

    private async Task<PressAnswer> ShowAsync(Press press, Func<OrderView, Card> draw, CancellationToken ct) =>
        press.Input.Text("r") is { Length: <= 60 } order && await cards.DrawAsync(press.Plant, new(order, press.Input.Whole("v"), IsAlone: !press.Conversation.StartsWith("19:", StringComparison.Ordinal)), draw, ct) is { } card
            ? PressAnswer.Show(card)
            : PressAnswer.Say(NoPlan);

    private static async Task<PressAnswer> FormAsync(CardSources sources, Press press, CancellationToken ct) =>
        press.Input.Text("r") is { Length: <= 60 } order && await sources.DrawAsync(press.Plant, new CardRef("risk-form", order), ct) is { } card
            ? PressAnswer.Show(card)
            : PressAnswer.Say("This order is not in the plan any more.");

    private const string Order = @"(?<order>" + OrderNumber.Pattern + ")";

    [GeneratedRegex(@"^\W*(?:why|wh?y\s+is|por\s+qu[eé]|warum|pourquoi|dlaczego)\s+(?:(?:is|order|ist|est|late|the)\s+)*" + Order + @"(?:\s+(?:late|so\s+late|at\s+risk|red))*\W*$|^\W*" + Order + @"\s+(?:why|warum|pourquoi|dlaczego|por\s+qu[eé])\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex WhyLine();

    [GeneratedRegex(@"^\W*(?:(?:show|please|the|me|order|status|of|what\s+about|how\s+is)\s+)*" + Order + @"(?:\s+(?:please|status))?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex ShowLine();

    [GeneratedRegex(@"^\W*(?:show\s+)?(?:history|historie|historia|historial|historique|verlauf)\s+(?:(?:of|von|de|for|order)\s+)*" + Order + @"\W*$|^\W*" + Order + @"\s+(?:history|verlauf|historia|historial|historique)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex HistoryLine();
}
