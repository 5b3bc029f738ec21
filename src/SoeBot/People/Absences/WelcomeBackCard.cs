using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.People.Absences;

internal sealed record BackItem(string Name, string Text, string What);

/// <param name="Deputy">Null when nobody was named.</param>
/// <param name="Items">The last thing that happened to each of the person's items, newest first.</param>
internal sealed record WelcomeBackView(string Plant, string PlantName, string Name, string Days, string? Deputy, IReadOnlyList<BackItem> Items, int OpenDecisions, int Overdue, int Orders);

internal static class WelcomeBackCard
{
    private const int Most = 8;

    public static Card Draw(WelcomeBackView view)
    {
        var title = $"Welcome back{(view.Name.Length > 0 ? $", {DataLine.Short(view.Name, 40)}" : "")}: {(view.Items.Count == 0 ? "nothing changed meanwhile" : $"{PlanWords.Count(view.Items.Count, "thing", "things")} of yours moved")}";
        var body = new List<CardElement>
        {
            TextBlock.Heading(title),
            new TextBlock($"You were away {view.Days}.{(view.Deputy is { } deputy ? $" {DataLine.Short(deputy, 40)} covered." : "")}"),
        };
        foreach (var item in view.Items.Take(Most))
        {
            body.Add(new Container(
            [
                new TextBlock(CardText.Of($"**{DataLine.Short(item.Name, 30)}** {DataLine.Short(item.Text, 100)}")),
                new TextBlock(DataLine.Short(item.What, 80)) { Spacing = Spacing.None, Size = TextSize.Small },
            ]) { Separator = true });
        }
        if (view.Items.Count > Most) body.Add(TextBlock.Subtle($"and {view.Items.Count - Most} more."));
        body.Add(new TextBlock($"Open now: {PlanWords.Count(view.OpenDecisions, "decision", "decisions")}{(view.Overdue > 0 ? $", {PlanWords.Quantity(view.Overdue)} overdue" : "")}, {PlanWords.Count(view.Orders, "order", "orders")} at risk.") { Separator = true });
        body.Add(TextBlock.Subtle(DataLine.Short(view.PlantName, 40)));
        return new Card { Summary = title, FullWidth = false, Body = body, Actions = [new ExecuteAction("My things", "help.try", new { p = view.Plant, r = "my", v = (object)0 })] };
    }
}
