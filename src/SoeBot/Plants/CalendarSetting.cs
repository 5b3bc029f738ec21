using SoeBot.Domain.Fences;

namespace SoeBot.Plants;

/// <summary>The days of some work centres. The plant's holidays count for them too, unless they work through.</summary>
public sealed class CalendarSetting
{
    /// <summary>Left out: the plant's.</summary>
    public List<DayOfWeek> WorkingDays { get; set; } = [];

    /// <summary>In place of <see cref="WorkingDays"/>.</summary>
    public RotationSetting? Rotation { get; set; }

    /// <summary>Days off beside the plant's holidays, as yyyy-MM-dd.</summary>
    public List<DateOnly> Holidays { get; set; } = [];

    /// <summary>True: the plant's holidays are working days here.</summary>
    public bool WorksHolidays { get; set; }
}

/// <summary>Days on and days off in turn: four on, four off.</summary>
public sealed class RotationSetting
{
    /// <summary>The first day of one of the runs of days on, as yyyy-MM-dd.</summary>
    public DateOnly From { get; set; }
    public int On { get; set; }
    public int Off { get; set; }

    internal Rotation ToRotation() => new(From, On, Off);
}
