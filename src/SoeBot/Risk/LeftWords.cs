using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Plants;

namespace SoeBot.Risk;

/// <summary>What an old card's press is answered with when the order has left the list since.</summary>
internal static class LeftWords
{
    /// <summary>Null when it has not left, or nobody ever listed it.</summary>
    /// <param name="list">As it is now.</param>
    public static string? Of(AtRiskOrder? said, IReadOnlyList<RankedOrder> list, PlantProfile plant)
    {
        if (said is null || said.IsListed || list.Any(one => one.Order == said.Order)) return null;
        if (said.Events.LastOrDefault(one => one.Kind is RiskEventKind.Left or RiskEventKind.TakenOff) is not { Reason: { } reason } left) return null;
        var at = $"{PlanWords.Day(plant.Calendar.DayOf(left.At))} {RiskDays.Time(left.At, plant.Calendar)}";
        var next = list.Count >= AtRiskList.Named ? $" {list[AtRiskList.Named - 1].Order} moved up to no. {AtRiskList.Named}." : "";
        return $"{said.Order} {Of(reason)}, taken off {at}.{next}";
    }

    public static string Of(LeaveReason reason) => reason switch
    {
        LeaveReason.Shipped => "was shipped",
        LeaveReason.RiskRemoved => "is not at risk any more",
        LeaveReason.RePromised => "was promised for a later date",
        LeaveReason.Cancelled => "was cancelled",
        LeaveReason.TakenOff => "was put aside by planning or the lead",
        LeaveReason.Merged => "became part of another order",
        LeaveReason.Gone => "is not in the plan any more",
    };
}
