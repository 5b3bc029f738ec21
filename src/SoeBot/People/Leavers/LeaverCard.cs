using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.People.Leavers;

internal sealed record LeftItem(string Name, string Text, string When);

/// <param name="Key">Object id of who is gone.</param>
/// <param name="What">"Omar Haddad's account is closed".</param>
/// <param name="Heir">Null when nobody was there: the items are still with who is gone.</param>
/// <param name="HeirIsReader">The reader is asked to give on what fell to themselves.</param>
/// <param name="Suggested">Somebody present with the same role; null when there is none but the heir.</param>
/// <param name="Settled">What was said about it: "Petra Lang has them, said Lea Brandt". Null while nobody has.</param>
/// <param name="Roles">That the person still holds.</param>
internal sealed record LeaverView(
    string Plant, string PlantName, string Key, string Person, string What, string? Heir, string? HeirId, bool HeirIsReader, IReadOnlyList<LeftItem> Items, int Orders, int Decisions,
    Person? Suggested, IReadOnlyList<Person> Likely, string? Settled, IReadOnlyList<string> Roles, bool Picker = true);

/// <summary>"Omar's account is closed. 3 orders, 2 decisions: give to Petra / choose".</summary>
internal static class LeaverCard
{
    public const string Source = "leaver", ForHeir = "leaver-heir";
    private const int Most = 8;

    public static string Track(PlantId plant, PersonKey person) => $"{Source}:{plant}:{person.ObjectId}";

    public static Card Draw(LeaverView view)
    {
        var title = $"{DataLine.Short(view.What, 80)}: {Count(view)}";
        var body = new List<CardElement> { TextBlock.Heading(title), new TextBlock(Now(view)) };
        body.AddRange(Rows(view.Items));
        if (view.Roles.Count > 0) body.Add(new TextBlock($"Still holds: {string.Join(", ", view.Roles)}. Change it with: setup") { Separator = true });
        var asks = view.Settled is null && view.Items.Count > 0;
        if (asks)
        {
            body.Add(new ChoiceInput("in_owner", "Who takes them? One person")
            {
                Choices = [.. view.Likely.Select(person => new Choice(DataLine.Short(person.Name, 40), person.Key.ObjectId))], PeoplePicker = view.Picker,
            });
        }
        body.Add(TextBlock.Subtle($"{DataLine.Short(view.PlantName, 40)}. The history keeps who had them."));
        return new Card { Summary = title, Body = body, Actions = asks ? [.. Actions(view)] : [] };
    }

    /// <summary>Null when nothing of it is open with the heir any more.</summary>
    public static Card? DrawForHeir(LeaverView view)
    {
        if (view.Items.Count == 0) return null;
        var title = $"{Count(view)} inherited from {DataLine.Short(view.Person, 40)}";
        return new Card
        {
            Summary = title, FullWidth = false,
            Body = [TextBlock.Heading(title), new TextBlock($"{DataLine.Short(view.What, 80)}. You are asked about these from now on; due dates stay."), .. Rows(view.Items), TextBlock.Subtle(DataLine.Short(view.PlantName, 40))],
            Actions = [new ExecuteAction("My things", "help.try", new { p = view.Plant, r = "my", v = (object)0 })],
        };
    }

    private static string Now(LeaverView view) =>
        view.Settled is { } settled ? DataLine.Short(settled, 160)
        : view.Items.Count == 0 ? "Nothing is open."
        : view.Heir is not { } heir ? "Nobody was there to inherit them. Who takes them?"
        : view.HeirIsReader ? "They fell to you, marked inherited." : $"They fell to {DataLine.Short(heir, 40)}, marked inherited.";

    private static string Count(LeaverView view) => (view.Orders, view.Decisions) switch
    {
        (0, 0) => "nothing open",
        (0, var decisions) => PlanWords.Count(decisions, "decision", "decisions"),
        (var orders, 0) => PlanWords.Count(orders, "order", "orders"),
        var (orders, decisions) => $"{PlanWords.Count(orders, "order", "orders")}, {PlanWords.Count(decisions, "decision", "decisions")}",
    };

    private static IEnumerable<CardElement> Rows(IReadOnlyList<LeftItem> items)
    {
        foreach (var item in items.Take(Most))
        {
            yield return new Container(
            [
                new TextBlock(CardText.Of($"**{DataLine.Short(item.Name, 30)}** {DataLine.Short(item.Text, 100)}")),
                new TextBlock(DataLine.Short(item.When, 80)) { Spacing = Spacing.None, Size = TextSize.Small },
            ]) { Separator = true };
        }
        if (items.Count > Most) yield return TextBlock.Subtle($"and {items.Count - Most} more.");
    }

    private static IEnumerable<CardAction> Actions(LeaverView view)
    {
        if (view.Suggested is { } person)
            yield return Give($"Give to {DataLine.Short(person.Name, 30)}", person.Key.ObjectId) with { Style = ActionStyle.Positive, AssociatedInputs = AssociatedInputs.None };
        if (view.HeirId is { } heir)
            yield return Give(view.HeirIsReader ? "I keep them" : $"Leave with {DataLine.Short(view.Heir, 30)}", heir) with { AssociatedInputs = AssociatedInputs.None };
        yield return Give("Give to the person chosen", null);

        ExecuteAction Give(string title, string? to) => new(title, LeaverVerbs.Give, new { p = view.Plant, r = view.Key, w = to ?? "", v = 1 });
    }
}

/// <summary>The buttons of leavers, as they stand on the wire.</summary>
internal static class LeaverVerbs
{
    public const string Give = "leaver.give";
}
