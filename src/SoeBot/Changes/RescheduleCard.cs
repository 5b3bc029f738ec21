using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Teams.Cards;

namespace SoeBot.Changes;

/// <param name="Order">Only of this customer order; null for the whole plant.</param>
/// <param name="From">First day of the window.</param>
internal sealed record RescheduleView(PlantProfile Plant, string? Order, DateOnly From, DateOnly Today, Rescheduling Counts);

/// <summary>How often production orders were moved: by week, and which most often (R30).</summary>
internal static class RescheduleCard
{
    public const string Source = "reschedules";
    public const int Weeks = 8;
    private const int Most = 10;

    public static Card Draw(RescheduleView view)
    {
        var counts = view.Counts;
        var (all, inside) = (counts.Weeks.Sum(week => week.All), counts.Weeks.Sum(week => week.Inside));
        var whose = view.Order is { } order ? $", {DataLine.Short(order, 30)}: its production orders" : ": production orders";
        var title = $"{DataLine.Short(view.Plant.Name, 40)}{whose} were {(all == 0 ? "not moved" : $"moved {PlanWords.Count(all, "time", "times")}{Inside(inside)}")}";
        var body = new List<CardElement> { TextBlock.Heading(title), new TextBlock($"From {PlanWords.Day(view.From)} to {PlanWords.Day(view.Today)}.") };
        if (view.Order is null)
        {
            body.Add(TextBlock.Subheading("By week, newest first"));
            body.Add(new FactSet([.. counts.Weeks.Select(week => new Fact($"Week {week.Week.Number}", week.All == 0 ? "none" : $"{PlanWords.Quantity(week.All)} moved{Inside(week.Inside)}"))]));
        }
        if (counts.Lines.Count > 0)
        {
            body.Add(TextBlock.Subheading("Moved most often"));
            body.AddRange(counts.Lines.Take(Most).Select(line => new TextBlock($"{DataLine.Short(line.Name, 30)}: {PlanWords.Count(line.All, "time", "times")}{Inside(line.Inside)}") { Spacing = Spacing.None }));
            if (counts.Lines.Count > Most) body.Add(TextBlock.Subtle($"{PlanWords.Quantity(counts.Lines.Count - Most)} more."));
        }
        body.Add(TextBlock.Subtle(Rescheduling.Definition));
        return new Card { Summary = title, Body = body };
    }

    private static string Inside(int count) => count == 0 ? "" : $", {PlanWords.Quantity(count)} inside a fence";
}
