using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoeBot.Domain.People;
using SoeBot.JourneyTests.Fuzzing;
using SoeBot.Start;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>Mutated activities and tokens, over HTTP, to the running bot: refused or answered, never a fault, and nothing of it stays in memory.</summary>
[Collection(Alone.Name)]
public sealed class When_strangers_post_anything
{
    /// <summary>So many times what was on the heap at a fifth of the way may be there at the end, beside the buffers that the runtime pools for each thread.</summary>
    private const double Growth = 1.25;
    private const long Pooled = 64 * 1024 * 1024;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task Every_post_gets_a_sound_answer_and_memory_does_not_grow(StoreKind store)
    {
        // Half of them on each store.
        var count = Sizes.Of("SOEBOT_FUZZ", 2_000) / 2;
        var seed = Sizes.Of("SOEBOT_SEED", Random.Shared.Next());
        var started = Stopwatch.GetTimestamp();
        using var log = new FaultLog();
        await using var bot = await BotUnderTest.StartAsync(store, new(2026, 11, 23, 6, 0, 0), builder => Configure(builder, log));
        var fay = await bot.PersonAsync("Fay", Enum.GetValues<Role>());
        // Said at the end, with the seed.
        bot.Teams.AllowsViolations = true;
        var seeds = await Seeds.CollectAsync(bot, fay);
        Assert.Empty(log.Faults);
        using var barrage = new Barrage(bot.Endpoint, seeds, new Tokens(bot.Teams, TimeProvider.System.GetUtcNow()), seed);

        await barrage.PostAsync(0, count * 2 / 10, TestContext.Current.CancellationToken);
        var before = await MeasureAsync(bot);
        for (var tenth = 2; tenth < 10; tenth++)
        {
            await barrage.PostAsync(count * tenth / 10, count * (tenth + 1) / 10, TestContext.Current.CancellationToken);
            TestContext.Current.TestOutputHelper?.WriteLine($"{tenth + 1} tenths after {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
            HoldNoFaults();
            await bot.Rows.UntilQuietAsync(TimeSpan.FromMinutes(10));
        }
        var after = await MeasureAsync(bot);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{count} posts of {seeds.All.Count} activities, seed {seed}, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s; "
            + $"answers {string.Join(", ", barrage.Statuses.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value}"))}; "
            + $"heap {before / 1024} KB at a fifth, {after / 1024} KB at the end");
        HoldNoFaults();
        Assert.True(barrage.Statuses.GetValueOrDefault(200) > count / 10 && barrage.Statuses.GetValueOrDefault(202) > count / 10, "Hardly anything passed the door: the test proves little.");
        Assert.True(after < (before * Growth) + Pooled, $"Seed {seed}: {before / 1024} KB grew to {after / 1024} KB.");

        void HoldNoFaults()
        {
            List<string> faults = [.. barrage.Faults, .. log.Faults, .. bot.Teams.Violations];
            Assert.True(faults.Count == 0, $"Seed {seed}, {faults.Count} faults:\n{string.Join("\n\n", faults.Take(20))}");
        }
    }

    private static void Configure(WebApplicationBuilder builder, FaultLog log)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Plants:works:Sample"] = "true" });
        builder.Services.AddSingleton(new StartScreen(TextWriter.Null));
        // The refusals are thousands of warnings; what counts is in the log of faults.
        builder.Logging.ClearProviders().AddProvider(log);
    }

    /// <summary>On the managed heap when all that came in is worked and sent, and the witness has let go of it.</summary>
    private static async Task<long> MeasureAsync(BotUnderTest bot)
    {
        await bot.Rows.UntilQuietAsync(TimeSpan.FromMinutes(10));
        bot.Teams.Forget();
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
