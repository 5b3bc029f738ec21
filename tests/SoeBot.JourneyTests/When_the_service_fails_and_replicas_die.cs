using System.Diagnostics;
using SoeBot.JourneyTests.Chaos;
using SoeBot.JourneyTests.Killing;
using SoeBot.TestKit;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>
/// Three replicas on one PostgreSQL, a service that throttles, fails and loses answers, and every few seconds a SIGKILL: everything that
/// was to be said stands once, in order, and never faster than the service allows.
/// </summary>
[Collection(Alone.Name)]
public sealed class When_the_service_fails_and_replicas_die
{
    private const int Times = 20, LeastKills = 4;
    private static readonly TimeSpan KillEvery = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Each_message_stands_once_in_order_and_in_pace()
    {
        var count = Sizes.Of("SOEBOT_CHAOS", 400);
        var seed = Sizes.Of("SOEBOT_SEED", Random.Shared.Next());
        var started = Stopwatch.GetTimestamp();
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("soebot-chaos-");
        var rows = await StoreRows.NewAsync(StoreKind.PostgreSql, folder);
        await using var teams = await FakeTeams.StartAsync();
        await using var replicas = new Replicas(teams, Settings(rows, teams), folder, new Random(seed));
        try
        {
            await replicas.StartAsync();
            var crowd = new Crowd(teams, replicas);
            teams.Faults.ByLot(new Random(seed));

            await using var reminders = new ChaosReminders(rows, crowd.Everybody);
            using var enough = new CancellationTokenSource();
            var killing = replicas.KillNowAndThenAsync(KillEvery, LeastKills, enough.Token);
            await Task.WhenAll(crowd.TypeAsync(count - (count / 6), stop), reminders.WriteAsync(count / 6, stop));
            await enough.CancelAsync();
            await killing;
            await rows.UntilFinishedAsync(Patience.Most + TimeSpan.FromSeconds(count / 10));
            var ledger = await Ledger.ReadAsync(rows, teams);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"Seed {seed}: {ledger.Count} messages, {replicas.Kills} kills, {ledger.Unknown} of unknown fate, {ledger.Repeated} repeated, {teams.Requests.Count} calls, "
                + $"at most {PaceCheck.Fullest(teams.Requests, TimeSpan.FromSeconds(1))} within a second, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
            ledger.EachStandsOnce(crowd.Typed.Values.Concat(reminders.Written.Values).SelectMany(words => words));
            foreach (var (place, words) in crowd.Typed) ledger.OrderIsKept(place, words);
            foreach (var (place, words) in reminders.Written) ledger.OrderIsKept(place, words);
            ledger.LastVersionStands(reminders.LastVersions);
            Assert.Empty(PaceCheck.Breaches(teams.Requests, Times));
        }
        catch (Exception)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}\n{string.Join('\n', replicas.Printed.Split('\n').TakeLast(200))}");
            throw;
        }
        folder.Delete(recursive: true);
    }

    private static Dictionary<string, string> Settings(StoreRows rows, FakeTeams teams) => new(
        rows.Settings.Concat(teams.BotSettings.Select(one => new KeyValuePair<string, string>(one.Key.Replace(":", "__", StringComparison.Ordinal), one.Value!))))
    {
        ["Plants__works__Name"] = "Pump works", ["Plants__works__TimeZone"] = "Europe/Berlin", ["Plants__works__Sample"] = "true",
        ["Outbox__Multiplier"] = $"{Times}", ["Outbox__FirstRetry"] = "00:00:00.1", ["Outbox__LongestRetry"] = "00:00:03",
    };
}
