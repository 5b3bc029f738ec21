using SoeBot.JourneyTests.Otherwise;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The rows of the product's table of edge cases in which the bot was not there while people met, and in which they do not believe a number.</summary>
public sealed class When_the_bot_was_away_and_numbers_are_doubted
{
    [Fact]
    public async Task What_the_meeting_decided_without_it_is_entered_later_and_a_number_is_contested_until_it_is_resolved()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 25, 16, 0, 0));
        var form = await plant.TypeAsync(plant.Lea, "decide: Ravi gets a second quote by Friday, entered later", "Record this decision?");
        await plant.PressAsync(plant.Lea, form, "Record", "in a meeting, entered later");
        var told = await plant.TypeAsync(plant.Omar, "who decided D-1", "in a meeting, entered later");
        Assert.Contains("D-1 Get a second quote\n", told.PlainText, StringComparison.Ordinal);
        // What was not said so was decided outside.
        await plant.DecideAsync(plant.Bot.Teams.Personal(plant.Lea), "Omar books a truck by Friday", "D-2");
        await plant.TypeAsync(plant.Omar, "who decided D-2", "outside the meeting");

        await plant.TypeAsync(plant.Petra, "contest attainment scrap booked twice", "Schedule attainment of week 47 is contested: scrap booked twice");
        var numbers = await plant.TypeAsync(plant.Miguel, "numbers", "Contested by Petra: scrap booked twice");
        await plant.PressAsync(plant.Petra, numbers, "It is resolved", "Schedule attainment", new { in_reason = "booked once" });
        Assert.DoesNotContain("Contested by", (await plant.TypeAsync(plant.Miguel, "numbers", "Schedule attainment")).PlainText, StringComparison.Ordinal);
    }
}
