using SoeBot.Domain.Decisions;

namespace SoeBot.Decisions;

/// <summary>Kinds of decisions in words.</summary>
internal static class DecisionKinds
{
    public static string Of(DecisionKind kind) => kind switch
    {
        DecisionKind.Other => "something else",
        DecisionKind.Reschedule => "move in the schedule",
        DecisionKind.Expedite => "hurry or buy elsewhere",
        DecisionKind.Allocate => "give scarce material to one order",
        DecisionKind.Capacity => "overtime or another line",
        DecisionKind.Promise => "new promise to the customer",
        DecisionKind.Cause => "find the cause",
    };

    /// <summary>As a form carries it; anything else is <see cref="DecisionKind.Other"/>.</summary>
    public static DecisionKind Read(string? text) => Enum.TryParse<DecisionKind>(text, out var kind) && Enum.IsDefined(kind) ? kind : DecisionKind.Other;
}
