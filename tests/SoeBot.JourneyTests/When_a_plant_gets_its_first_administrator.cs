using Microsoft.Extensions.DependencyInjection;
using SoeBot.People;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>Nobody has a right until somebody with access to the log has claimed the plant; then roles are given in chat.</summary>
public sealed class When_a_plant_gets_its_first_administrator
{
    [Fact]
    public async Task The_code_works_once_and_roles_follow()
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, new(2026, 11, 23, 6, 0, 0));
        var (lea, ravi) = (bot.Teams.Person("Lea"), bot.Teams.Person("Ravi"));
        var client = bot.Teams.Client;
        await client.PostMessageAsync(ravi, "start");
        await bot.WaitAsync(ravi, "Nobody is S&OE lead yet");

        var code = await bot.Services.GetRequiredService<FirstAdministrator>().OfferAsync(BotUnderTest.PlantId, TestContext.Current.CancellationToken);
        await client.PostMessageAsync(ravi, "claim WRONGCODE1");
        await bot.WaitAsync(ravi, "not valid");
        await client.PostMessageAsync(lea, $"claim {code!.ToLowerInvariant()}");
        await bot.WaitAsync(lea, "You administer Pump works");
        await client.PostMessageAsync(ravi, $"claim {code}");
        await bot.WaitAsync(ravi, "is not valid");

        await client.PostMessageAsync(ravi, "Lea is not administrator");
        await bot.WaitAsync(ravi, "Roles are given by Lea");
        await client.PostMessageAsync(lea, "Ravi is lead");
        await bot.WaitAsync(lea, "Ravi is S&OE lead of Pump works");
        await client.PostMessageAsync(lea, "Lea is not administrator");
        await bot.WaitAsync(lea, "the only administrator");
        await client.PostMessageAsync(ravi, "start");
        await bot.WaitAsync(ravi, "Step 1 of 9");
    }
}
