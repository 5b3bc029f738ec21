using SoeBot.Domain.People;
using SoeBot.People.Absences;
using SoeBot.Teams.Cards;

namespace SoeBot.UnitTests.People;

/// <summary>Every card about people, in the states that matter, by name.</summary>
internal static class PeopleCards
{
    private static readonly PersonKey Omar = PersonKey.Of("t", "omar"), Petra = PersonKey.Of("t", "petra");
    private static readonly Guid Id = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    private static readonly DateOnly Today = new(2014, 1, 6);

    public static IReadOnlyDictionary<string, Card> ByName { get; } = With("Omar Haddad");

    /// <param name="name">In place of every name and text that people or other systems wrote.</param>
    public static Dictionary<string, Card> With(string name)
    {
        var draft = new AbsenceDraft(Id, Omar.ToString(), new(2014, 1, 13), new(2014, 1, 17), Petra.ToString(), AbsenceScope.All);
        var plant = name == "Omar Haddad" ? "Sample plant" : name;
        var form = new AbsenceFormView("sample", plant, draft, name, [new(Omar, "Omar Haddad"), new(Petra, name.Length > 0 ? name : "Petra Lang")], $"to {name} (falls to the lead)", Today, new Dictionary<string, string>());
        var absence = new AbsenceView("sample", plant, Id, name, "Mon 13 to Fri 17 Jan", $"{name} covers everything", name,
            [new("D-41", name == "Omar Haddad" ? "Get a second quote for the frame" : name, "due Tue 14 Jan", true), .. Enumerable.Repeat(new CoveredItem("SO63216", name, "red, tell the customer by Thu 9 Jan", false), 12)], IsOver: false);
        var back = new WelcomeBackView("sample", plant, name, "Mon 13 to Fri 17 Jan", name, [.. Enumerable.Repeat(new BackItem("D-41", name, $"new date by {name}, Wed 15 Jan"), 12)], 3, 1, 2);
        return new()
        {
            ["absence-form"] = AbsenceFormCard.Draw(form),
            ["absence-form-refused"] = AbsenceFormCard.Draw(form with { Name = null, Draft = draft with { Problem = $"I do not know whom you mean by {name}." }, Problems = new Dictionary<string, string> { ["in_deputy"] = $"{name} is away on the 14th as well. Choose another for that day." } }),
            ["absence"] = AbsenceCard.Draw(absence),
            ["absence-over"] = AbsenceCard.Draw(absence with { IsOver = true }),
            ["absence-deputy"] = AbsenceCard.DrawForDeputy(absence)!,
            ["absence-summary"] = WelcomeBackCard.Draw(back),
            ["absence-summary-nothing"] = WelcomeBackCard.Draw(back with { Items = [], Deputy = null, OpenDecisions = 0, Overdue = 0 }),
        };
    }
}
