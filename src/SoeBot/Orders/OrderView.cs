using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;

namespace SoeBot.Orders;

/// <summary>What one customer order is drawn from.</summary>
/// <param name="Lines">Its lines in the plan, open ones first.</param>
/// <param name="Ranked">Its place on the at-risk list; null when it is not on it.</param>
/// <param name="Owner">Name; null when nobody answers for it.</param>
/// <param name="Decisions">About it: "D-41 second quote, Omar, due Fri 9 Jan, taken".</param>
internal sealed record OrderView(
    string Plant,
    string PlantName,
    string Order,
    IReadOnlyList<OrderLine> Lines,
    RankedOrder? Ranked,
    string? Owner,
    RiskStatus Status,
    string? Risk,
    string? Mitigation,
    DateOnly? TellBy,
    string? Told,
    IReadOnlyList<string> Decisions,
    DateOnly Today,
    DataLine Data,
    int? OlderVersion = null)
{
    /// <summary>What people decided against the ranking, with who and why in words.</summary>
    public RiskOverride Override { get; init; }
    public string? OverrideWords { get; init; }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<OrderHappening> History { get; init; } = [];

    /// <summary>How often the date that the customer counts on moved, in the plan versions that are kept (R30).</summary>
    public int DateMoves { get; init; }

    /// <summary>Orders that it was split into or that became part of it, and what it came from itself.</summary>
    public IReadOnlyList<OrderKin> Kin { get; init; } = [];

    public bool IsOpen => Lines.Any(line => line.OpenQuantity > 0);

    /// <summary>For readers of whom one may be a guest.</summary>
    public OrderView WithoutCustomer() => this with
    {
        Lines = [.. Lines.Select(line => line with { Customer = null, CustomerClass = null })],
        Ranked = Ranked is { } ranked ? ranked with { Customer = "", CustomerClass = null } : null,
    };
}

/// <param name="At">"Mon 6 Jan 11:20", plant time.</param>
/// <param name="By">Name; null when the plan or the calendar did it.</param>
internal sealed record OrderHappening(string At, string Words, string? By);

internal static class OrderWords
{
    public static string Of(RiskStatus status) => status switch
    {
        RiskStatus.Unanswered => "no answer yet",
        RiskStatus.Green => "green",
        RiskStatus.Amber => "amber",
        RiskStatus.Red => "red",
    };

    public static string Of(LateCause cause) => cause switch
    {
        LateCause.None => "none",
        LateCause.LeadTime => "lead time: there is not enough time to make or buy it",
        LateCause.Capacity => "capacity: a work centre is full",
        LateCause.Fence => "fence: the week is frozen and the plan has it later",
        LateCause.AwaitingSupply => "it waits for supply",
        LateCause.Quality => "quality: what would cover it is blocked",
        LateCause.CustomerChange => "the customer changed the order",
    };

    /// <summary>Where it stands against its date: "Tue 13 Jan, 4 days late".</summary>
    public static string Projected(RankedOrder order)
    {
        if (order.IsUnranked) return "not ranked by the rules: put on the list by people";
        if (order.IsUnprojected) return order.IsPastDue ? "past due" : "not known: the plan has no stock, schedule or purchases";
        if (order.Projected is not { } day) return "no date in sight";
        return order.IsLate
            ? $"{PlanWords.Day(day)}, {PlanWords.Count(day.DayNumber - order.Commitment.DayNumber, "day", "days")} late"
            : $"{PlanWords.Day(day)}, in time";
    }

    /// <summary>What could be promised beside what is projected: "Thu 10 Dec if made or bought anew, Tue 8 Dec if it may start in the frozen week"; null when there is nothing better.</summary>
    public static string? Promise(RankedOrder order) => order.Promise switch
    {
        { Sooner: { } anew, InsideFence: { } inside } => $"{PlanWords.Day(anew)} if made or bought anew, {PlanWords.Day(inside)} if it may start in the frozen week",
        { Sooner: { } anew } => $"{PlanWords.Day(anew)} if made or bought anew",
        { InsideFence: { } inside } => $"{PlanWords.Day(inside)} if it may start in the frozen week",
        _ => null,
    };

    /// <summary>What nobody needs of the item: "14 now, 34 from Fri 11 Dec"; null when nothing is free.</summary>
    public static string? Free(RankedOrder order, DateOnly today) => order.Promise is { Free: { Count: > 0 } free }
        ? string.Join(", ", free.Select(step => $"{PlanWords.Quantity(step.Quantity)} {(step.Day <= today ? "now" : $"from {PlanWords.Day(step.Day)}")}"))
        : null;
}
