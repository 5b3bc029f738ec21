using System.Collections.Concurrent;
using System.Diagnostics;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.JourneyTests.Killing;

/// <summary>The real process on a store that outlives it: killed and started again on the same port as often as a test wants.</summary>
internal sealed class BotProcess(IReadOnlyDictionary<string, string> store, DirectoryInfo folder) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _printed = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly int _port = FreePort.Find();
    private Tethered? _process;

    public Uri Messages => new($"http://127.0.0.1:{_port}/api/messages");

    public string Printed => string.Join('\n', _printed);

    /// <summary>Until it was ready, of each start.</summary>
    public List<TimeSpan> Starts { get; } = [];

    public async Task StartAsync()
    {
        var started = Stopwatch.GetTimestamp();
        _process = Tethered.Start("dotnet", [typeof(Serving).Assembly.Location], folder.FullName,
            new Dictionary<string, string>(store) { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_port}", ["DOTNET_TieredPGO"] = "0" }, _printed.Enqueue);
        while (!await IsReadyAsync())
        {
            Assert.False(_process.HasEnded, $"The bot ended by itself.\n{Printed}");
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience.Most, $"The bot is not ready.\n{Printed}");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
        Starts.Add(Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Of all its processors together.</summary>
    public Task<TimeSpan> WorkedAsync() => _process!.WorkedAsync();

    public async Task KillAsync()
    {
        await _process!.KillAsync();
        await _process.DisposeAsync();
        _process = null;
    }

    public async Task KillAndStartAsync()
    {
        await KillAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _http.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(Messages, "/health/ready"), TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception late) when (late is HttpRequestException or OperationCanceledException && !TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
