namespace SoeBot.JourneyTests.Simulation;

/// <summary>In which weeks people do anything: for some weeks together much at once, then for some nearly nothing, so that a year is affordable and what happens still meets.</summary>
internal sealed class SimWeeks
{
    private readonly HashSet<DateOnly> _lively = [];

    /// <param name="first">The Monday of the first week, which is lively.</param>
    /// <param name="chance">How long each stretch is.</param>
    /// <param name="dense">All are lively.</param>
    public SimWeeks(DateOnly first, Random chance, bool dense)
    {
        for (var (week, left, lively) = (0, chance.Next(1, 3), true); week < 60; week++)
        {
            if (left-- == 0) (left, lively) = (lively ? chance.Next(6, 11) : chance.Next(0, 2), !lively);
            if (lively || dense) _lively.Add(first.AddDays(7 * week));
        }
    }

    public bool IsLively(DateOnly day) => _lively.Contains(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));
}
