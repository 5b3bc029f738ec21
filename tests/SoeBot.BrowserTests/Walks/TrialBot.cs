using System.Text;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.BrowserTests.Walks;

/// <summary>The product as a newcomer starts it: a process of its own in local trial mode, with a new file for its data.</summary>
internal sealed class TrialBot : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("soebot-walk-").FullName;
    private readonly StringBuilder printed = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Uri address = new($"http://localhost:{FreePort.Find()}");
    private Tethered? process;

    private TrialBot()
    {
    }

    public Uri Endpoint => new(address, "/api/messages");

    /// <summary>All that it wrote to its terminal so far.</summary>
    public string Printed
    {
        get
        {
            lock (printed)
            {
                return printed.ToString();
            }
        }
    }

    public static async Task<TrialBot> StartAsync()
    {
        var bot = new TrialBot();
        try
        {
            await bot.RunAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }
        Directory.Delete(folder, recursive: true);
    }

    private async Task RunAsync()
    {
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = address.AbsoluteUri,
            ["Store__ConnectionString"] = $"Data Source={Path.Combine(folder, "walk.db")}",
        };
        process = Tethered.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "SoeBot.dll")], folder, environment, Read);
        using var patience = new CancellationTokenSource(Patience.Most);
        while (!ready.Task.IsCompleted && !process.HasEnded && !patience.IsCancellationRequested)
        {
            await Task.WhenAny(ready.Task, Task.Delay(100));
        }
        Assert.True(ready.Task.IsCompleted, $"The bot did not start: {Printed}");
    }

    private void Read(string line)
    {
        lock (printed)
        {
            printed.AppendLine(line);
        }
        if (line.StartsWith("SoeBot is ready", StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }
}
