namespace SoeBot.Domain.Plan;

/// <summary>A machine or line with what it can do.</summary>
public sealed record WorkCentre : IPlanRow
{
    public required string Number { get; init; }
    public required string Name { get; init; }

    /// <summary>Available hours on a working day, after efficiency.</summary>
    public required decimal HoursPerDay { get; init; }

    public string Key => Number;
}
