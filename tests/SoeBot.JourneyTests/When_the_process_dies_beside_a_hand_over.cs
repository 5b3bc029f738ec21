using System.Globalization;
using SoeBot.Connectors.Sample;
using SoeBot.JourneyTests.Killing;
using SoeBot.JourneyTests.Killing.Boundaries;
using SoeBot.TestKit;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>SIGKILL while the plant's ERP is being told of a change, and while its yes is being written down (R93).</summary>
public sealed class When_the_process_dies_beside_a_hand_over
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task It_is_told_again_under_the_same_id_and_the_next_change_of_the_order_comes_after_it()
    {
        var folder = Directory.CreateTempSubdirectory("soebot-kill-");
        var rows = await StoreRows.NewAsync(StoreKind.Sqlite, folder);
        await using var erp = await ReceiverUnderTest.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = new BotProcess(new Dictionary<string, string>(rows.Settings)
        {
            ["Plants__works__Name"] = "Pump works", ["Plants__works__TimeZone"] = "Europe/Berlin", ["Plants__works__Sample"] = "true",
            ["Plants__works__HandOver__Receivers__ERP__Address"] = erp.Address, ["Plants__works__HandOver__Receivers__ERP__Secret"] = Secret,
        }, folder);
        teams.Client.ConnectTo(bot.Messages, signed: false);
        teams.Client.MayBeDown = true;
        var hold = new SqliteHold(rows, bot, Path.Combine(folder.FullName, "soebot.db"));
        var monday = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1));
        while (monday.DayOfWeek != DayOfWeek.Monday) monday = monday.AddDays(1);
        var miguel = teams.Person("Miguel");
        await bot.StartAsync();
        await teams.Client.PostMessageAsync(miguel, "help");
        await teams.Client.PostMessageAsync(miguel, $"clock {monday:yyyy-MM-dd} 08:00");
        await SaidAsync("It is Mon");
        await rows.UntilQuietAsync(Patience);
        var line = SamplePlant.At(monday).Schedule!.Where(one => one.IsOpen && one.Good == 0 && one.Due >= monday.AddDays(21)).MinBy(one => one.Due)!;

        // The ERP has it and does not come to say so.
        var held = new TaskCompletionSource();
        erp.Answer = async (_, context) =>
        {
            held.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        await RecordAsync("C-1", line.Due.AddDays(1));
        await held.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await bot.KillAsync();

        // It says so now, and that is being written down.
        var taken = new TaskCompletionSource();
        erp.Answer = (_, _) => Task.FromResult(taken.TrySetResult());
        await hold.SetAsync(new("hand_overs", "UPDATE", "new.state = 'Accepted'"));
        await bot.StartAsync();
        await taken.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await hold.ReachedAsync();
        await bot.KillAsync();
        await hold.ReleaseAsync();

        await bot.StartAsync();
        await RecordAsync("C-2", line.Due.AddDays(2));
        await rows.UntilEmptyAsync("SELECT 1 FROM hand_overs WHERE state <> 'Accepted' UNION ALL SELECT 1 WHERE (SELECT count(*) FROM hand_overs) < 2", Patience);
        await rows.UntilQuietAsync(Patience);

        Assert.Equal(["C-1", "C-1", "C-1", "C-2"], erp.Requests);
        Assert.Single(erp.Calls.Where(one => one.Request == "C-1").Select(one => (one.Id, one.Body)).Distinct());
        Assert.All(erp.Calls, post => Assert.True(post.IsSignedWith(Secret)));
        await SaidAsync("C-2 recorded");
        folder.Delete(recursive: true);

        async Task RecordAsync(string name, DateOnly to)
        {
            await teams.Client.PostMessageAsync(miguel, $"move {line.Number} to {to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
            var pressed = await teams.Client.PressButtonAsync(miguel, await SaidAsync($"{name} is not sent yet"), "Record it", new { in_reason = "LineStop", in_text = "line 2 stands" });
            Assert.Equal(200, pressed.Status);
        }

        Task<FakeMessage> SaidAsync(string words) => teams.WaitForAsync(fake => fake.MessagesTo(miguel).LastOrDefault(message => message.PlainText.Contains(words, StringComparison.Ordinal)), words, Patience);
    }
}
