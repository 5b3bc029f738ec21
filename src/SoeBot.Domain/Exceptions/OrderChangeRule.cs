using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Exceptions;

/// <summary>What customers changed since the previous report (R37): quantity, date, cancellation, and new lines inside the frozen week. A date pulled into the frozen week counts as an expedite (R38).</summary>
internal static class OrderChangeRule
{
    private static readonly HashSet<string> Causes = ["new in the frozen week", "no longer in the order file", "cancelled", "quantity raised", "quantity reduced", "date earlier", "date later"];

    /// <summary>Found by this rule, in this version or an earlier one.</summary>
    public static bool IsOurs(PlanException exception) => Causes.Contains(exception.Cause);

    public static void Find(ExceptionInput input, List<PlanException> found)
    {
        if (input.OrderChanges is not { } changes) return;
        var names = PlanNames.Of(input.Plan);
        var frozenEnd = FenceRules.WorkingWeekFrom(input.PublishedWeek ?? input.Calendar.WeekOf(input.Today), input.Calendar).End;

        foreach (var change in changes.Changed)
            Changed(change.Before, change.After, input.Today, frozenEnd, names, found);
        foreach (var line in changes.Added)
            if (line.OpenQuantity > 0 && line.Commitment <= frozenEnd)
                found.Add(new PlanException(
                    ExceptionCategory.OrderChange, line.Key, "new in the frozen week", input.Today,
                    $"{Named(line, names)} is new: {PlanWords.Quantity(line.OpenQuantity)} for {PlanWords.Day(line.Commitment)}, inside the frozen week",
                    0, line.OpenQuantity, "pcs"));
        foreach (var line in changes.Removed)
            if (line.OpenQuantity > 0 && line.Commitment >= input.Today)
                found.Add(new PlanException(
                    ExceptionCategory.Cancellation, line.Key, "no longer in the order file", input.Today,
                    $"{Named(line, names)} is no longer in the order file; {PlanWords.Quantity(line.OpenQuantity)} were open for {PlanWords.Day(line.Commitment)}",
                    line.OpenQuantity, 0, "pcs"));
    }

    private static void Changed(OrderLine before, OrderLine after, DateOnly today, DateOnly frozenEnd, Func<string, string> names, List<PlanException> found)
    {
        if (after.Cancelled)
        {
            if (!before.Cancelled)
                found.Add(new PlanException(
                    ExceptionCategory.Cancellation, after.Key, "cancelled", today,
                    $"{Named(after, names)} was cancelled: {PlanWords.Quantity(before.OpenQuantity)} for {PlanWords.Day(before.Commitment)}",
                    before.OpenQuantity, 0, "pcs"));
            return;
        }
        if (before.Quantity != after.Quantity)
            found.Add(new PlanException(
                ExceptionCategory.OrderChange, after.Key, after.Quantity > before.Quantity ? "quantity raised" : "quantity reduced", today,
                $"{Named(after, names)} changed from {PlanWords.Quantity(before.Quantity)} to {PlanWords.Quantity(after.Quantity)} for {PlanWords.Day(after.Commitment)}",
                before.Quantity, after.Quantity, "pcs"));

        var (from, to) = Dates(before, after);
        if (from != to)
            found.Add(new PlanException(
                to <= frozenEnd && from > frozenEnd ? ExceptionCategory.Expedite : ExceptionCategory.OrderChange, after.Key, to < from ? "date earlier" : "date later", today,
                $"{Named(after, names)} moved from {PlanWords.Day(from)} to {PlanWords.Day(to)}",
                0, to.DayNumber - from.DayNumber, "days"));
    }

    /// <summary>The customer's date; a confirmed date that only moves out is our own new promise, not the customer's change.</summary>
    private static (DateOnly From, DateOnly To) Dates(OrderLine before, OrderLine after)
    {
        if (before.Requested != after.Requested) return (before.Requested, after.Requested);
        return after.Commitment < before.Commitment ? (before.Commitment, after.Commitment) : default;
    }

    private static string Named(OrderLine line, Func<string, string> names) => $"{line.Order} line {line.Line}, {names(line.Item)},";
}
