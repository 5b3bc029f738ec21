namespace SoeBot.Domain.Exceptions;

/// <summary>The daily exceptions (R34 to R38, R43), by category, within it the longest chain and then the greatest difference first.</summary>
public static class ExceptionRules
{
    public static IReadOnlyList<PlanException> Compute(ExceptionInput input)
    {
        var found = new List<PlanException>();
        LateSupplyRule.Find(input, found);
        ShopEventRule.Find(input, found);
        StockOnHoldRule.Find(input, found);
        OrderChangeRule.Find(input, found);
        UnapprovedChangeRule.Find(input, found);
        KeepToday(input, found);

        var result = Recurrence.Continue(found, input);
        result.Sort((a, b) =>
        {
            var order = a.Category.CompareTo(b.Category);
            if (order == 0) order = b.ReportDays.CompareTo(a.ReportDays);
            if (order == 0) order = Math.Abs(b.Difference ?? 0).CompareTo(Math.Abs(a.Difference ?? 0));
            if (order == 0) order = string.CompareOrdinal(a.Object, b.Object);
            return order != 0 ? order : string.CompareOrdinal(a.Cause, b.Cause);
        });
        return result;
    }

    /// <summary>What customers changed before an earlier import of this day is still of the last 24 hours.</summary>
    private static void KeepToday(ExceptionInput input, List<PlanException> found)
    {
        if (input.PreviousDay != input.Today) return;
        var known = found.Select(exception => exception.Identity).ToHashSet(StringComparer.Ordinal);
        foreach (var exception in input.Previous)
            if (exception.Category is ExceptionCategory.OrderChange or ExceptionCategory.Cancellation or ExceptionCategory.Expedite
                && exception.Since == input.Today && OrderChangeRule.IsOurs(exception) && known.Add(exception.Identity)) found.Add(exception);
    }
}
