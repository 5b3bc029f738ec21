using SoeBot.Cards;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Teams.Cards;

namespace SoeBot.Changes;

internal sealed record RequestersView(PlantProfile Plant, DateOnly From, DateOnly Today, IReadOnlyList<(string Name, RequesterCount Count)> People);

/// <summary>Who asks for how many changes and how many of them are approved: priority by loudness, made visible (R31).</summary>
internal static class RequestersCard
{
    public const string Source = "requests-by-person";
    private const int Most = 15;

    public static Card Draw(RequestersView view)
    {
        var asked = view.People.Count == 0 ? "nobody asked for a change"
            : $"{PlanWords.Count(view.People.Sum(one => one.Count.Asked), "change", "changes")} asked for by {PlanWords.Count(view.People.Count, "person", "people")}";
        var title = $"{DataLine.Short(view.Plant.Name, 40)}: {asked}";
        var body = new List<CardElement> { TextBlock.Heading(title), new TextBlock($"Sent from {PlanWords.Day(view.From)} to {PlanWords.Day(view.Today)}.") };
        body.AddRange(view.People.Take(Most).Select(one => new TextBlock(CardText.Of($"**{DataLine.Short(one.Name, 40)}**: {Words(one.Count)}")) { Spacing = Spacing.Small }));
        if (view.People.Count > Most) body.Add(TextBlock.Subtle($"{PlanWords.Quantity(view.People.Count - Most)} more."));
        if (view.People.Count > 0) body.Add(TextBlock.Subtle(RequesterCount.Definition));
        return new Card { Summary = title, Body = body };
    }

    private static string Words(RequesterCount count)
    {
        var parts = new List<string> { $"{count.Asked} asked", count.Share is { } share ? $"{count.Approved} approved of {count.Decided} decided ({PlanWords.Percent(share)})" : "none decided" };
        if (count.Waiting > 0) parts.Add($"{count.Waiting} waiting");
        if (count.Recorded > 0) parts.Add($"{count.Recorded} recorded without approval");
        if (count.Afterwards > 0) parts.Add($"{count.Afterwards} filed afterwards");
        return string.Join(", ", parts);
    }
}
