using System.Diagnostics;
using SoeBot.JourneyTests.Killing;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The week in typed lines and presses, with SIGKILL beside many of them: what was promised is there once, and what may be doubled says so.</summary>
public static class When_the_process_is_killed_in_the_middle
{
    /// <summary>A class of its own for each store, so that they run beside each other.</summary>
    public sealed class On_SQLite
    {
        [Fact]
        public Task Nothing_is_lost_and_nothing_is_doubled_in_silence() => RunAsync(StoreKind.Sqlite);
    }

    public sealed class On_PostgreSQL
    {
        [Fact]
        public Task Nothing_is_lost_and_nothing_is_doubled_in_silence() => RunAsync(StoreKind.PostgreSql);
    }

    private static async Task RunAsync(StoreKind store)
    {
        var started = Stopwatch.GetTimestamp();
        var folder = Directory.CreateTempSubdirectory("soebot-kill-");
        var rows = await StoreRows.NewAsync(store, folder);
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = new BotProcess(rows.Settings, folder);
        teams.Client.ConnectTo(bot.Messages, signed: false);
        teams.Client.MayBeDown = true;
        try
        {
            await bot.StartAsync();
            var deaths = new Deaths(teams, bot, rows, store);
            var week = new KilledWeek(teams, deaths, rows);
            await week.RunAsync();
            await rows.UntilFinishedAsync();
            await new Aftermath(teams, rows).HoldAsync(week);
            Assert.True(deaths.Count >= (Sizes.AllDeaths ? 10 : 5), $"Only {deaths.Count} deaths.");
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{deaths.Count} deaths in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s; starts: {string.Join(", ", bot.Starts.Select(one => one.TotalSeconds.ToString("0.0")))} s; "
                + $"left over: {string.Join("; ", (await rows.OutboxAsync()).Where(line => line.Repeats > 0 || line.State == "Unknown"))}");
        }
        catch
        {
            TestContext.Current.TestOutputHelper?.WriteLine(bot.Printed);
            throw;
        }
        folder.Delete(recursive: true);
    }
}
