using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Teams.Cards;

namespace SoeBot.People.Setup;

/// <param name="Holders">"Miguel Soto (away until Fri 17 Jan)".</param>
/// <param name="Missing">What to do about it; null when nothing.</param>
internal sealed record SetupRow(Role Role, string Holders, string? Deputy, string? Missing);

/// <param name="Chosen">The function that the fields are for: the first that lacks something.</param>
/// <param name="Likely">People who can be chosen; the picker offers everybody else.</param>
/// <param name="Note">What came of the last press.</param>
internal sealed record SetupView(string Plant, string PlantName, IReadOnlyList<SetupRow> Rows, Role Chosen, IReadOnlyList<Person> Likely, string? Note = null, bool IsProblem = false, bool Picker = true)
{
    public int Missing => Rows.Count(row => row.Missing is not null);
}

/// <summary>Which function is held by whom, with deputy, and what is missing; one function is set at a time.</summary>
internal static class SetupCard
{
    public const string Source = "setup";

    public static Card Draw(SetupView view)
    {
        var plant = DataLine.Short(view.PlantName, 40);
        var title = view.Missing switch { 0 => $"{plant}: every function has somebody", 1 => $"{plant}: 1 function lacks somebody", var many => $"{plant}: {many} functions lack somebody" };
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (view.Note is { } note) body.Add(new TextBlock(DataLine.Short(note, 200)) { Color = view.IsProblem ? TextColor.Attention : TextColor.Good, Weight = TextWeight.Bolder });
        body.AddRange(view.Rows.Select(Row));
        body.Add(new ChoiceInput("in_role", "Function")
        {
            Choices = [.. view.Rows.Select(row => new Choice(DataLine.Capital(Roles.Words(row.Role), 40), row.Role.ToString()))], Value = view.Chosen.ToString(), IsRequired = true, ErrorMessage = "Choose the function.",
        });
        body.Add(Person("in_holder", "Who does it (may stay empty)", view));
        body.Add(Person("in_deputy", "Who is deputy (may stay empty)", view));
        body.Add(TextBlock.Subtle("Only administrators change this; every change is written down."));
        return new Card
        {
            Summary = title, Body = body,
            Actions =
            [
                new ExecuteAction("Save", SetupVerbs.Save, new { p = view.Plant, r = "roles", v = 1 }) { Style = ActionStyle.Positive },
                new ExecuteAction("Take it away", SetupVerbs.Remove, new { p = view.Plant, r = "roles", v = 1 }) { Tooltip = "Takes the function from the persons chosen above" },
            ],
        };
    }

    private static TextBlock Row(SetupRow row)
    {
        var deputy = row.Deputy is { } name ? $"; deputy {DataLine.Short(name, 40)}" : "";
        return new TextBlock(CardText.Of($"**{DataLine.Capital(Roles.Words(row.Role), 40)}**: {(row.Holders.Length > 0 ? DataLine.Short(row.Holders, 100) : "nobody")}{deputy}{(row.Missing is { } missing ? $". {missing}" : "")}"))
        {
            Color = row.Missing is null ? TextColor.Default : TextColor.Attention, Spacing = Spacing.Small,
        };
    }

    private static ChoiceInput Person(string id, string label, SetupView view) => new(id, label)
    {
        Choices = [.. view.Likely.Select(person => new Choice(DataLine.Short(person.Name, 40), person.Key.ObjectId))], PeoplePicker = view.Picker,
    };
}

/// <summary>The buttons of setup, as they stand on the wire.</summary>
internal static class SetupVerbs
{
    public const string Save = "setup.save";
    public const string Remove = "setup.remove";
}
