namespace SoeBot.Domain.Pegging;

/// <summary>What decides the day a production order is really done.</summary>
public enum LineDelay : byte
{
    /// <summary>Its due day holds.</summary>
    None,

    /// <summary>Its due day is past and it is still open.</summary>
    PastDue,

    /// <summary>The hours queued before it at its work centre do not fit into the days left.</summary>
    Capacity,

    /// <summary>A component arrives after its start.</summary>
    Components,
}

/// <summary>When a scheduled production order is expected to be done, and why then.</summary>
/// <param name="Day">Never before the due day; <see cref="Supply.Never"/> when a component will never come.</param>
/// <param name="ShortDemand">The component demand that decides, or -1.</param>
/// <param name="QueueHours">Hours of its work centre up to and including this order; 0 when unknown.</param>
public readonly record struct LineTiming(DateOnly Day, LineDelay Delay, int ShortDemand, decimal QueueHours);
