namespace SoeBot.Domain.Plan;

/// <summary>One component of an assembly, within its days of validity.</summary>
public sealed record BillLine : IPlanRow
{
    public required string Assembly { get; init; }
    public required string Component { get; init; }

    /// <summary>Pieces of the component in one piece of the assembly.</summary>
    public required decimal Per { get; init; }
    public DateOnly? From { get; init; }

    /// <summary>The first day it no longer holds; null means it still does.</summary>
    public DateOnly? Until { get; init; }

    public string Key => $"{Assembly}/{Component}/{From:yyyyMMdd}";

    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (Until is null || day < Until);
}
