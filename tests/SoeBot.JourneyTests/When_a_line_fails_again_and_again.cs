using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Domain.People;
using SoeBot.Store.Audit;
using SoeBot.Store.Inbox;
using SoeBot.Store.Outbox;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>A line that breaks each time is parked: its writer is told, and an administrator has it tried again or dropped.</summary>
public sealed class When_a_line_fails_again_and_again
{
    private static readonly DateTime Start = new(2026, 11, 23, 9, 0, 0);
    private readonly Fragile _fragile = new();

    [Fact]
    public async Task The_writer_is_told_and_an_administrator_decides()
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, Start, builder => builder.Services.AddSingleton<ISlice>(_fragile));
        var ada = await bot.PersonAsync("Ada", Role.Administrator);
        var omar = await bot.PersonAsync("Omar", Role.Sales);

        await FailAsync(bot, omar);
        var told = await bot.WaitAsync(omar, "something broke on my side each time I tried");
        Assert.Matches(@"Error in-\d+\.", told.PlainText);
        Assert.Contains("1 parked", await new HttpClient().GetStringAsync(new Uri(bot.Endpoint, "/health/ready"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // Nobody but an administrator sees it.
        await bot.Teams.Client.PostMessageAsync(omar, "parked");
        await bot.WaitAsync(omar, "Parked messages are looked after by Ada");
        await bot.Teams.Client.PostMessageAsync(ada, "parked");
        var list = await bot.WaitAsync(ada, "1 message is parked");
        Assert.Contains("A line somebody wrote in the chat with Omar", list.PlainText, StringComparison.Ordinal);
        Assert.Contains("It broke each time (InvalidOperationException).", list.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain("fragile", list.PlainText, StringComparison.Ordinal);

        // Mended: it is tried again, and the answer comes after all.
        _fragile.IsMended = true;
        Assert.Contains("Nothing is parked", (await bot.Teams.Client.PressButtonAsync(ada, list, "Try again")).PlainText, StringComparison.Ordinal);
        await bot.WaitAsync(omar, "mended");

        // Broken once more: dropped, for good.
        _fragile.IsMended = false;
        await FailAsync(bot, omar);
        await bot.Teams.Client.PostMessageAsync(ada, "parked");
        var second = await bot.Teams.WaitForAsync(teams => teams.MessagesTo(ada).LastOrDefault(message => message.Id != list.Id && message.PlainText.Contains("1 message is parked", StringComparison.Ordinal)), "the second list");
        await bot.Teams.Client.PressButtonAsync(ada, second, "Drop");
        Assert.Equal(0, await bot.Services.GetRequiredService<InboxStore>().ParkedCountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            ["parked.drop", "parked.retry"],
            from line in await bot.Services.GetRequiredService<AuditStore>().ListAsync(BotUnderTest.PlantId, 0, 50, TestContext.Current.CancellationToken)
            where line.What.StartsWith("parked.", StringComparison.Ordinal) && line.By == PersonKey.Of(ada.TenantId, ada.AadObjectId)
            select line.What);
    }

    /// <summary>The worker fails first; the pauses before its other tries are not waited for.</summary>
    private static async Task FailAsync(BotUnderTest bot, FakePerson who)
    {
        var inbox = bot.Services.GetRequiredService<InboxStore>();
        var stop = TestContext.Current.CancellationToken;
        await bot.Teams.Client.PostMessageAsync(who, "fragile");
        var later = bot.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddHours(1);
        while (await inbox.ParkedCountAsync(stop) == 0)
        {
            if (await inbox.ClaimNextAsync(later, stop) is { } message)
                await inbox.FailAsync(message.Id, "InvalidOperationException: too fragile", later, stop);
            later = later.AddHours(1);
        }
    }

    private sealed class Fragile : ISlice
    {
        public bool IsMended { get; set; }

        public void Register(SliceRegistry registry) => registry.Commands.Add("test.fragile", new Regex("^fragile$"), "fragile", (turn, _, _) =>
            IsMended ? Task.FromResult(turn.Answer(new CardRef("say", "mended"))) : throw new InvalidOperationException("too fragile"));
    }
}
