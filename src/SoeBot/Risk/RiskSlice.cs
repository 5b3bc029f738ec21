using SoeBot.Cards;
using SoeBot.Presses;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Routing;

namespace SoeBot.Risk;

/// <summary>The orders at risk: the top ten, their owners, what the owners say.</summary>
internal sealed class RiskSlice(RiskCards cards, RiskCommands commands, AnswerRisk answers, OwnOrders own) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        cards.Register(registry.Cards);
        commands.Register(registry.Commands);
        var presses = registry.Presses;
        presses.On(RiskVerbs.List, ListAsync);
        presses.On(RiskVerbs.Take, (press, ct) => TakeAsync(registry.Cards, press, ct));
        presses.On(RiskVerbs.Update, (press, ct) => answers.OfferFormAsync(press, Chosen(press), ct));
        presses.On(RiskVerbs.Why, (press, ct) => WhyAsync(registry.Cards, press, ct));
        presses.On(RiskVerbs.Form, (press, ct) => answers.OfferFormAsync(press, press.Input.Text("r"), ct));
        presses.On(RiskVerbs.Save, (press, ct) => answers.SaveAsync(press, RiskVerbs.Save, ct));
        presses.On(RiskVerbs.Yes, (press, ct) => answers.SaveAsync(press, RiskVerbs.Yes, ct));
        presses.On(RiskVerbs.NotMine, own.NotMineAsync);
        presses.On(RiskVerbs.Give, own.HandOverAsync);
        presses.On(RiskVerbs.Told, answers.ToldAsync);
    }

    /// <summary>A row names its order; the buttons below the list mean the chosen one.</summary>
    private static string? Chosen(Press press) => press.Input.Text("r") ?? press.Input.Text("in_order");

    private async Task<PressAnswer> ListAsync(Press press, CancellationToken ct) =>
        await cards.TopTenAsync(press.Plant, TopTenPage.Parse(press.Input.Text("r")), press.Input.Whole("v"), ct) is { } card
            ? PressAnswer.Show(card)
            : PressAnswer.Say("There is no plan yet.");

    /// <summary>Pressed on the order's own card, that card answers; on the list, the list.</summary>
    private Task<PressAnswer> TakeAsync(CardSources sources, Press press, CancellationToken ct) =>
        own.TakeAsync(press, Chosen(press), () => sources.DrawAsync(press.Plant, press.Input.Text("r") is { } order ? new CardRef("order", order) : new CardRef(TopTenCard.Source, ""), ct), ct);

    private static async Task<PressAnswer> WhyAsync(CardSources sources, Press press, CancellationToken ct) =>
        Chosen(press) is { } order && await sources.DrawAsync(press.Plant, new CardRef("order-why", order), ct) is { } card
            ? PressAnswer.Show(card)
            : PressAnswer.Say("Choose an order of the list.");
}
