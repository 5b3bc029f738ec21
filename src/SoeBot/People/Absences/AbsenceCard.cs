using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.People.Absences;

/// <param name="When">"due Fri 10 Jan" or how the order stands.</param>
internal sealed record CoveredItem(string Name, string Text, string When, bool IsUrgent);

/// <param name="Covers">"Petra Lang covers everything", or to whom it falls.</param>
/// <param name="Items">Open decisions and orders, the most urgent first.</param>
/// <param name="IsOver">Ended or past.</param>
internal sealed record AbsenceView(string Plant, string PlantName, Guid Id, string Name, string Days, string Covers, string EnteredBy, IReadOnlyList<CoveredItem> Items, bool IsOver);

/// <summary>An absence as it stands: for who entered it, for who is away, and for the deputy with the open items (C16).</summary>
internal static class AbsenceCard
{
    public const string Receipt = "absence", ForDeputy = "absence-deputy";
    private const int Most = 8;

    public static Card Draw(AbsenceView view)
    {
        var title = $"{DataLine.Short(view.Name, 40)} {(view.IsOver ? "was away" : "is away")} {view.Days}";
        return new Card
        {
            Summary = title, FullWidth = false,
            Body =
            [
                TextBlock.Heading(title),
                new TextBlock($"{DataLine.Short(view.Covers, 120)}."),
                new TextBlock(view.IsOver ? "This absence is over: everything goes to the person again." : Items(view.Items)),
                TextBlock.Subtle($"{DataLine.Short(view.PlantName, 40)}. Entered by {DataLine.Short(view.EnteredBy, 40)}. Due dates do not move by themselves."),
            ],
            Actions = view.IsOver ? [] : [End(view)],
        };
    }

    /// <summary>Null once it is over: then there is nothing to cover.</summary>
    public static Card? DrawForDeputy(AbsenceView view)
    {
        if (view.IsOver) return null;
        var title = $"You cover for {DataLine.Short(view.Name, 40)}, {view.Days}";
        var body = new List<CardElement> { TextBlock.Heading(title), new TextBlock(Items(view.Items)) };
        foreach (var item in view.Items.Take(Most))
        {
            body.Add(new Container(
            [
                new TextBlock(CardText.Of($"**{DataLine.Short(item.Name, 30)}** {DataLine.Short(item.Text, 100)}")),
                new TextBlock(DataLine.Short(item.When, 80)) { Spacing = Spacing.None, Size = TextSize.Small, Color = item.IsUrgent ? TextColor.Attention : TextColor.Default },
            ]) { Separator = true });
        }
        if (view.Items.Count > Most) body.Add(TextBlock.Subtle($"and {view.Items.Count - Most} more."));
        body.Add(TextBlock.Subtle($"{DataLine.Short(view.PlantName, 40)}. Entered by {DataLine.Short(view.EnteredBy, 40)}. Reminders come to you meanwhile."));
        return new Card { Summary = title, FullWidth = false, Body = body };
    }

    private static string Items(IReadOnlyList<CoveredItem> items)
    {
        var urgent = items.Count(item => item.IsUrgent);
        return items.Count == 0 ? "Nothing is open just now." : $"{PlanWords.Count(items.Count, "open item", "open items")}{(urgent > 0 ? $", {PlanWords.Quantity(urgent)} due meanwhile" : "")}.";
    }

    private static ExecuteAction End(AbsenceView view) => new("End now", AbsenceVerbs.End, new { p = view.Plant, r = view.Id.ToString("N"), v = 1 });
}
