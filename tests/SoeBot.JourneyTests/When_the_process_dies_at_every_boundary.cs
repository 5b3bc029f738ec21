using System.Diagnostics;
using SoeBot.JourneyTests.Killing;
using SoeBot.JourneyTests.Killing.Boundaries;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>SIGKILL at each point where something is committed, called or told, one after another, on one store that outlives them all.</summary>
public static class When_the_process_dies_at_every_boundary
{
    /// <summary>A class of its own for each store, so that they run beside each other.</summary>
    public sealed class On_SQLite
    {
        [Fact]
        public Task Nothing_is_lost_and_only_what_is_marked_may_be_doubled() => RunAsync(StoreKind.Sqlite);
    }

    public sealed class On_PostgreSQL
    {
        [Fact]
        public Task Nothing_is_lost_and_only_what_is_marked_may_be_doubled() => RunAsync(StoreKind.PostgreSql);
    }

    private static async Task RunAsync(StoreKind store)
    {
        var started = Stopwatch.GetTimestamp();
        var folder = Directory.CreateTempSubdirectory("soebot-kill-");
        var rows = await StoreRows.NewAsync(store, folder);
        await using var postgres = store == StoreKind.PostgreSql ? new PostgresHold(rows) : null;
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = new BotProcess(rows.Settings, folder);
        teams.Client.ConnectTo(bot.Messages, signed: false);
        teams.Client.MayBeDown = true;
        // On SQLite those within a transaction, where the stores differ: the service is the same for both, and between a commit and the next
        // line of code only PostgreSQL can stop a process. On PostgreSQL by default the others, and all when that is asked for.
        // By default every third one of each, since a death costs seconds of two processors.
        var boundaries = Boundary.All.Where(one => one.At is { Told: false } == (store == StoreKind.Sqlite) || (store == StoreKind.PostgreSql && Sizes.AllDeaths))
            .Where((_, number) => Sizes.AllDeaths || number % 3 == 0).ToList();
        var at = "the start";
        try
        {
            await bot.StartAsync();
            var walk = new BoundaryWalk(teams, bot, rows, (IHold?)postgres ?? new SqliteHold(rows, bot, Path.Combine(folder.FullName, "soebot.db")));
            await walk.BeginAsync();
            foreach (var (number, boundary) in boundaries.Index())
            {
                at = boundary.Name;
                await walk.DieAsync(boundary, number);
            }
        }
        catch (Exception)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"At: {at}\n{string.Join('\n', bot.Printed.Split('\n').TakeLast(60))}");
            throw;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{boundaries.Count} deaths in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        folder.Delete(recursive: true);
    }
}
