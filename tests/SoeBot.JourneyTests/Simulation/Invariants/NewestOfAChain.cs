namespace SoeBot.JourneyTests.Simulation.Invariants;

/// <summary>Whatever waited: of messages to one place that replace each other, the older is never seen after the newer, and not at all once the newer is there.</summary>
internal sealed class NewestOfAChain : IInvariant
{
    private readonly Dictionary<(string, string), long> _last = [];

    public string Name => "only the newest of a chain";

    public string? Arrived(PlantYear year, Arrival arrival)
    {
        if (arrival.Row is not { Chain: { } chain } row) return null;
        if (_last.TryGetValue((chain, row.Target), out var last) && last > row.Id) return $"{row.Key} came after a newer one of {chain}.";
        _last[(chain, row.Target)] = row.Id;
        return year.Store.Read($"SELECT key FROM outbox WHERE state = 'Pending' AND chain = '{chain.Replace("'", "''")}' AND target = '{row.Target.Replace("'", "''")}' AND kind <> 'Edit' AND id > {row.Id}", one => one.GetString(0)) is [var newer, ..]
            ? $"{row.Key} was sent while {newer} of {chain} waits." : null;
    }
}
