namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>Whoever is away and has a deputy who is there gets no reminder; the deputy does.</summary>
internal sealed class TheAbsentAreLeftAlone : IInvariant
{
    public string Name => "an absent person gets nothing";

    public string? Arrived(PlantYear year, Arrival arrival)
    {
        if (arrival is not { IsReminder: true, To: { } to, Row: { } row } || SimReminder.Of(year, row.Key) is not { } reminder) return null;
        var away = Away(year);
        if (reminder.Person != reminder.For) year.Count("reminders to a deputy");
        return away.FirstOrDefault(one => one.Person.EndsWith(to.AadObjectId, StringComparison.Ordinal) && one.Deputy is { } deputy && away.All(other => other.Person != deputy)) is { Person: not null } found
            ? $"{row.Key} came to {to}, who is away until {found.Until} while {found.Deputy} covers." : null;
    }

    private static List<(string Person, string Until, string? Deputy)> Away(PlantYear year)
    {
        var today = $"'{year.Today:yyyy-MM-dd}'";
        return year.Store.Read(
            $"SELECT person, until, deputy FROM absences WHERE \"from\" <= {today} AND until >= {today} AND (back_on IS NULL OR back_on > {today}) AND scope <> 'Approvals'",
            row => (row.GetString(0), $"{row.GetValue(1)}", row.IsDBNull(2) ? null : row.GetString(2)));
    }
}
