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
        var title = $"{DataLine.Short(view.Plant.Name, 40)} - {PlanWords.Count(view.People.Sum(one => one.Count.Asked), "change", "changes")} asked for by {PlanWords.Count(view.People.Count, "person", "persons")}";
        var body = new List<CardElement> { TextBlock.Heading(title), new TextBlock($"Sent from {PlanWords.Day(view.From)} to {PlanWords.Day(view.Today)}.") };
        body.AddRange(view.People.Take(Most).Select(one => new TextBlock(CardText.Of($"**{DataLine.Short(one.Name, 40)}** {Words(one.Count)}")) { Spacing = Spacing.Small }));
        if (view.People.Count > Most) body.Add(TextBlock.Subtle($"{PlanWords.Quantity(view.People.Count - Most)} more."));
        body.Add(TextBlock.Subtle(RequesterCount.Definition));
        return new Card { Summary = title, Body = body };
    }

    private static string Words(RequesterCount count)
    {
        var parts = new List<string> { $"{count.Asked} asked", $"{count.Approved} of {count.Decided} approved{(count.Share is { } share ? $" ({PlanWords.Percent(share)})" : "")}" };
        if (count.Waiting > 0) parts.Add($"{count.Waiting} waiting");
        if (count.Recorded > 0) parts.Add($"{count.Recorded} recorded without approval");
        if (count.Afterwards > 0) parts.Add($"{count.Afterwards} filed afterwards");
        return string.Join(", ", parts);
    }
}
