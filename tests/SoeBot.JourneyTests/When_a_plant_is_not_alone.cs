using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Domain.People;
using SoeBot.JourneyTests.Otherwise;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The rows of the product's table of edge cases in which a plant shares its team, or its calendar is not like every week's.</summary>
public sealed class When_a_plant_is_not_alone
{
    [Fact]
    public async Task Two_plants_in_one_team_keep_their_titles_meetings_and_numbers_apart()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 25, 13, 0, 0), builder => builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Plants:xanten:Name"] = "Xanten", ["Plants:xanten:TimeZone"] = "Europe/Berlin" }));
        var stop = TestContext.Current.CancellationToken;
        var (bot, xanten) = (plant.Bot, plant.Bot.Services.GetRequiredService<PlantProfiles>().Get(new("xanten")));
        await bot.Services.GetRequiredService<ClockMover>().PlaceAsync(xanten, bot.At(new(2026, 11, 25, 13, 0, 0)), stop);
        foreach (var role in (Role[])[Role.Lead, Role.Administrator])
            await bot.Services.GetRequiredService<PeopleStore>().GrantAsync(xanten.Id, PersonKey.Of(plant.Lea.TenantId, plant.Lea.AadObjectId), role, Effect.None, stop);
        var (channel, meeting) = (bot.Teams.Channel("Xanten"), bot.Teams.Meeting("Weekly Xanten", plant.Lea, plant.Omar));

        // Nobody but its administrator says where a plant is at home.
        await plant.TypeAsync(plant.Omar, channel, "this is xanten", "is said by Lea");
        await plant.TypeAsync(plant.Lea, channel, "this is xanten", "This is the channel of Xanten now");
        await plant.TypeAsync(plant.Lea, meeting, "this is xanten", "This is the meeting of Xanten now");

        // The other one has no plan, so nothing of the first may show there; then it has one of its own.
        await plant.TypeAsync(plant.Lea, plant.Channel, "at risk", "Pump works, top ten");
        await plant.TypeAsync(plant.Lea, plant.Channel, "63216 xanten", "no plan yet");
        await bot.ImportSampleAsync(StaffedPlant.Monday.AddDays(1), xanten);
        await plant.TypeAsync(plant.Lea, plant.Channel, "at risk xanten", "Xanten, ");
        await plant.TypeAsync(plant.Lea, channel, "at risk", "Xanten, ");

        // Both meet at the same time, each with decisions of its own number one.
        await plant.TypeAsync(plant.Lea, plant.Meeting, "start", "Pump works: Step 1 of 9");
        await plant.TypeAsync(plant.Lea, meeting, "start", "Xanten: Step 1 of 9");
        await plant.DecideAsync(plant.Meeting, "Omar books a truck by 27 Nov", "D-1");
        await plant.DecideAsync(meeting, "Omar counts the pallets by 27 Nov", "D-1");
        Assert.Equal(["works 1", "xanten 1"], await bot.Rows.TextAsync("SELECT plant || ' ' || count(*) FROM decisions GROUP BY plant ORDER BY plant"));
    }

    [Fact]
    public async Task Before_two_shut_weeks_the_meeting_is_proposed_for_the_last_working_day()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 12, 14, 7, 50, 0), Shut);
        await plant.MoveToAsync(44, 8, 1);
        var asked = await plant.Bot.WaitAsync(plant.Lea, "Weeks 52 and 53 are shut. Frozen is week 1");
        Assert.Contains("Meeting Fri 18 Dec 13:00?", asked.PlainText, StringComparison.Ordinal);

        await plant.PressAsync(plant.Lea, asked, "Move it", "Fri 18 Dec");
        await plant.MoveToAsync(46, 13, 15);
        Assert.DoesNotContain(plant.Bot.Teams.MessagesIn(plant.Channel), message => message.PlainText.Contains("Shall I start", StringComparison.Ordinal));
        await plant.MoveToAsync(48, 13, 15);
        await plant.Bot.WaitAsync(plant.Channel, "Shall I start");

        static void Shut(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(Enumerable.Range(0, 12)
            .ToDictionary(day => $"Plants:works:Holidays:{day}", day => (string?)$"{new DateOnly(2026, 12, 21).AddDays(day):yyyy-MM-dd}"));
    }

    /// <summary>A supplier's guest in the team, and phones that never ask for a fresh view: what stands in the channel is for both.</summary>
    [Fact]
    public async Task A_guest_reads_along_and_the_card_works_where_nothing_refreshes_it()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 25, 13, 0, 0));
        var gus = plant.Bot.Teams.Person("Gus");
        await plant.Bot.Services.GetRequiredService<PeopleStore>().SeenAsync(PersonKey.Of(gus.TenantId, gus.AadObjectId), "Gus", gus.Mri, null, null, TestContext.Current.CancellationToken, isGuest: true);

        await plant.TypeAsync(gus, plant.Channel, "at risk", "You are a guest here");
        var order = Regex.Match((await plant.TypeAsync(plant.Lea, plant.Channel, "at risk", "top ten")).PlainText, @"SO\d+-\d+").Value;
        Assert.DoesNotMatch(@"(?m)^Customer\b", (await plant.TypeAsync(plant.Lea, plant.Channel, order, "Promised")).PlainText);
        Assert.Matches(@"(?m)^Customer\b", (await plant.TypeAsync(plant.Lea, order, "Promised")).PlainText);

        // The card as it was posted, whoever looks at it: its buttons ask the server, and its first line stands in the notification.
        var shared = await plant.DecideAsync(plant.Channel, "Omar books a truck by 27 Nov", "D-1");
        Assert.Contains("D-1", shared.Summary, StringComparison.Ordinal);
        await plant.PressAsync(plant.Omar, shared, "Take it", "Omar does it");
    }
}
