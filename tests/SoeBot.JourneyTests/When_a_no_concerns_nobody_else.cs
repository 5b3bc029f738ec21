using SoeBot.Domain.People;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>Somebody may not do what they typed in the meeting's chat: they alone are told, and where Teams has no way for that, in their own chat.</summary>
public sealed class When_a_no_concerns_nobody_else
{
    [Fact]
    public async Task Only_the_one_who_asked_reads_it()
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, new(2026, 11, 25, 13, 0, 0));
        var lea = await bot.PersonAsync("Lea", Role.Lead);
        var petra = await bot.PersonAsync("Petra", Role.Planning);
        var meeting = bot.Teams.Meeting("Weekly execution", lea, petra);

        await bot.Teams.Client.PostMessageAsync(petra, meeting, "start");
        var told = await bot.WaitAsync(meeting, "can move the agenda");
        Assert.Equal(petra, told.OnlyFor);
        Assert.Empty(bot.Teams.MessagesTo(petra));

        // What concerns all is for all.
        await bot.Teams.Client.PostMessageAsync(lea, meeting, "start");
        Assert.Null((await bot.WaitAsync(meeting, "Step 1")).OnlyFor);

        bot.Teams.RefusesTargeted = true;
        await bot.Teams.Client.PostMessageAsync(petra, meeting, "next");
        Assert.Contains("can move the agenda", (await bot.WaitAsync(petra, "can move the agenda")).PlainText, StringComparison.Ordinal);
        await bot.SettleAsync();
        Assert.Single(bot.Teams.MessagesIn(meeting), message => message.OnlyFor is not null);
        Assert.Single(bot.Teams.MessagesTo(petra));

        // In one's own chat there is nobody else, so it is an answer as any.
        await bot.Teams.Client.PostMessageAsync(petra, "@Lea is planning");
        Assert.Null((await bot.WaitAsync(petra, "Roles are given by")).OnlyFor);
    }

    [Fact]
    public async Task An_unsure_fate_is_told_in_the_own_chat_and_a_throttled_one_waits()
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, new(2026, 11, 25, 13, 0, 0));
        var petra = await bot.PersonAsync("Petra", Role.Planning);
        var meeting = bot.Teams.Meeting("Weekly execution", petra);

        bot.Teams.Faults.Throttle(when: IsTargeted);
        await bot.Teams.Client.PostMessageAsync(petra, meeting, "start");
        Assert.Equal(petra, (await bot.WaitAsync(meeting, "can move the agenda")).OnlyFor);
        Assert.Empty(bot.Teams.MessagesTo(petra));

        // Perhaps it is there and perhaps not; twice is better than never, for words that change nothing.
        bot.Teams.Faults.FailAfterStoring(when: IsTargeted);
        await bot.Teams.Client.PostMessageAsync(petra, meeting, "start");
        await bot.WaitAsync(petra, "can move the agenda");
    }

    private static bool IsTargeted(FakeRequest request) => request.RawPath.Contains("isTargetedActivity=true", StringComparison.Ordinal);
}
