namespace SoeBot.Domain.Plan;

/// <summary>A machine or line with what it can do.</summary>
public sealed record WorkCentre : IPlanRow
{
    public required string Number { get; init; }
    public required string Name { get; init; }

    /// <summary>Hours on a full working day, of all its machines together, before <see cref="Efficiency"/>.</summary>
    public required decimal HoursPerDay { get; init; }

    /// <summary>How much of an hour becomes work: 0.85. One when the hours are net already.</summary>
    public decimal Efficiency { get; init; } = 1;

    /// <summary>When it works on a working day: "06:00-14:00 22:00-06:00"; null when only the hours are known.</summary>
    public string? Shifts { get; init; }

    /// <summary>One of the plant's named calendars (setting <c>Plants:{id}:Calendars</c>); null for the plant's own days.</summary>
    public string? Calendar { get; init; }

    /// <summary>The contract plant it belongs to (R73); null for our own.</summary>
    public string? ContractPlant { get; init; }

    public string Key => Number;
}
