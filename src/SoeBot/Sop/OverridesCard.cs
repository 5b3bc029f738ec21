using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Sop;
using SoeBot.Teams.Cards;

namespace SoeBot.Sop;

/// <param name="Overrides">Null when the plan data does not tell the statistical forecast.</param>
internal sealed record OverridesView(string Plant, string PlantName, string Weeks, IReadOnlyList<ForecastOverride>? Overrides, int Skip, DataLine Data);

/// <summary>What people made of the statistical forecast, each part with who answers for it (R127).</summary>
internal static class OverridesCard
{
    public const string Source = "forecast-overrides";
    private const int OnPage = 6;

    public static Card Draw(OverridesView view)
    {
        var name = DataLine.Short(view.PlantName, 40);
        if (view.Overrides is not { } all)
        {
            var none = $"{name}: the forecast does not say what was overridden";
            return new Card { Summary = none, Body = [TextBlock.Heading(none), new TextBlock("It needs the columns statistical, sales_adjustment and marketing_adjustment beside quantity, which is the consensus."), .. view.Data.Draw()] };
        }
        var skip = Paging.Clamp(view.Skip, OnPage, all.Count);
        var title = $"{name}, forecast overrides {view.Weeks}: {(all.Count == 0 ? "none" : PlanWords.Count(all.Count, "item", "items"))}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        foreach (var one in all.Skip(skip).Take(OnPage))
        {
            body.Add(new TextBlock(CardText.Of($"**{DataLine.Short(one.Name, 60)}** {Signed(one.Change)} pieces")) { Separator = true });
            body.Add(new FactSet(
                new Fact("Statistical", Part(one.Statistical, one.By.Statistical)), new Fact("Sales", Part(one.Sales, one.By.Sales, signed: true)),
                new Fact("Marketing", Part(one.Marketing, one.By.Marketing, signed: true)), new Fact("Consensus", Part(one.Consensus, one.By.Consensus))));
            if (one.Unexplained != 0) body.Add(new TextBlock($"{Signed(one.Unexplained)} pieces of it nobody explains") { Color = TextColor.Attention, Spacing = Spacing.None });
        }
        body.AddRange(view.Data.Draw());
        var actions = new List<CardAction>();
        if (skip > 0) actions.Add(Page(view, "Previous", skip - OnPage));
        if (skip + OnPage < all.Count) actions.Add(Page(view, "Next", skip + OnPage));
        return new Card { Summary = title, Body = body, Actions = actions };
    }

    private static string Part(decimal pieces, string? by, bool signed = false) => $"{(signed ? Signed(pieces) : PlanWords.Quantity(pieces))}{(by is { } owner ? $", {DataLine.Short(owner, 60)}" : pieces == 0 && signed ? "" : ", no owner named")}";

    private static string Signed(decimal pieces) => pieces > 0 ? $"+{PlanWords.Quantity(pieces)}" : PlanWords.Quantity(pieces);

    private static ExecuteAction Page(OverridesView view, string title, int skip) =>
        new(title, SopVerbs.Page, new { p = view.Plant, r = $"overrides:{skip}", v = view.Data.Version }) { AssociatedInputs = AssociatedInputs.None };
}
