using SoeBot.Domain.People;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The owner of a decision took the app off: the channel is asked, the lead sees it, and nobody else reads who it is.</summary>
public sealed class When_an_owner_cannot_be_reached
{
    [Fact]
    public async Task The_channel_is_asked_and_the_lead_sees_who_it_is()
    {
        await using var bot = await BotUnderTest.StartAsync(
            StoreKind.Sqlite, new(2026, 11, 25, 13, 0, 0), builder => builder.Configuration["Outbox:FirstRetry"] = "00:00:00.01");
        var lea = await bot.PersonAsync("Lea", Role.Lead);
        var ravi = await bot.PersonAsync("Ravi", Role.Procurement);
        var channel = bot.Teams.Channel("Planning");
        await bot.Teams.Client.InstallAsync(lea, channel);
        await bot.WaitAsync(channel, "SoeBot is here");
        await TypeAsync(bot, lea, "unreachable", "I can write to everybody.");

        ravi.HasApp = false;
        await TypeAsync(bot, lea, "decide: Ravi gets a second quote by Friday", "Record this decision?");
        await bot.Teams.Client.PressButtonAsync(lea, await bot.WaitAsync(lea, "Record this decision?"), "Record");
        await bot.WaitAsync(channel, "I cannot write to Ravi");

        await TypeAsync(bot, lea, "unreachable", "Ravi: ");
        await TypeAsync(bot, await bot.PersonAsync("Sam", Role.Sales), "unreachable", "Who cannot be reached is seen by Lea.");
        Assert.DoesNotContain(bot.Teams.MessagesTo(bot.Teams.Person("Sam")), message => message.PlainText.Contains("Ravi", StringComparison.Ordinal));

        // Whoever writes can be written to.
        ravi.HasApp = true;
        await TypeAsync(bot, ravi, "my", "D-1");
        await TypeAsync(bot, lea, "who cannot be reached?", "I can write to everybody.");
    }

    private static async Task TypeAsync(BotUnderTest bot, FakePerson who, string line, string answer)
    {
        var before = bot.Teams.MessagesTo(who).Count;
        await bot.Teams.Client.PostMessageAsync(who, line);
        await bot.Teams.WaitForAsync(
            teams => teams.MessagesTo(who).Skip(before).FirstOrDefault(message => message.PlainText.Contains(answer, StringComparison.Ordinal)), $"\"{answer}\" to {who}");
    }
}
