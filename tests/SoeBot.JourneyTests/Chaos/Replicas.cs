using SoeBot.JourneyTests.Killing;
using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Chaos;

/// <summary>Real processes on one store, behind something that posts to any of them. Every few seconds one is killed and another one started.</summary>
internal sealed class Replicas(FakeTeams teams, IReadOnlyDictionary<string, string> settings, DirectoryInfo folder, Random random) : IAsyncDisposable
{
    private const int Count = 3;
    private readonly Lock _gate = new();
    private readonly List<(BotProcess Process, FakeClient Teams)> _all = [];

    public int Kills { get; private set; }

    public string Printed => string.Join("\n\n", _all.Select(one => one.Process.Printed));

    public async Task StartAsync()
    {
        // The first one makes the store.
        await AddAsync();
        await Task.WhenAll(Enumerable.Range(1, Count - 1).Select(_ => AddAsync()));
    }

    /// <summary>As a balancer does.</summary>
    public FakeClient Any()
    {
        lock (_gate) return _all[random.Next(_all.Count)].Teams;
    }

    /// <summary>Until it is enough, and at least so often.</summary>
    public async Task KillNowAndThenAsync(TimeSpan every, int least, CancellationToken cancellation)
    {
        var starting = new List<Task>();
        while (Kills < least || !cancellation.IsCancellationRequested)
        {
            await Task.Delay(every, CancellationToken.None);
            if (Victim() is not { } victim) continue;
            await victim.KillAsync();
            Kills++;
            await victim.DisposeAsync();
            starting.Add(AddAsync());
        }
        await Task.WhenAll(starting);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (process, client) in _all)
        {
            await process.DisposeAsync();
            client.Dispose();
        }
    }

    private async Task AddAsync()
    {
        var process = new BotProcess(settings, folder);
        await process.StartAsync();
        lock (_gate) _all.Add((process, teams.Client.To(process.Messages)));
    }

    /// <summary>Null while the last one is alone: somebody must be there to be posted to.</summary>
    private BotProcess? Victim()
    {
        lock (_gate)
        {
            if (_all.Count == 1) return null;
            var (process, _) = _all[random.Next(_all.Count)];
            _all.RemoveAll(one => one.Process == process);
            return process;
        }
    }
}
