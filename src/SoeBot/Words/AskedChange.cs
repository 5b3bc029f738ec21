using SoeBot.Cards;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Plan;

namespace SoeBot.Words;

/// <summary>What somebody asks for, as cards and pages say it.</summary>
internal static class AskedChange
{
    /// <summary>"move SO63216 to Thu 8 Jan".</summary>
    public static string Of(ChangeWhat what, DateOnly today)
    {
        var about = DataLine.Short(what.Reference, 40);
        var pieces = PlanWords.Quantity(what.Quantity ?? 0);
        return what.Kind switch
        {
            ChangeKind.Move => $"move {about} to {DayWords.Of(what.To, today)}",
            ChangeKind.Add => $"make {pieces} of {about} on {DayWords.Of(what.To, today)}",
            ChangeKind.Cancel => $"cancel {about}",
            ChangeKind.Quantity => $"{pieces} pieces of {about}",
            ChangeKind.Date => $"{about} to the customer on {DayWords.Of(what.To, today)}",
            ChangeKind.Line => $"{about} on work centre {DataLine.Short(what.WorkCentre, 40)}",
            ChangeKind.Sequence => $"{about} to place {what.Sequence} of its queue",
            ChangeKind.Split => $"split {about}: {pieces} stay{(what.To is { } day ? $", the rest on {DayWords.Of(day, today)}" : ", the rest on the next working day")}",
        };
    }
}
