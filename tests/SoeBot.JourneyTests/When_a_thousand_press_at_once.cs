using System.Diagnostics;
using Microsoft.Extensions.Logging;
using SoeBot.Domain.People;
using SoeBot.JourneyTests.Fuzzing;
using SoeBot.TestKit.Teams;
using SoeBot.TestKit.Teams.Wire;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The week's top ten stands in the channel, one order has no owner, and everybody presses "Take it" in the same moment.</summary>
[Collection(Alone.Name)]
public sealed class When_a_thousand_press_at_once
{
    /// <summary>
    /// Of processor time: Teams gives up after fifteen seconds, which two processors fill with thirty. How long the last one really waits is
    /// printed, because that depends on what else the machine does.
    /// </summary>
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(30);

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task One_wins_and_all_others_see_who(StoreKind store)
    {
        using var log = new FaultLog();
        await using var bot = await BotUnderTest.StartAsync(store, new(2026, 11, 23, 6, 0, 0), builder => builder.Logging.AddProvider(log));
        var lea = await bot.PersonAsync("Lea", Role.Lead);
        await bot.ImportSampleAsync(new(2026, 11, 23));
        var channel = bot.Teams.Channel("S&OE");
        await bot.Teams.Client.InstallAsync(lea, channel);
        await bot.WaitAsync(channel, "SoeBot is here");
        await bot.MoveToAsync(new(2026, 11, 23, 7, 0, 0));
        var list = await bot.WaitAsync(channel, "top ten");
        var order = (string)CardReading.Inputs(list.Card!).Single()["value"]!;
        var people = Enumerable.Range(1, 1000).Select(number => bot.Teams.Person($"Person {number:0000}")).ToList();
        await EmployAsync(bot, people);

        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var presses = people.Select(person => PressAsync(bot, person, list, order, gate.Task)).ToList();
        var before = Environment.CpuUsage.TotalTime;
        gate.SetResult();
        var results = await Task.WhenAll(presses);
        var worked = Environment.CpuUsage.TotalTime - before;
        await bot.SettleAsync();

        Assert.All(results, one => Assert.Equal(200, one.Result.Status));
        var winner = Assert.Single(results, one => one.Result.Card is not null).Result.Person;
        Assert.All(results.Where(one => one.Result.Person != winner), one => Assert.StartsWith($"{winner.Name} answers for {order} already", one.Result.Line, StringComparison.Ordinal));
        Assert.Equal([$"{winner.TenantId}/{winner.AadObjectId}"], await bot.Rows.TextAsync("SELECT by FROM audit WHERE what = 'top-ten.take'"));
        Assert.Single(bot.Teams.Requests, request => request.Method == "PUT" && request.Path.EndsWith(list.Id, StringComparison.Ordinal));
        Assert.Contains($"Owner {winner.Name}", list.PlainText, StringComparison.Ordinal);
        Assert.True(log.Faults.IsEmpty, $"To be beaten is no fault, but this was logged:\n{string.Join('\n', log.Faults.Take(5))}");
        var times = results.Select(one => one.Took).Order().ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{people.Count} presses: half within {times[times.Count / 2].TotalSeconds:0.0} s, the last after {times[^1].TotalSeconds:0.0} s, {worked.TotalSeconds:0.0} s of work");
        Assert.True(worked < MostWork, $"{people.Count} presses were {worked.TotalSeconds:0.0} s of work.");
    }

    /// <summary>A thousand people who are known and have a role, at once: one by one that takes longer than the test.</summary>
    private static async Task EmployAsync(BotUnderTest bot, List<FakePerson> people)
    {
        string Key(FakePerson person) => $"{person.TenantId}/{person.AadObjectId}";
        await bot.Rows.ExecuteAsync($"INSERT INTO people (key, name, mri, zone, locale, is_guest) VALUES {string.Join(", ", people.Select(one => $"('{Key(one)}', '{one.Name}', '{one.Mri}', 'Europe/Berlin', 'en-GB', FALSE)"))}");
        await bot.Rows.ExecuteAsync($"INSERT INTO roles (plant, person, role) VALUES {string.Join(", ", people.Select(one => $"('{BotUnderTest.PlantId}', '{Key(one)}', '{Role.Sales}')"))}");
    }

    private static async Task<(PressResult Result, TimeSpan Took)> PressAsync(BotUnderTest bot, FakePerson person, FakeMessage list, string order, Task gate)
    {
        await gate;
        var started = Stopwatch.GetTimestamp();
        var result = await bot.Teams.Client.PressButtonAsync(person, list, "Take it", new { in_order = order });
        return (result, Stopwatch.GetElapsedTime(started));
    }
}
