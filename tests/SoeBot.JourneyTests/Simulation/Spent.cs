namespace SoeBot.JourneyTests.Simulation;

/// <summary>What the parts of a year took: how often they were turned, database commands, commits and calls, processor time.</summary>
internal sealed class Spent
{
    private readonly Dictionary<string, (int Turns, long Boundaries, TimeSpan Time)> _parts = new(StringComparer.Ordinal);

    /// <summary>Of this process, all threads: exact only while nothing else runs in it.</summary>
    public static TimeSpan Now => Environment.CpuUsage.TotalTime;

    public async Task OnAsync(string part, Func<long> boundaries, Func<Task> work)
    {
        var (before, since) = (boundaries(), Now);
        await work();
        Add(part, 1, boundaries() - before, Now - since);
    }

    public T On<T>(string part, Func<T> work)
    {
        var since = Now;
        var made = work();
        Add(part, 1, 0, Now - since);
        return made;
    }

    public void Add(Spent other)
    {
        foreach (var (part, (turns, boundaries, time)) in other._parts) Add(part, turns, boundaries, time);
    }

    public IEnumerable<string> Lines(int most) => _parts.OrderByDescending(one => one.Value.Time).Take(most).Select(one =>
        $"| {one.Key} | {one.Value.Turns:N0} | {one.Value.Boundaries:N0} | {one.Value.Time.TotalSeconds:0.0} s |");

    private void Add(string part, int turns, long boundaries, TimeSpan time)
    {
        var known = _parts.GetValueOrDefault(part);
        _parts[part] = (known.Turns + turns, known.Boundaries + boundaries, known.Time + time);
    }
}
