using SoeBot.Domain.Meetings;
using SoeBot.Domain.Plan;
using SoeBot.Plants;

namespace SoeBot.Meetings;

/// <summary>How titles and refusals of the meeting begin and read.</summary>
internal static class MeetingTitles
{
    /// <summary>The plant in every title where there is more than one; else nothing.</summary>
    public static string Of(PlantProfiles plants, PlantProfile plant) => plants.All.Count > 1 ? $"{plant.Name}: " : "";

    public static string Words(Moved moved) => moved.Outcome switch
    {
        MeetingOutcome.Changed => "Done.",
        MeetingOutcome.SameAsBefore => "It stood so already.",
        MeetingOutcome.AlreadyMoved => "Somebody moved on already. The agenda above shows where the meeting is.",
        MeetingOutcome.AtTheEnd => "This is the last step. Type close to end the meeting.",
        MeetingOutcome.AtTheBeginning => "This is the first step.",
        MeetingOutcome.AlreadyClosed => "The meeting is closed already.",
        MeetingOutcome.ReasonNeeded => "This needs a reason in a few words.",
        MeetingOutcome.RedOrdersOpen => $"{PlanWords.Count(moved.Names.Count, "red order has", "red orders have")} no decision: {string.Join(", ", moved.Names.Take(5))}. Decide, say why not, or skip the step with a reason.",
        MeetingOutcome.DecisionsIncomplete => $"{string.Join(" and ", moved.Names)} {(moved.Names.Count == 1 ? "has" : "have")} no owner or no date. The meeting cannot be closed; choose one or drop it with a reason.",
    };
}
