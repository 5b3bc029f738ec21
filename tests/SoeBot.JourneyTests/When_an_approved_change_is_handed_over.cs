using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SoeBot.HandOver;
using SoeBot.JourneyTests.Otherwise;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>From the question in a chat to the plant's ERP, which fails at first (R93).</summary>
public sealed class When_an_approved_change_is_handed_over
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";
    private static readonly TimeSpan UndoIsOver = TimeSpan.FromMinutes(11), RetryIsDue = TimeSpan.FromHours(1);

    [Fact]
    public async Task It_arrives_signed_when_nobody_can_take_it_back_and_the_channel_sees_how_far_it_is()
    {
        var clock = new AheadTime();
        await using var erp = await ReceiverUnderTest.StartAsync();
        await using var plant = await ChangingPlant.OpenAsync(configure: builder =>
        {
            // Where http is allowed on this machine.
            builder.Environment.EnvironmentName = Environments.Development;
            builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Plants:works:HandOver:Receivers:ERP:Address"] = erp.Address, ["Plants:works:HandOver:Receivers:ERP:Secret"] = Secret, // So long that no machine is slow enough for it to come by itself.
                ["Plants:works:HandOver:FirstRetry"] = "01:00:00", ["Plants:works:HandOver:LongestRetry"] = "01:00:00",
            });
        });
        var line = plant.LineDue(11, 26);
        await plant.AskAsync(plant.Sam, $"move {line} to Fri 27 Nov");
        var asked = clock.GetUtcNow();
        await plant.Bot.Teams.Client.PressButtonAsync(plant.People.Miguel, await plant.CardOfAsync(plant.People.Miguel, "C-1: Miguel, your decision until"), "Approve");
        await plant.Bot.WaitAsync(plant.People.Channel, "Handed over: ERP from ");
        Assert.Empty(erp.Calls);

        erp.Answer = ReceiverUnderTest.Says(500);
        Pass(UndoIsOver);
        await plant.Bot.WaitAsync(plant.People.Channel, "Handed over: ERP waits, 2nd try");
        erp.Answer = (_, _) => Task.CompletedTask;
        Pass(RetryIsDue);
        await plant.Bot.WaitAsync(plant.People.Channel, "Handed over: ERP ✓");
        await plant.Bot.WaitAsync(plant.Sam, "Handed over: ERP ✓");

        // What was accepted is not posted again, however long it is.
        Pass(TimeSpan.FromMinutes(20));
        await plant.Bot.SettleAsync();
        var (failed, taken) = erp.Calls.ToArray() is [var one, var two] ? (one, two) : throw new InvalidOperationException($"{erp.Calls.Count} posts");
        Assert.Equal((failed.Id, failed.Body), (taken.Id, taken.Body));
        Assert.True(DateTimeOffset.FromUnixTimeSeconds(long.Parse(failed.Timestamp, CultureInfo.InvariantCulture)) > asked.AddMinutes(10), "told while it could be taken back");
        Assert.NotEqual(failed.Timestamp, taken.Timestamp);
        Assert.All(erp.Calls, post => Assert.True(post.IsSignedWith(Secret)));
        var data = JsonNode.Parse(taken.Body)!["data"]!;
        Assert.Equal(("works", "C-1", "frozen", "lineStop"), ((string?)data["plant"], (string?)data["request"], (string?)data["zone"], (string?)data["reason"]));
        Assert.Equal((line, "2026-11-26", "2026-11-27"), ((string?)data["change"]!["reference"], (string?)data["change"]!["from"], (string?)data["change"]!["to"]));
        Assert.Equal(plant.People.Miguel.AadObjectId, (string?)data["approvedBy"]!["objectId"]);

        void Pass(TimeSpan span)
        {
            clock.Advance(span);
            plant.Bot.Services.GetRequiredService<HandOverTurns>().Wake.Pulse();
        }
    }

    /// <summary>The machine's clock, ahead by what a story skips. Who waits for a span waits as long as ever.</summary>
    private sealed class AheadTime : TimeProvider
    {
        private long _ahead;

        public void Advance(TimeSpan span) => Interlocked.Add(ref _ahead, span.Ticks);

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));
    }
}
