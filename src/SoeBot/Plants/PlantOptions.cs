using System.ComponentModel.DataAnnotations;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Health;
using SoeBot.Domain.Metrics;

namespace SoeBot.Plants;

/// <summary>One plant, section <c>Plants:{id}</c>. The id is its short name: lower-case letters, digits, dashes.</summary>
public sealed class PlantOptions
{
    /// <summary>As people read it in titles.</summary>
    [Required] public string Name { get; set; } = "";

    /// <summary>IANA name, e.g. "Europe/Berlin".</summary>
    [Required] public string TimeZone { get; set; } = "";

    /// <summary>First day of the plant's week.</summary>
    public DayOfWeek WeekStart { get; set; } = DayOfWeek.Monday;

    /// <summary>Left out: Monday to Friday.</summary>
    public List<DayOfWeek> WorkingDays { get; set; } = [];

    /// <summary>Days the plant is shut, as yyyy-MM-dd.</summary>
    public List<DateOnly> Holidays { get; set; } = [];

    /// <summary>An iCalendar file (.ics) whose all-day events are days the plant is shut, beside <see cref="Holidays"/>; read again when it changes.</summary>
    public string? HolidayFile { get; set; }

    /// <summary>In place of <see cref="WorkingDays"/>: days on and off in turn.</summary>
    public RotationSetting? Rotation { get; set; }

    /// <summary>Of work centres that work on other days than the plant, by the name that the work centres' table uses.</summary>
    public Dictionary<string, CalendarSetting> Calendars { get; set; } = [];

    /// <summary>Working weeks that look-ahead and at-risk list reach ahead (R129).</summary>
    [Range(1, 12)] public int HorizonWeeks { get; set; } = 2;

    /// <summary>Start of the first shift, plant time, and so of the production day.</summary>
    public TimeOnly FirstShift { get; set; } = new(6, 0);

    /// <summary>End of the day shift, plant time: reminders stay silent after it.</summary>
    public TimeOnly DayEnd { get; set; } = new(18, 0);

    /// <summary>On the first working day of the week, plant time: when nobody published the week by then, the newest version freezes by itself, not confirmed by planning.</summary>
    public TimeOnly PublishBy { get; set; } = new(12, 0);

    /// <summary>Who asks for a change may decide on it where nobody else could; it is marked so. Off: it waits for a deputy, and ends unapproved when there is none.</summary>
    public bool ApproveOwn { get; set; }

    /// <summary>Day of the weekly meeting.</summary>
    public DayOfWeek MeetingDay { get; set; } = DayOfWeek.Wednesday;

    /// <summary>Start of the weekly meeting, plant time.</summary>
    public TimeOnly MeetingStart { get; set; } = new(13, 0);

    /// <summary>60 to 90 (R2).</summary>
    [Range(60, 90)] public int MeetingMinutes { get; set; } = 90;

    /// <summary>Of plan files where nobody says another: a mapping file, or the name of a built-in mapping. Left out: our own column names.</summary>
    public string? Mapping { get; set; }

    /// <summary>How the plant's numbers are counted and the lines they are held against.</summary>
    public MetricSettings Numbers { get; set; } = new();

    /// <summary>When something is flagged.</summary>
    public FlagSettings Flags { get; set; } = new();

    /// <summary>When the process itself is called slow.</summary>
    public HealthSettings Health { get; set; } = new();

    /// <summary>Whoever posts a plan proves with it that they may: 16 characters at least. Left out: nobody may post one.</summary>
    [MinLength(16)] public string? ImportKey { get; set; }

    /// <summary>What a plan may look like, whichever way it comes in.</summary>
    public PlantImportOptions Import { get; set; } = new();

    /// <summary>A folder whose files become the plan.</summary>
    public PlantWatchOptions Watch { get; set; } = new();

    /// <summary>A plan that is fetched at times of the day.</summary>
    public PlantPullOptions Pull { get; set; } = new();

    /// <summary>Which other systems are told of changes that hold.</summary>
    public HandOverOptions HandOver { get; set; } = new();

    /// <summary>Agenda and board of the next meeting as a page to print.</summary>
    public PlantSheetOptions Sheet { get; set; } = new();

    /// <summary>True for the built-in plant that makes its own data every day.</summary>
    public bool Sample { get; set; }

    /// <summary>Entra object ids of the first administrators, in the bot's home tenant. They count while the plant has none; afterwards roles are given in chat.</summary>
    public List<string> Administrators { get; set; } = [];

    /// <summary>Whom a decision goes to that a level cannot take itself.</summary>
    public EscalationOptions Escalation { get; set; } = new();

    /// <summary>How orders at risk are found.</summary>
    public RiskOptions Risk { get; set; } = new();
}
