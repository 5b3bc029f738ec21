namespace SoeBot.JourneyTests.Simulation;

/// <summary>Two replicas that take turns, die and come back.</summary>
internal sealed class Processes : IAsyncDisposable
{
    private const int Count = 2;
    private readonly PlantYear _year;
    private readonly Dictionary<string, string?> _settings;
    private readonly List<Replica> _up = [], _dead = [];
    private DateTimeOffset _downUntil;
    private int _started;

    public Processes(PlantYear year, Dictionary<string, string?> settings)
    {
        (_year, _settings) = (year, settings);
        for (var each = 0; each < Count; each++) Start();
    }

    public int Deaths { get; private set; }

    /// <summary>Of those that are gone: database commands, commits and calls.</summary>
    public long Boundaries { get; private set; }

    /// <summary>Since when something has run without a stop of all.</summary>
    public DateTimeOffset UpSince => _downUntil;

    /// <summary>Whoever does the next thing; null while none is up.</summary>
    public Replica? Any()
    {
        foreach (var dead in _up.Where(one => one.IsDead).ToList())
        {
            _up.Remove(dead);
            _dead.Add(dead);
            Deaths++;
            _year.Count($"a process dies in {(dead.DoingNow.StartsWith("work ", StringComparison.Ordinal) ? "an occurrence" : dead.DoingNow)}");
            _year.Say($"{dead.Name} died in {dead.DoingNow}");
        }
        if (_year.Now < _downUntil) return null;
        while (_up.Count < Count) Start();
        return _up[_year.Chance.Next(Count)];
    }

    public IReadOnlyList<Replica> Up => _up;

    /// <summary>One of them dies at the so many-th boundary from now.</summary>
    public void ArmCut(int boundaries) => Any()?.ArmCut(boundaries);

    /// <summary>All go, and nobody starts one before then.</summary>
    public void AllDown(TimeSpan length)
    {
        foreach (var one in _up) one.Kill();
        _downUntil = _year.Now + length;
        _year.Plan(length, "the machine is back", () => Task.CompletedTask);
    }

    public void AllUp() => _downUntil = default;

    public async Task BuryAsync()
    {
        foreach (var dead in _dead)
        {
            Boundaries += dead.Boundaries;
            await dead.DisposeAsync();
        }
        _dead.Clear();
    }

    private void Start() => _up.Add(_year.Spent.On("start", () => new Replica($"process {++_started}", _settings, _year.Time, _year.Wire, SimLog.Shared, _year.Seed + _started, _year.Spent)));

    public async ValueTask DisposeAsync()
    {
        await BuryAsync();
        foreach (var one in _up)
        {
            Boundaries += one.Boundaries;
            await one.DisposeAsync();
        }
        _up.Clear();
    }
}
