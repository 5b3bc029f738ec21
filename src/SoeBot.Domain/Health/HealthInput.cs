using SoeBot.Domain.Decisions;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Minutes;

namespace SoeBot.Domain.Health;

/// <summary>What became of one date of the weekly series.</summary>
public enum PlannedFate { Held, HeldMoved, Cancelled, Missed }

/// <param name="Usual">As the settings give it; null in a week in which the plant is shut.</param>
/// <param name="Date">What people changed of it; null when nothing.</param>
public sealed record PlannedWeek(PlantWeek Week, DateTimeOffset? Usual, MeetingDate? Date)
{
    public DateTimeOffset? Start => Date is null ? Usual : Date.Start;
    public int Moves => Date?.Changes.Count(change => change.To is not null) ?? 0;
}

/// <summary>What the health of the process is computed from.</summary>
public sealed record HealthInput
{
    public required PlantCalendar Calendar { get; init; }

    /// <summary>The plant's day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Minutes of all meetings of the window, the oldest first.</summary>
    public IReadOnlyList<MeetingMinutes> Minutes { get; init; } = [];

    /// <summary>Decided, due or closed in the window.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Weeks of the series whose end is past.</summary>
    public IReadOnlyList<PlannedWeek> Weeks { get; init; } = [];

    /// <summary>Open now.</summary>
    public IReadOnlyList<PlanException> Exceptions { get; init; } = [];
    public IReadOnlyList<ProcessProblem> Problems { get; init; } = [];

    /// <summary>Numbers of the problems whose cause has an owner.</summary>
    public IReadOnlySet<int> Owned { get; init; } = new HashSet<int>();
    public HealthSettings Settings { get; init; } = new();

    /// <summary>Weekly meetings alone: a check-in that decides nothing is no status meeting.</summary>
    public IEnumerable<MeetingMinutes> Weekly(HealthWindow window) => Minutes.Where(one => one.Template == AgendaTemplate.WeeklyId && window.Contains(one.ClosedAt));
}
