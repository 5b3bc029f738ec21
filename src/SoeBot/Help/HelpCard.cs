using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Teams.Cards;

namespace SoeBot.Help;

/// <param name="Example">An order that exists, so that the examples can be typed as they stand.</param>
internal sealed record HelpView(string Plant, string PlantName, string Name, IReadOnlyCollection<Role> Roles, string Example);

/// <summary>Six examples that fit what the person does; never the whole list.</summary>
internal static class HelpCard
{
    public const string Source = "help";
    private const int Most = 6;

    private sealed record Line(string Type, string Meaning, params Role[] For);

    // The order is the order of usefulness; whoever has no role gets those for everybody.
    private static readonly Line[] Lines =
    [
        new("exceptions", "what went wrong in the last 24 hours", Role.PlantManager, Role.Planning),
        new("numbers", "attainment, on time, open exceptions", Role.PlantManager, Role.Executive, Role.Lead, Role.Finance),
        new("agenda", "the steps of the weekly meeting", Role.Lead, Role.Coordinator),
        new("start", "opens the weekly meeting", Role.Lead, Role.Coordinator),
        new("decide: Petra gets a second quote by Friday", "fills the form of a decision", Role.Lead, Role.Coordinator, Role.Planning),
        new("flags", "stock-outs, surges, promises ahead of the plan", Role.Executive, Role.CustomerService, Role.Procurement, Role.Sales),
        new("metrics", "all numbers with what they mean", Role.Finance, Role.Lead),
        new("look ahead", "what is planned for two weeks"),
        new("at risk", "the ten orders most at risk"),
        new("told customer {0} new date 14 Jan", "notes what the customer was told", Role.CustomerService, Role.Sales),
        new("{0} red castings not before Friday", "your answer for an order", Role.Planning, Role.Procurement, Role.CustomerService, Role.Logistics),
        new("my", "your decisions and orders"),
        new("why {0}", "why an order is late, with the numbers"),
        new("{0}", "one order: dates, cause, owner, decisions"),
        new("I take {0}", "you answer for the order"),
        new("repeats", "exceptions of two days and more"),
    ];

    public static Card Draw(HelpView view)
    {
        var title = $"{DataLine.Short(view.PlantName, 40)} - what do you want to know{(view.Name.Length > 0 ? $", {DataLine.Short(view.Name, 40)}" : "")}?";
        var chosen = Lines.Where(line => line.For.Intersect(view.Roles).Any()).Take(3).ToList();
        chosen.AddRange(Lines.Where(line => line.For.Length == 0).Take(Most - chosen.Count));
        return new Card
        {
            Summary = title,
            FullWidth = false,
            Body =
            [
                TextBlock.Heading(title),
                TextBlock.Subtle("Type one of these; capitals do not matter:"),
                .. chosen.Select(line => new TextBlock(CardText.Of($"**{Typed(line, view)}** - {line.Meaning}")) { Spacing = Spacing.Small }),
            ],
            Actions = [Try(view, "Look ahead", "look-ahead"), Try(view, "Top ten", "top-ten"), Try(view, "My things", "my")],
        };
    }

    private static string Typed(Line line, HelpView view) =>
        line.Type.Replace("{0}", DataLine.Short(view.Example, 30), StringComparison.Ordinal);

    private static ExecuteAction Try(HelpView view, string title, string card) => new(title, MyVerbs.Try, new { p = view.Plant, r = card, v = (object)0 });
}
