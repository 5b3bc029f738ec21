using SoeBot.Domain.People;
using SoeBot.People.Absences;
using SoeBot.People.Leavers;
using SoeBot.People.Load;
using SoeBot.People.Setup;
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
        var deputy = name == "Omar Haddad" ? "Petra Lang" : name;
        var form = new AbsenceFormView("sample", plant, draft, name, [new(Omar, "Omar Haddad"), new(Petra, name.Length > 0 ? name : "Petra Lang")], $"to {deputy} (falls to the lead)", Today, new Dictionary<string, string>());
        var absence = new AbsenceView("sample", plant, Id, name, "Mon 13 to Fri 17 Jan", $"{deputy} covers everything", name,
            [new("D-41", name == "Omar Haddad" ? "Get a second quote for the frame" : name, "due Tue 14 Jan", true), .. Enumerable.Repeat(new CoveredItem("SO63216", name, "red, tell the customer by Thu 9 Jan", false), 12)], IsOver: false);
        var back = new WelcomeBackView("sample", plant, name, "Mon 13 to Fri 17 Jan", deputy, [.. Enumerable.Repeat(new BackItem("D-41", name, $"new date by {deputy}, Wed 15 Jan"), 12)], 3, 1, 2);
        SetupRow[] rows = [.. Enum.GetValues<Role>().Select(role => role switch
        {
            Role.PlantManager => new SetupRow(role, $"{name} (away until Fri 17 Jan)", null, "Name a deputy"),
            Role.CustomerService => new SetupRow(role, "", null, "Name somebody"),
            Role.Lead => new SetupRow(role, name, name, null),
            _ => new SetupRow(role, name.Length > 300 ? name : "Petra Lang", null, null),
        })];
        var setup = new SetupView("sample", plant, rows, Role.CustomerService, [.. Enumerable.Repeat(new Person(Petra, name), name.Length > 20 ? 20 : 2)]);
        var leaver = new LeaverView(
            "sample", plant, "omar", name, $"{name}'s account is closed", deputy, "petra", false,
            [new("SO63216", name == "Omar Haddad" ? "castings not before Friday" : name, "red"), new("SO63217", "", "no answer yet"), .. Enumerable.Repeat(new LeftItem("D-41", name == "Omar Haddad" ? "Get a second quote for the frame" : name, "due Fri 10 Jan"), name.Length > 20 ? 20 : 2)],
            2, 2, new Person(PersonKey.Of("t", "ravi"), name == "Omar Haddad" ? "Ravi Patel" : name.Length > 0 ? name : "Ravi Patel"), [.. Enumerable.Repeat(new Person(Petra, name.Length > 0 ? name : "Petra Lang"), name.Length > 20 ? 20 : 2)], null, ["procurement"]);
        return new()
        {
            ["leaver"] = LeaverCard.Draw(leaver),
            ["leaver-with-the-lead"] = LeaverCard.Draw(leaver with { HeirIsReader = true }),
            ["leaver-no-heir"] = LeaverCard.Draw(leaver with { Heir = null, HeirId = null, Suggested = null, Orders = 0, Picker = false }),
            ["leaver-settled"] = LeaverCard.Draw(leaver with { Settled = $"{deputy} has them now, says {name}." }),
            ["leaver-nothing"] = LeaverCard.Draw(leaver with { Items = [], Orders = 0, Decisions = 0 }),
            ["leaver-heir"] = LeaverCard.DrawForHeir(leaver)!,
            ["owner-load"] = LoadCard.Draw(new(plant, name, new(Omar, 4, 8), true)),
            ["setup"] = SetupCard.Draw(setup),
            ["setup-saved"] = SetupCard.Draw(setup with { Note = $"{name} is deputy of plant manager now.", Rows = [.. rows.Select(row => row with { Missing = null })] }),
            ["setup-refused"] = SetupCard.Draw(setup with { Note = "Nobody is their own deputy. Choose two persons.", IsProblem = true, Picker = false }),
            ["absence-form"] = AbsenceFormCard.Draw(form),
            ["absence-form-refused"] = AbsenceFormCard.Draw(form with { Name = null, Draft = draft with { Problem = $"I do not know whom you mean by {deputy}." }, Problems = new Dictionary<string, string> { ["in_deputy"] = $"{deputy} is away on the 14th as well. Choose another for that day." } }),
            ["absence"] = AbsenceCard.Draw(absence),
            ["absence-over"] = AbsenceCard.Draw(absence with { IsOver = true }),
            ["absence-deputy"] = AbsenceCard.DrawForDeputy(absence)!,
            ["absence-summary"] = WelcomeBackCard.Draw(back),
            ["absence-summary-nothing"] = WelcomeBackCard.Draw(back with { Items = [], Deputy = null, OpenDecisions = 0, Overdue = 0 }),
        };
    }
}
