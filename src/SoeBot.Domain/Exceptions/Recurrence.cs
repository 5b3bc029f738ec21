namespace SoeBot.Domain.Exceptions;

/// <summary>Chains of report days (R41): the same exception on consecutive report days of the plant's calendar.</summary>
internal static class Recurrence
{
    /// <summary>A chain goes on when the previous report is the last working day's, and stays as it is when today's report is made again.</summary>
    public static List<PlanException> Continue(IReadOnlyList<PlanException> found, ExceptionInput input)
    {
        var step = input.PreviousDay switch
        {
            { } day when day == input.Today => 0,
            { } day when day >= input.Calendar.AddWorkingDays(input.Today, -1) => 1,
            _ => -1,
        };
        var before = new Dictionary<string, PlanException>(StringComparer.Ordinal);
        if (step >= 0)
            foreach (var exception in input.Previous) before[exception.Identity] = exception;

        var result = new List<PlanException>(found.Count);
        foreach (var exception in found)
        {
            result.Add(before.TryGetValue(exception.Identity, out var earlier)
                ? exception with
                {
                    ReportDays = earlier.ReportDays + step,
                    Since = earlier.Since < exception.Since ? earlier.Since : exception.Since,
                }
                : exception);
        }
        return result;
    }
}
