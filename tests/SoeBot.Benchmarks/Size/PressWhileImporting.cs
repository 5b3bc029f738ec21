using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Benchmarks.Loading;
using SoeBot.Benchmarks.Turns;
using SoeBot.Domain.Plan;
using SoeBot.Import;
using SoeBot.Plants;
using SoeBot.Store;

namespace SoeBot.Benchmarks.Size;

/// <summary>The 99th percentile of presses that show the look-ahead, while another plant's plan is read, stored and computed in the same process.</summary>
internal static class PressWhileImporting
{
    private const int Connections = 8;
    private static readonly TimeSpan Stretch = TimeSpan.FromMilliseconds(600), Quiet = TimeSpan.FromSeconds(6);

    public static async Task<bool> RunAsync(StoreProvider provider, int rows)
    {
        using var files = new GeneratedFiles(rows);
        var folder = files.Of(0);
        await using var bot = await BotUnderLoad.StartAsync(provider, new()
        {
            [$"Plants:{PlantProfiles.SampleId}:Name"] = "Sample plant", [$"Plants:{PlantProfiles.SampleId}:TimeZone"] = "Europe/Berlin", [$"Plants:{PlantProfiles.SampleId}:Sample"] = "true",
            ["Plants:size:Name"] = "Size", ["Plants:size:TimeZone"] = "Europe/Berlin",
        });
        var press = await bot.PressAsync("look-ahead.show", new JsonObject { ["p"] = PlantProfiles.SampleId.Value });
        var callers = Enumerable.Range(0, Connections).Select(_ => bot.Again("bot", press).Connect()).ToList();
        try
        {
            await PressAsync(callers, Task.Delay(Quiet));
            var quiet = await PressAsync(callers, Task.Delay(Quiet));
            var import = Task.Run(async () => await bot.Services.GetRequiredService<ImportPlan>()
                .RunAsync(bot.Services.GetRequiredService<PlantProfiles>().Get(new PlantId("size")), folder, null, SizePlant.Today, false, CancellationToken.None));
            var busy = await PressAsync(callers, import);
            if ((await import).Version is null) throw new InvalidOperationException(string.Join('\n', (await import).Lines));
            Say("without an import", quiet);
            Say($"while {files.Plant.Rows:N0} rows are imported", busy);
            return SizeClock.Judge("99th percentile to its usual", P(busy, 0.99) / P(quiet, 0.99), 2);
        }
        finally
        {
            callers.ForEach(caller => caller.Dispose());
        }
    }

    /// <returns>Seconds of each call until the task was done, in order.</returns>
    private static async Task<double[]> PressAsync(List<ICaller> callers, Task until)
    {
        var times = new List<double>();
        do times.AddRange((await Load.RunAsync(callers, Stretch)).Times);
        while (!until.IsCompleted);
        return [.. times.Order()];
    }

    private static double P(double[] times, double share) => times[(int)(times.Length * share)];

    private static void Say(string what, double[] times) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {what,-44} {times.Length,8:N0} presses, p50 {P(times, 0.5) * 1e3:0.00} ms, p99 {P(times, 0.99) * 1e3:0.00} ms, slowest {times[^1] * 1e3:0.0} ms"));
}
