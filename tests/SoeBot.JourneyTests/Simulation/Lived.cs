namespace SoeBot.JourneyTests.Simulation;

/// <summary>What happened in all the years of a run, and what it took.</summary>
internal sealed class Lived
{
    private readonly SortedDictionary<string, int> _happened = new(StringComparer.Ordinal);
    private readonly Spent _spent = new();
    private readonly TimeSpan _since = Spent.Now;
    private TimeSpan _last = Spent.Now;
    private int _years;
    private long _boundaries;

    public List<string> Broken { get; } = [];

    /// <returns>The year in a line. It is over and gone.</returns>
    public string Add(PlantYear year, StoreKind kind, string? broken)
    {
        var (took, now) = (Spent.Now - _last, Spent.Now);
        _last = now;
        if (broken is not null) Broken.Add(broken);
        foreach (var (what, times) in year.Happened) Count(what, times);
        Count("calls throttled", year.Weather.Throttled);
        Count("calls failed", year.Weather.Failed);
        Count("answers of the service lost", year.Weather.AnswersLost);
        Count("lines written", year.Posted.Count);
        Count($"plants on {kind}", 1);
        _years++;
        _boundaries += year.Processes.Boundaries;
        _spent.Add(year.Spent);
        return $"Seed {year.Seed}, {kind}: {year.Arrivals.Count} messages, {year.Posted.Count} lines, {year.Processes.Deaths} deaths, {year.Weather.Faults} faults of the service, "
            + $"{year.Processes.Boundaries:N0} commands, commits and calls, {took.TotalSeconds:0.0} s of processor time{(broken is null ? "" : ", BROKEN")}";

        void Count(string name, int times) => _happened[name] = _happened.GetValueOrDefault(name) + times;
    }

    public IEnumerable<string> Lines()
    {
        yield return $"{_years} plants, {Broken.Count} broken; {_boundaries:N0} commands, commits and calls ({_boundaries / Math.Max(1, _years):N0} each), {(Spent.Now - _since).TotalSeconds / Math.Max(1, _years):0.0} s of processor time each";
        foreach (var (what, times) in _happened) yield return $"| {what} | {times:N0} | {(double)times / _years:0.0} a plant |";
        foreach (var line in _spent.Lines(12)) yield return line;
        foreach (var line in Broken) yield return line;
    }
}
