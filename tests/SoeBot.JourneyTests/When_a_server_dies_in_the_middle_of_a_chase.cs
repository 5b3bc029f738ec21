using System.Diagnostics;
using SoeBot.JourneyTests.Chasing;
using SoeBot.JourneyTests.Killing;
using SoeBot.TestKit;
using SoeBot.TestKit.Postgres;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>
/// Two Hangfire servers on one PostgreSQL remind many owners at once. One is killed in the middle, then the database itself crashes and comes
/// back: every reminder stands once, or is marked unknown and repeated once.
/// </summary>
public sealed class When_a_server_dies_in_the_middle_of_a_chase
{
    [Fact]
    public async Task Every_reminder_stands_once_or_says_that_it_is_a_repeat()
    {
        // With real minutes the longest delay is what a plant would see; without them the tick is triggered every second.
        var (count, real) = (Sizes.Of("SOEBOT_CHASE", 120), Sizes.Of("SOEBOT_CHASE_MINUTES", 0) > 0);
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("soebot-chase-");
        var cluster = await PostgresCluster.OwnAsync();
        var text = await cluster.CreateDatabaseAsync();
        await using var teams = await FakeTeams.StartAsync();
        var rows = StoreRows.Of(text, multiplier: 5);
        var settings = Settings(rows, teams);
        var (first, second) = (new BotProcess(settings, folder), new BotProcess(settings, folder));
        try
        {
            await first.StartAsync();
            await second.StartAsync();
            teams.Client.ConnectTo(second.Messages);
            await teams.Client.InstallAsync(teams.Person("Lea"), teams.Channel("S&OE"), stop);
            await using var decisions = new ManyDecisions(rows, teams);
            var due = TimeProvider.System.GetUtcNow().AddSeconds(real ? 60 : 2);
            await decisions.RecordAsync(count, Early.DayOf(due), due, stop);

            using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var ticking = real ? Task.CompletedTask : new Ticks(text).KeepTriggeringAsync(TimeSpan.FromSeconds(1), over.Token);
            await UntilAsync(() => Reminders(teams).Count >= count / 5, "the first reminders");
            await first.KillAsync();
            var killed = TimeProvider.System.GetUtcNow();
            await UntilAsync(() => Reminders(teams).Count >= count / 2, "half of the reminders");
            await cluster.CrashAndRestartAsync();
            var crashed = TimeProvider.System.GetUtcNow();
            await UntilAsync(() => Reminders(teams).Select(one => one.ConversationId).Distinct().Count() >= count, "a reminder for everybody");
            await over.CancelAsync();
            await ticking;
            await rows.UntilQuietAsync();

            var entries = (await rows.OutboxAsync()).Where(one => one.Kind == "Reminder" && one.Target.StartsWith("person:", StringComparison.Ordinal)).ToList();
            Assert.Equal(count, entries.Count);
            Assert.Empty(await rows.TextAsync("SELECT key || ' ' || state FROM occurrences WHERE kind = 'decision-due' AND state <> 'Done'"));
            var stands = Reminders(teams).ToLookup(one => one.ConversationId);
            foreach (var owner in decisions.Owners)
            {
                var entry = Assert.Single(entries, one => one.Target.EndsWith(owner.AadObjectId, StringComparison.Ordinal));
                Assert.True(stands[owner.PersonalChatId].Count() is var times && times >= 1 && times <= 1 + entry.Repeats, $"{entry} stands {times} times.");
            }
            var at = teams.Requests.Where(one => one.Method == "POST" && one.Path.Contains("/activities", StringComparison.Ordinal)).Max(one => one.At);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{count} reminders due at {due:HH:mm:ss}; killed after {(killed - due).TotalSeconds:0.0} s, database back after {(crashed - due).TotalSeconds:0.0} s; "
                + $"{entries.Count(one => one.Repeats > 0)} repeated, {Reminders(teams).Count - count} stand twice; longest delay {(at - due).TotalSeconds:0.0} s");
        }
        catch
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{first.Printed}\n\n{second.Printed}");
            throw;
        }
        finally
        {
            await first.DisposeAsync();
            await second.DisposeAsync();
            await cluster.StopAsync();
        }
        folder.Delete(recursive: true);
    }

    /// <summary>One process alone: what it had in hand and what it never began comes with the first tick of its next start, without waiting for the next full minute.</summary>
    [Fact(Explicit = true)]
    public async Task Alone_and_started_again_it_goes_on_at_once()
    {
        var (count, stop) = (Sizes.Of("SOEBOT_CHASE", 120), TestContext.Current.CancellationToken);
        var folder = Directory.CreateTempSubdirectory("soebot-chase-");
        var cluster = await PostgresCluster.OwnAsync();
        var text = await cluster.CreateDatabaseAsync();
        await using var teams = await FakeTeams.StartAsync();
        var rows = StoreRows.Of(text, multiplier: 5);
        await using var process = new BotProcess(Settings(rows, teams), folder);
        await process.StartAsync();
        teams.Client.ConnectTo(process.Messages);
        await teams.Client.InstallAsync(teams.Person("Lea"), teams.Channel("S&OE"), stop);
        await using var decisions = new ManyDecisions(rows, teams);
        var due = TimeProvider.System.GetUtcNow().AddSeconds(1);
        await decisions.RecordAsync(count, Early.DayOf(due), due, stop);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var ticking = new Ticks(text).KeepTriggeringAsync(TimeSpan.FromSeconds(1), over.Token);
        await UntilAsync(() => Reminders(teams).Count >= count / 5, "the first reminders");
        await over.CancelAsync();
        await process.KillAsync();
        await ticking;

        await process.StartAsync();
        var ready = Stopwatch.GetTimestamp();
        // No other tick comes than the first of that start: what the minute's would bring is not waited for, however slow the machine is.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var without = KeepAwayAsync(rows, enough.Token);
        await UntilAsync(() => Reminders(teams).Select(one => one.ConversationId).Distinct().Count() >= count, "a reminder for everybody");
        await enough.CancelAsync();
        await without;
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} reminders; ready again after {process.Starts[^1].TotalSeconds:0.0} s, the last reminder {Stopwatch.GetElapsedTime(ready).TotalSeconds:0.0} s later");
        await cluster.StopAsync();
        folder.Delete(recursive: true);
    }

    private static IReadOnlyList<FakeMessage> Reminders(FakeTeams teams) => [.. teams.Messages.Where(one => one.PlainText.Contains("counts the stock", StringComparison.Ordinal))];

    private static async Task UntilAsync(Func<bool> holds, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience.Most, $"Never came: {what}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The minute's tick is taken off Hangfire's list, to which the start puts it back.</summary>
    private static async Task KeepAwayAsync(StoreRows rows, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await rows.ExecuteAsync("DELETE FROM hangfire.set WHERE key = 'recurring-jobs'");
            await Task.Delay(20, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>A plant that works round the clock and in which it is early in the morning: whenever the test runs, it is nobody's quiet hour, no midnight is near and no digest of this or the last morning is due.</summary>
    private static Dictionary<string, string> Settings(StoreRows rows, FakeTeams teams)
    {
        var settings = new Dictionary<string, string>(rows.Settings.Concat(teams.BotSettings.Select(one => new KeyValuePair<string, string>(one.Key.Replace(":", "__", StringComparison.Ordinal), one.Value!))))
        {
            ["Plants__works__Name"] = "Pump works", ["Plants__works__TimeZone"] = Early.Zone, ["Plants__works__FirstShift"] = "00:00", ["Plants__works__DayEnd"] = "23:59",
        };
        foreach (var day in Enum.GetValues<DayOfWeek>()) settings[$"Plants__works__WorkingDays__{(int)day}"] = $"{day}";
        return settings;
    }

    /// <summary>Where on earth it is between five and six in the morning when the test starts.</summary>
    private static class Early
    {
        private static readonly int Ahead = ((17 - TimeProvider.System.GetUtcNow().Hour + 24) % 24) - 12;

        /// <summary>These names count to the west.</summary>
        public static string Zone => $"Etc/GMT{(Ahead > 0 ? "-" : "+")}{Math.Abs(Ahead)}";

        public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime.AddHours(Ahead));
    }
}
