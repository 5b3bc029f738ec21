using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.BrowserTests.Playgrounds;

/// <summary>
/// Microsoft's Agents Playground as a process: fetched from npm by npx at the version whose behaviour is known,
/// headless, on a port of its own. Its routes are not documented; another version may have others.
/// </summary>
internal sealed partial class PlaygroundServer : IAsyncDisposable
{
    private const string Package = "@microsoft/m365agentsplayground@0.2.28";

    private readonly StringBuilder printed = new();
    private readonly TaskCompletionSource<int> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string folder = Directory.CreateTempSubdirectory("soebot-playground-").FullName;
    private readonly HttpClient http = new();
    private Tethered? process;

    private PlaygroundServer()
    {
    }

    public Uri Address => http.BaseAddress!;

    /// <summary>The bot must be up already: the Playground looks for it once. Skips the test where node or the package cannot be had.</summary>
    public static async Task<PlaygroundServer> StartAsync(Uri bot, Person seat)
    {
        var npx = Needs.Program("npx");
        Assert.SkipWhen(npx is null, "The Playground needs node and npx, which are not installed.");
        var server = new PlaygroundServer();
        try
        {
            await server.StartAsync(npx!, bot, seat);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Posts to one of the Playground's own routes; what it answers, or its error as an exception.</summary>
    public async Task<string> PostAsync(string route, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(route, UriKind.Relative), content);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"{route}: {(int)response.StatusCode} {answer}");
    }

    public Task<string> PostAsync(string route, object body) => PostAsync(route, JsonSerializer.Serialize(body));

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartAsync(string npx, Uri bot, Person seat)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, ".m365agentsplayground.yml"), Plant.Configuration(seat));
        string[] arguments = ["-y", Package, "start", "-c", "msteams", "-e", bot.AbsoluteUri, "--dt", "-p", $"{FreePort.Find()}"];
        process = Tethered.Start(npx, arguments, folder, new Dictionary<string, string> { ["TEAMSAPPTESTER_BROWSER"] = "none" }, Read);

        using var patience = new CancellationTokenSource(Patience.Most);
        while (!listening.Task.IsCompleted && !process.HasEnded && !patience.IsCancellationRequested)
        {
            await Task.WhenAny(listening.Task, Task.Delay(100));
        }
        Assert.SkipUnless(listening.Task.IsCompleted, $"The Playground could not be fetched or started (npx {Package}): {Printed}");
        http.BaseAddress = new Uri($"http://localhost:{await listening.Task}/");
        while (!await AnswersAsync())
        {
            Assert.False(process.HasEnded || patience.IsCancellationRequested, $"The Playground refused to start: {Printed}");
            await Task.Delay(100);
        }
    }

    private string Printed
    {
        get
        {
            lock (printed)
            {
                return printed.ToString();
            }
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return await http.GetStringAsync(new Uri("_debug/ping", UriKind.Relative)) == "pong";
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Read(string line)
    {
        lock (printed)
        {
            printed.AppendLine(line);
        }
        // A busy port silently becomes another one, so what it prints counts and not what it was told.
        if (Listening().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex(@"^Listening on (\d+)")]
    private static partial Regex Listening();
}
