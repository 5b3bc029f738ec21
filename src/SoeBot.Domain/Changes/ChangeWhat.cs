namespace SoeBot.Domain.Changes;

/// <summary>What somebody wants otherwise than planned (R26).</summary>
public enum ChangeKind
{
    /// <summary>What makes it is done on another day.</summary>
    Move,

    /// <summary>Something nobody planned is made.</summary>
    Add,
    Cancel,
    Quantity,

    /// <summary>The customer gets it on another day; what makes it stays where it is.</summary>
    Date,

    /// <summary>On another work centre.</summary>
    Line,

    /// <summary>At another place in the queue of its work centre.</summary>
    Sequence,

    /// <summary>In two parts, the second on another day.</summary>
    Split,
}

public enum ChangeSubject
{
    /// <summary>A customer order, with all its open lines.</summary>
    Order,

    /// <summary>One production order of the schedule.</summary>
    ScheduleLine,

    /// <summary>An item of which something is added.</summary>
    Item,
}

/// <summary>Why. The asker's own words stand beside it.</summary>
public enum ChangeReason { LineStop, CustomerAsks, Material, Machine, Quality, People, Transport, Other }

/// <summary>One change that somebody wants.</summary>
/// <param name="Reference">Order, production order or item, as the plan names it.</param>
public sealed record ChangeWhat(ChangeKind Kind, ChangeSubject Subject, string Reference)
{
    /// <summary>The day it is to be done on; of a split, the second part.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Pieces: the new quantity, what is added, or the first part of a split.</summary>
    public decimal? Quantity { get; init; }
    public string? WorkCentre { get; init; }
    public int? Sequence { get; init; }

    /// <summary>What such a change cannot do without and lacks: the name of the field; null when nothing does.</summary>
    public string? Missing => Reference.Length == 0 ? nameof(Reference) : Kind switch
    {
        ChangeKind.Move or ChangeKind.Date when To is null => nameof(To),
        ChangeKind.Add when Quantity is not > 0 => nameof(Quantity),
        ChangeKind.Add when To is null => nameof(To),
        ChangeKind.Quantity or ChangeKind.Split when Quantity is not > 0 => nameof(Quantity),
        ChangeKind.Line when string.IsNullOrWhiteSpace(WorkCentre) => nameof(WorkCentre),
        ChangeKind.Sequence when Sequence is not > 0 => nameof(Sequence),
        _ => null,
    };
}
