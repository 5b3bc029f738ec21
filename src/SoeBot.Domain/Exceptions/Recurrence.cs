namespace SoeBot.Domain.Exceptions;

/// <summary>
/// Chains of report days (R41): the same exception on consecutive working days of the plant's calendar. A report on any other day neither
/// makes nor breaks a chain, and the last report of a day decides for it.
/// </summary>
public static class Recurrence
{
    internal static List<PlanException> Continue(IReadOnlyList<PlanException> found, ExceptionInput input)
    {
        var chains = Known(input);
        var isReportDay = input.Calendar.IsWorkingDay(input.Today);
        var result = new List<PlanException>(found.Count);
        foreach (var exception in found)
        {
            var earlier = chains.GetValueOrDefault(exception.Identity);
            var days = earlier is null ? (isReportDay ? 1 : 0)
                : !isReportDay || earlier.LastDay == input.Today ? earlier.ReportDays
                : earlier.ReportDays + 1;
            result.Add(exception with { ReportDays = days, Since = earlier?.Since < exception.Since ? earlier.Since : exception.Since });
        }
        return result;
    }

    /// <summary>What is to be remembered of chains that today's report does not show.</summary>
    public static IReadOnlyList<ExceptionChain> Resting(IReadOnlyList<PlanException> today, ExceptionInput input)
    {
        var shown = today.Select(exception => exception.Identity).ToHashSet(StringComparer.Ordinal);
        // Seen today already: the chain is only broken when the day ends without it, and that the next report day shows.
        return [.. Known(input).Values.Where(chain => !shown.Contains(chain.Identity)).OrderBy(chain => chain.Identity, StringComparer.Ordinal)
            .Select(chain => chain.LastDay == input.Today ? chain with { ReportDays = chain.ReportDays - 1, LastDay = input.Calendar.AddWorkingDays(input.Today, -1) } : chain)
            .Where(chain => chain.ReportDays > 0)];
    }

    /// <summary>Chains that are not broken: seen on the last working day before today, or today.</summary>
    private static Dictionary<string, ExceptionChain> Known(ExceptionInput input)
    {
        var lastReportDay = input.Calendar.AddWorkingDays(input.Today, -1);
        var chains = new Dictionary<string, ExceptionChain>(StringComparer.Ordinal);
        foreach (var chain in input.Resting)
            if (chain.LastDay >= lastReportDay) chains[chain.Identity] = chain;
        if (input.PreviousDay is not { } day) return chains;
        var reported = input.Calendar.IsWorkingDay(day) ? day : input.Calendar.AddWorkingDays(day, -1);
        if (reported < lastReportDay) return chains;
        foreach (var exception in input.Previous) chains[exception.Identity] = new(exception.Identity, exception.ReportDays, exception.Since, reported);
        return chains;
    }
}
