using SoeBot.Cards;
using SoeBot.Domain.Risk;
using SoeBot.Presses;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Routing;

namespace SoeBot.Risk;

/// <summary>The orders at risk: the top ten, their owners, what the owners say.</summary>
internal sealed class RiskSlice(
    RiskCards cards, RiskCommands commands, AnswerRisk answers, OwnOrders own, OverrideList overrides, OverrideCommands overrideLines, TellCustomer tell, ReachCustomer reach,
    RemindRisk remind, DecidePromise promise) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        cards.Register(registry.Cards);
        // Before the others: a reason may hold any word.
        overrideLines.Register(registry.Commands);
        commands.Register(registry.Commands);
        tell.Register(registry);
        remind.Register(registry);
        promise.Register(registry);
        var presses = registry.Presses;
        presses.On(RiskVerbs.List, ListAsync);
        presses.On(RiskVerbs.Take, (press, ct) => TakeAsync(registry.Cards, press, ct));
        presses.On(RiskVerbs.Update, async (press, ct) => await LeftAsync(press, ct) ?? await answers.OfferFormAsync(press, Chosen(press), ct));
        presses.On(RiskVerbs.Why, (press, ct) => WhyAsync(registry.Cards, press, ct));
        presses.On(RiskVerbs.Form, (press, ct) => answers.OfferFormAsync(press, press.Input.Text("r"), ct));
        presses.On(RiskVerbs.Save, (press, ct) => answers.SaveAsync(press, RiskVerbs.Save, ct));
        presses.On(RiskVerbs.Yes, (press, ct) => answers.SaveAsync(press, RiskVerbs.Yes, ct));
        presses.On(RiskVerbs.NotMine, own.NotMineAsync);
        presses.On(RiskVerbs.Give, own.HandOverAsync);
        presses.On(RiskVerbs.Told, answers.ToldAsync);
        presses.On(RiskVerbs.CannotReach, reach.CannotReachAsync);
        presses.On(RiskVerbs.ChangeText, reach.ChangeTextAsync);
        presses.On(RiskVerbs.PutOn, (press, ct) => overrides.PressAsync(press, RiskOverride.On, RiskVerbs.PutOn, registry.Cards, ct));
        presses.On(RiskVerbs.TakeOff, (press, ct) => overrides.PressAsync(press, RiskOverride.Off, RiskVerbs.TakeOff, registry.Cards, ct));
        presses.On(RiskVerbs.Rank, (press, ct) => overrides.PressAsync(press, RiskOverride.None, RiskVerbs.Rank, registry.Cards, ct));
    }

    /// <summary>A row names its order; the buttons below the list mean the chosen one.</summary>
    private static string? Chosen(Press press) => press.Input.Text("r") ?? press.Input.Text("in_order");

    private async Task<PressAnswer> ListAsync(Press press, CancellationToken ct) =>
        await cards.TopTenAsync(press.Plant, TopTenPage.Parse(press.Input.Text("r")), press.Input.Whole("v"), ct) is { } card
            ? PressAnswer.Show(card)
            : PressAnswer.Say("There is no plan yet.");

    /// <summary>Pressed on the order's own card, that card answers; on the list, the list.</summary>
    private async Task<PressAnswer> TakeAsync(CardSources sources, Press press, CancellationToken ct) =>
        await LeftAsync(press, ct) ?? await own.TakeAsync(press, Chosen(press), () => sources.DrawAsync(press.Plant, press.Input.Text("r") is { } order ? new CardRef("order", order) : new CardRef(TopTenCard.Source, ""), ct), ct);

    private async Task<PressAnswer> WhyAsync(CardSources sources, Press press, CancellationToken ct) =>
        await LeftAsync(press, ct) ?? (Chosen(press) is { } order && await sources.DrawAsync(press.Plant, new CardRef("order-why", order), ct) is { } card
            ? PressAnswer.Show(card)
            : PressAnswer.Say("Choose an order of the list."));

    /// <summary>The answer to a press on an old card whose order has left the list since; null otherwise.</summary>
    private async Task<PressAnswer?> LeftAsync(Press press, CancellationToken ct) =>
        Chosen(press) is { } order && await cards.LeftAsync(press.Plant, order, ct) is { } words ? PressAnswer.Say(words) : null;
}
