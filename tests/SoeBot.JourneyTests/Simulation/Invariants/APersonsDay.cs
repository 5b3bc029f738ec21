using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>Counted where it arrives: at most one digest and two singles a day by the person's own clock, and only while they are at work.</summary>
internal sealed class APersonsDay : IInvariant
{
    /// <summary>A call may be on its way when the day ends.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(4);

    private readonly HashSet<long> _counted = [];
    private readonly Dictionary<(FakePerson, DateOnly, string), int> _days = [];

    public string Name => "one digest and two singles a day, within hours";

    public string? Arrived(PlantYear year, Arrival arrival)
    {
        if (arrival is not { IsReminder: true, To: { } to, Row: { } row } || SimReminder.Of(year, row.Key) is not { IsUrgent: false } reminder) return null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(year.Store.Read($"SELECT zone FROM people WHERE key LIKE '%{to.AadObjectId}'", one => one.GetString(0)).Single());
        var local = TimeZoneInfo.ConvertTime(arrival.At, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        var (opens, ends) = (year.Calendar.FirstShift, year.Calendar.DayEnd);
        if (!year.Calendar.IsWorkingDay(day)) return $"{row.Key} came on {day:ddd d MMM}, on which nobody works.";
        var early = opens < ends && TimeOnly.FromDateTime(local.DateTime) < opens;
        if (early || TimeOnly.FromDateTime((local - OnItsWay).DateTime) >= ends) return $"{row.Key} came at {local:HH:mm}, and {to} works {opens} to {ends}.";
        if (!_counted.Add(row.Id)) return null;
        var count = _days[(to, day, reminder.Class)] = _days.GetValueOrDefault((to, day, reminder.Class)) + 1;
        return count > (reminder.Class == "Digest" ? 1 : 2) ? $"{row.Key} is number {count} of {reminder.Class} for {to} on {day:d MMM}." : null;
    }
}

/// <summary>A reminder as it lies in the store.</summary>
/// <param name="Person">Key of its reader.</param>
internal sealed record SimReminder(string Class, string Person, string For)
{
    public bool IsUrgent => Class == "Urgent";

    /// <summary>Null for what is no reminder of a person.</summary>
    public static SimReminder? Of(PlantYear year, string messageKey)
    {
        var key = messageKey.LastIndexOf('#') is var cut and > 0 && int.TryParse(messageKey[(cut + 1)..], out _) ? messageKey[..cut] : messageKey;
        return year.Store.Read($"SELECT class, person, \"for\" FROM reminders WHERE key = '{key.Replace("'", "''")}'", row => new SimReminder(row.GetString(0), row.GetString(1), row.GetString(2))).FirstOrDefault();
    }
}
