using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.People.Load;

internal sealed record LoadView(string PlantName, string Name, OwnerLoad Load, bool IsAway);

internal static class LoadCard
{
    public static Card Draw(LoadView view)
    {
        var name = DataLine.Short(view.Name, 40);
        var title = $"{name} answers for too much: {PlanWords.Count(view.Load.RedOrders, "red order", "red orders")}, {PlanWords.Count(view.Load.Decisions, "open decision", "open decisions")}";
        return new Card
        {
            Summary = title, FullWidth = false,
            Body =
            [
                TextBlock.Heading(title),
                new TextBlock($"More than {OwnerLoad.MostRedOrders} red orders or {OwnerLoad.MostDecisions} open decisions are rarely kept by one person.{(view.IsAway ? " And the person is away." : "")} Who takes some?"),
                new TextBlock("Give an order away with: 63216 owner @Name. A decision by its button Not me."),
                TextBlock.Subtle($"{DataLine.Short(view.PlantName, 40)}. Said once, and again only after it was less."),
            ],
        };
    }
}
