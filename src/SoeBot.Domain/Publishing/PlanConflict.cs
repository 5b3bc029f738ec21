using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Publishing;

/// <summary>What does not fit in a week of the plan. The order is the order in which people read them.</summary>
public enum ConflictKind
{
    /// <summary>More hours are planned on a work centre than it has in the week.</summary>
    OverCapacity,

    /// <summary>A customer order line is due in the week and cannot be complete by then.</summary>
    OrderLate,

    /// <summary>Purchase lines are due in the week without a supplier's confirmation.</summary>
    Unconfirmed,
}

/// <summary>One thing to resolve before its week becomes firm (R28).</summary>
/// <param name="Object">Work centre or customer order; empty for purchase lines together.</param>
/// <param name="Words">"Frame welding: 120 h of 96 h planned, 24 h too much". No customer, no money.</param>
/// <param name="Size">How bad, in the unit of its kind (hours, days, lines): the worst of a kind is named first.</param>
public sealed record PlanConflict(ConflictKind Kind, string Object, string Words, decimal Size);

/// <param name="Count">Of all.</param>
/// <param name="Worst">At most <see cref="WeekDraft.MostNamed"/>, by kind, the worst first.</param>
public sealed record WeekConflicts(PlantWeek Week, int Count, IReadOnlyList<PlanConflict> Worst);

/// <summary>A production order that cannot be kept as it is planned.</summary>
/// <param name="Why">"due Thu 2 Jan and still open".</param>
public sealed record UnfitRow(string Line, string Item, string Why);
