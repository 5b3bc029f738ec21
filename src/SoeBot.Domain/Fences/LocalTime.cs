namespace SoeBot.Domain.Fences;

/// <summary>Instants of local times. One that does not exist becomes the next moment that does; of one that exists twice, the first counts.</summary>
public static class LocalTime
{
    public static DateTimeOffset At(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    public static DateOnly DayOf(TimeZoneInfo zone, DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The zone of that IANA name; <paramref name="otherwise"/> when there is none or the machine does not know it.</summary>
    public static TimeZoneInfo ZoneOf(string? name, TimeZoneInfo otherwise) =>
        name is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : otherwise;
}
