namespace SoeBot.JourneyTests.Simulation;

/// <summary>What happened in all the years of a run, and what it took. Years may end beside each other.</summary>
internal sealed class Lived
{
    /// <summary>What a run of twenty years is there for: each of them happens, or it proves nothing.</summary>
    private static readonly string[] Wanted =
    [
        "a process dies in send", "a process dies in tick", "a process dies in endpoint", "a process dies in inbox", "a process dies in an occurrence", "the machine stops", "calls throttled", "calls failed",
        "answers of the service lost", "messages repeated because nobody knew their fate", "Teams delivers again", "presses repeated", "a job is lost", "a job runs twice", "the meeting begins",
        "the meeting is moved or cancelled", "somebody goes away", "somebody is back early", "reminders to a deputy", "somebody leaves the team", "somebody wants quiet", "somebody removes the app", "clock changes", "holidays",
        "a new plan", "changes without approval found", "approved changes found in the plan", "a change is asked for",
        "Frozen changes Approved by the plant manager", "Frozen changes Approved by a deputy", "Frozen changes Rejected by the plant manager", "Frozen changes Expired", "Frozen changes arrived",
        "Firm changes Approved", "decisions on changes taken back", "two decide at once", "somebody approves who may not",
    ];

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, int> _happened = new(StringComparer.Ordinal);
    private readonly Spent _spent = new();
    private readonly TimeSpan _since = Spent.Now;
    private int _years;
    private long _boundaries;

    public List<string> Broken { get; } = [];
    public int Years => _years;

    /// <summary>What never happened in all of it.</summary>
    public IReadOnlyList<string> Missing => [.. Wanted.Where(what => !_happened.ContainsKey(what))];

    /// <returns>The year in a line. It is over and gone.</returns>
    public string Add(PlantYear year, StoreKind kind, string? broken)
    {
        lock (_gate)
        {
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
                + $"{year.Processes.Boundaries:N0} commands, commits and calls; {Each:0.0} s of processor time a year so far{(broken is null ? "" : ", BROKEN")}";
        }

        void Count(string name, int times)
        {
            if (times > 0) _happened[name] = _happened.GetValueOrDefault(name) + times;
        }
    }

    public IReadOnlyList<string> Lines()
    {
        lock (_gate)
            return
            [
                $"{_years} plants, {Broken.Count} broken; {_boundaries:N0} commands, commits and calls ({_boundaries / Math.Max(1, _years):N0} each), {Each:0.0} s of processor time each",
                .. _happened.Select(one => $"| {one.Key} | {one.Value:N0} | {(double)one.Value / _years:0.0} a plant |"), .. _spent.Lines(60), .. Broken,
            ];
    }

    private double Each => (Spent.Now - _since).TotalSeconds / Math.Max(1, _years);
}
