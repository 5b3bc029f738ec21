using SoeBot.Domain.Fences;
using SoeBot.Domain.Flags;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.Health;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;

namespace SoeBot.Plants;

/// <summary>A plant as the rest of the app sees it: checked, with its calendar built.</summary>
public sealed record PlantProfile
{
    public required PlantId Id { get; init; }
    public required string Name { get; init; }
    public required PlantCalendar Calendar { get; init; }
    public required DayOfWeek MeetingDay { get; init; }
    public required TimeOnly MeetingStart { get; init; }
    public required int MeetingMinutes { get; init; }
    public bool Sample { get; init; }

    /// <summary>Who asks for a change may decide on it where nobody else could.</summary>
    public bool ApproveOwn { get; init; }

    /// <summary>When the newest version freezes by itself on the first working day, plant time.</summary>
    public TimeOnly PublishBy { get; init; } = new(12, 0);
    public MetricSettings Numbers { get; init; } = new();
    public FlagSettings Flags { get; init; } = new();
    public HealthSettings Health { get; init; } = new();

    /// <summary>Of its plan files; null for our own column names.</summary>
    public string? Mapping { get; init; }

    /// <summary>Whom a decision goes to that a level cannot take itself.</summary>
    public EscalationLevels Escalation { get; init; } = new EscalationOptions().Read();

    /// <summary>Systems that are told of changes that hold; none for most plants.</summary>
    public IReadOnlyList<Receiver> Receivers { get; init; } = [];

    /// <summary>Where its meeting sheet is written; null when no file is wanted.</summary>
    public string? SheetFolder { get; init; }

    /// <summary>The meeting sheet may name customers.</summary>
    public bool SheetNamesCustomers { get; init; }

    /// <summary>Who decides what while nobody wrote down otherwise in chat.</summary>
    public DecisionRights Rights => new() { Path = Escalation.Levels, Sponsor = Escalation.Sponsor };

    /// <summary>How its orders at risk are found.</summary>
    public RiskSettings Risk { get; init; } = new();

    /// <summary>Null when the plant is shut that whole week; on a holiday the meeting moves to the last working day before it, else the first after.</summary>
    public DateOnly? MeetingDayOf(PlantWeek week)
    {
        var wanted = week.Days.Each().First(day => day.DayOfWeek == MeetingDay);
        if (Calendar.IsWorkingDay(wanted)) return wanted;
        for (var day = wanted.AddDays(-1); day >= week.Start; day = day.AddDays(-1))
            if (Calendar.IsWorkingDay(day)) return day;
        for (var day = wanted.AddDays(1); day <= week.End; day = day.AddDays(1))
            if (Calendar.IsWorkingDay(day)) return day;
        return null;
    }

    /// <summary>The first meeting that starts after the instant, looking a year ahead.</summary>
    public DateTimeOffset? NextMeeting(DateTimeOffset after)
    {
        var week = Calendar.WeekOf(after);
        for (var ahead = 0; ahead < 53; ahead++, week = week.Next)
            if (MeetingDayOf(week) is { } day && Calendar.At(day, MeetingStart) is var start && start > after) return start;
        return null;
    }
}
