namespace SoeBot.Domain.Health;

/// <summary>The numbers of the process itself (R17, R133, R134, R141 to R144), in the order in which people read them. Names stand on the wire.</summary>
public enum HealthKind
{
    DecisionsPerMeeting, CompleteAtClose, Kept, Missed, Renegotiated, DaysToClose, RedatesPerDecision,
    Cadence, StatusMeetings, OutsideMeeting, LookingBack, SlowReaction, UnapprovedChanges,
}

/// <summary>One number of the process with its unit, window and definition.</summary>
/// <param name="Unit"><see cref="Metrics.Figure.Share"/>, "days" or what is counted.</param>
/// <param name="Definition">As people read it beside the number.</param>
public sealed record HealthFigure(HealthKind Kind, string Unit, string Definition, HealthWindow Window)
{
    /// <summary>Null when there is no number; <see cref="Absent"/> then says why.</summary>
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }

    /// <summary>Of both counts.</summary>
    public string? Counted { get; init; }
    public string? Absent { get; init; }

    /// <summary>Why somebody should look at it; null when it is as it should be.</summary>
    public string? Warning { get; init; }

    /// <summary>What it is made of, the worst first, at most <see cref="MostParts"/>.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    public const int MostParts = 10;

    internal HealthFigure Over(int numerator, int denominator, string counted, string absent) =>
        this with { Numerator = numerator, Denominator = denominator, Counted = counted, Value = denominator == 0 ? null : (decimal)numerator / denominator, Absent = denominator == 0 ? absent : null };
}

/// <summary>From an instant to before another.</summary>
/// <param name="Words">"the last four meetings", "13 weeks".</param>
public sealed record HealthWindow(string Words, DateTimeOffset From, DateTimeOffset Until)
{
    public bool Contains(DateTimeOffset at) => From <= at && at < Until;
}
