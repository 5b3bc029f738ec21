using SoeBot.Domain.People;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>Omar leaves the team with a decision open: overnight it falls to his deputy, in the morning the lead gives it to Ravi with one press.</summary>
public sealed class When_an_owner_has_left
{
    [Fact]
    public async Task His_decision_is_inherited_and_given_on()
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, new(2026, 11, 23, 20, 0, 0));
        var client = bot.Teams.Client;
        var (lea, ada) = (await bot.PersonAsync("Lea", Role.Lead), await bot.PersonAsync("Ada", Role.Administrator));
        var (omar, ravi) = (await bot.PersonAsync("Omar", Role.Procurement), await bot.PersonAsync("Ravi", Role.Procurement));
        await bot.PersonAsync("Petra", Role.Planning);
        await client.InstallAsync(lea, bot.Teams.Channel("Planning"));
        // Who administers the plant is asked at once who does what.
        await bot.WaitAsync(ada, "Customer service: nobody. Name somebody");
        await client.PostMessageAsync(ada, "Petra is deputy procurement");
        await bot.WaitAsync(ada, "Petra is deputy procurement");
        await client.PostMessageAsync(lea, "decide: Omar gets a second quote by 4 Dec");
        await client.PressButtonAsync(lea, await bot.WaitAsync(lea, "Record this decision?"), "Record");
        await bot.MoveToAsync(new(2026, 11, 24, 5, 45, 0));

        omar.HasLeft = true;
        await bot.MoveToAsync(new(2026, 11, 25, 5, 45, 0));
        var card = await bot.WaitAsync(lea, "Omar left the team: 1 decision");
        Assert.Contains("They fell to Petra, marked inherited.", card.PlainText, StringComparison.Ordinal);
        await bot.WaitAsync(bot.Teams.Person("Petra"), "inherited from Omar");

        await client.PressButtonAsync(lea, card, "Give to Ravi");
        await bot.WaitAsync(ravi, "1 decision inherited from Omar");
        await bot.SettleAsync();
        Assert.Contains("Ravi has them now, says Lea.", (await bot.WaitAsync(lea, "Omar left the team")).PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Teams.MessagesTo(omar), message => message.PlainText.Contains("D-1", StringComparison.Ordinal) && message.PlainText.Contains("inherited", StringComparison.Ordinal));
    }
}
