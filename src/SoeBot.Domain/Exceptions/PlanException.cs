namespace SoeBot.Domain.Exceptions;

/// <summary>The four categories of the daily page (R34 to R37) and the further ones that can be counted (R38).</summary>
public enum ExceptionCategory
{
    LateSupply, Downtime, QualityHold, OrderChange,
    Cancellation, Expedite, MaterialShortage, Scrap, LabourShortage, SlowRun, Logistics, UnapprovedChange,
}

/// <summary>
/// One divergence from the plan. Two are the same exception when category, object and cause agree;
/// <see cref="ReportDays"/> counts consecutive report days of the plant's calendar, so that a weekend neither makes nor breaks a chain.
/// </summary>
/// <param name="Cause">The source's code, or our own words for what we found ourselves; <see cref="CauseWords"/> makes it readable.</param>
/// <param name="Object">Supplier and item, machine, product or customer order.</param>
/// <param name="Words">One line as people read it.</param>
/// <param name="Unit">Of planned and actual: h, pcs, days.</param>
/// <param name="ReportDays">Report days in a row; 0 when it was first seen on a day that is none, a weekend.</param>
public sealed record PlanException(
    ExceptionCategory Category,
    string Object,
    string Cause,
    DateOnly Since,
    string Words,
    decimal? Planned,
    decimal? Actual,
    string? Unit,
    int ReportDays = 1)
{
    public string Identity => $"{Category}|{Object}|{Cause}";

    /// <summary>The third day in a row makes it a process problem (R41).</summary>
    public bool IsProcessProblem => ReportDays >= 3;
    public decimal? Difference => Actual - Planned;
}
