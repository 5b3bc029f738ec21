using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Risk;
using SoeBot.Help;

namespace SoeBot.UnitTests.Slices.Views;

internal static class HelpViews
{
    public static MyView Mine => new(
        "sample", "Sample plant", "Omar Haddad", new(2014, 1, 6),
        [
            new(41, "Get a second quote for the frame", new(2014, 1, 10), DecisionStatus.Proposed, 1),
            new(36, "Overtime on frame welding on Saturday", new(2014, 1, 3), DecisionStatus.Missed, 4),
            new(40, "Ask Wood Fitness for a split delivery", new(2014, 1, 6), DecisionStatus.Taken, 2),
        ],
        [
            new("SO63216", "40 x Mountain-500 Black, due Fri 10 Jan, projected 4 days late", RiskStatus.Red, new(2014, 1, 8)),
            new("SO63220", "12 x Touring-3000, due Mon 13 Jan", RiskStatus.Unanswered, null),
            new("SO63100", null, RiskStatus.Green, null),
        ]);

    public static MyView Nothing => Mine with { Decisions = [], Orders = [] };

    public static HelpView Planner => new("sample", "Sample plant", "Petra Lang", [Role.Planning], "63216");

    public static HelpView Manager => Planner with { Name = "Miguel Ortega", Roles = [Role.PlantManager] };

    public static HelpView NoRole => Planner with { Name = "Sam", Roles = [] };
}
