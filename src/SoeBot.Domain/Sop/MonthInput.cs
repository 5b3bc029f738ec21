using SoeBot.Domain.Decisions;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;

namespace SoeBot.Domain.Sop;

/// <summary>What the month's summary is drafted from: what is stored, and nothing that somebody would have to type.</summary>
public sealed record MonthInput
{
    /// <summary>First day of the finished month.</summary>
    public required DateOnly Month { get; init; }
    public required PlantCalendar Calendar { get; init; }

    /// <summary>Meetings closed in the month.</summary>
    public IReadOnlyList<MeetingMinutes> Minutes { get; init; } = [];

    /// <summary>Decided or closed in the month, or open.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Of the newest plan version; null when there is none.</summary>
    public PlanFindings? Findings { get; init; }
    public IReadOnlyList<CapacityGap>? Gaps { get; init; }
    public IReadOnlyList<OutsidePlanLine>? Outside { get; init; }

    /// <summary>Null when no plan was signed, so that nothing can be outside it.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>Listed or decided about by people.</summary>
    public IReadOnlyList<AtRiskOrder> Orders { get; init; } = [];
    public IReadOnlyList<SopTopic> SentDown { get; init; } = [];

    public DayRange Days => new(Month, Month.AddMonths(1).AddDays(-1));

    public bool IsIn(DateTimeOffset? at) => at is { } known && Days.Contains(Calendar.DayOf(known));

    public IEnumerable<ExceptionWeek> ExceptionWeeks => (Findings?.ExceptionWeeks ?? []).Where(week => Days.Contains(week.Week.Start.AddDays(3)));
}
