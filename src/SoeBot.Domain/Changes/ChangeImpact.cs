using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Changes;

/// <summary>A production order that has to make room.</summary>
public sealed record DisplacedLine(string Number, string Item, decimal Pieces, DateOnly From, DateOnly To);

/// <summary>A customer order that is projected for another day with the change than without it.</summary>
/// <param name="Before">Null: no day is in sight.</param>
/// <param name="After">Null: no day is in sight.</param>
/// <param name="Wanted">The day it counts against: what the asker wants, else what was promised.</param>
/// <param name="Penalty">For missing it, in the plant's currency; null when the source has none.</param>
public sealed record OrderEffect(string Order, DateOnly? Before, DateOnly? After, DateOnly Wanted, decimal? Penalty, bool IsSubject)
{
    /// <summary>Of the line, in the plant's currency; null when the source has none.</summary>
    public decimal? Value { get; init; }

    public int LateBefore => Late(Before);
    public int LateAfter => Late(After);

    /// <summary>Later with the change than without.</summary>
    public bool IsWorse => Before is not null && (After is null || After > Before);

    /// <summary>A day that nobody can give counts as far as the longest look ahead.</summary>
    private int Late(DateOnly? day) => day is { } known ? Math.Max(0, known.DayNumber - Wanted.DayNumber) : Unknown;

    public const int Unknown = 84;
}

/// <summary>What it costs, to do it or to leave it.</summary>
/// <param name="LateDays">Calendar days of all late orders together.</param>
/// <param name="Penalty">Null when no source names any.</param>
public sealed record ChangePrice(int LateOrders, int LateDays, decimal? Penalty);

/// <summary>What a change would do, computed on one plan version with the rules of the plan (R26).</summary>
public sealed record ChangeImpact
{
    public required int PlanVersion { get; init; }

    /// <summary>Why it cannot be done as asked, in words; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>The day of the earliest place it leaves, and of the earliest it goes to; null where there is none.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public Fence Zone { get; init; }

    /// <summary>When the earliest slot starts that it touches and that has not started: until then it can be decided.</summary>
    public DateTimeOffset? FirstSlot { get; init; }

    /// <summary>What it is about, in words: "40 x Mountain-500 Black".</summary>
    public string Words { get; init; } = "";

    /// <summary>Numbers of the production orders that it changes.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>How its production orders, and those that make room, stand once it is in the schedule: the comparison after an import looks for just that.</summary>
    public IReadOnlyList<ExpectedLine> Expected { get; init; } = [];

    /// <summary>At most <see cref="MostListed"/>, the nearest first; <see cref="DisplacedCount"/> and pieces are of all.</summary>
    public IReadOnlyList<DisplacedLine> Displaced { get; init; } = [];
    public int DisplacedCount { get; init; }
    public decimal DisplacedPieces { get; init; }

    /// <summary>Orders it makes later or earlier, the worst first; at most <see cref="MostListed"/>.</summary>
    public IReadOnlyList<OrderEffect> Orders { get; init; } = [];
    public int WorseOrders { get; init; }

    /// <summary>Hours of work that change place, and on which work centre; null when the source has no hours.</summary>
    public decimal? Hours { get; init; }
    public string? WorkCentre { get; init; }

    /// <summary>Hours beyond what the work centre has if nothing made room.</summary>
    public decimal Overtime { get; init; }

    /// <summary>Set-ups more than planned.</summary>
    public int Changeovers { get; init; }

    /// <summary>Of doing nothing and of doing it, over the orders that it makes later or earlier and those it is about.</summary>
    public ChangePrice Nothing { get; init; } = new(0, 0, null);
    public ChangePrice Doing { get; init; } = new(0, 0, null);

    /// <summary>Value of the customer order lines that it is about or makes later, in the plant's currency: who decides may hang on it (R105). Null when the source has no values.</summary>
    public decimal? Amount { get; init; }

    public const int MostListed = 10;
}
