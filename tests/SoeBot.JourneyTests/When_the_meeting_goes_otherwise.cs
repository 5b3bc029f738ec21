using SoeBot.JourneyTests.Otherwise;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The rows of the product's table of edge cases that concern the meeting.</summary>
public sealed class When_the_meeting_goes_otherwise
{
    [Fact]
    public async Task Nobody_starts_it_and_two_start_it_at_once()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 25, 12, 50, 0));
        await plant.MoveToAsync(25, 13, 15);
        await plant.Bot.WaitAsync(plant.Channel, "Shall I start");
        await Task.WhenAll(
            plant.Bot.Teams.Client.PostMessageAsync(plant.Lea, plant.Meeting, "start"),
            plant.Bot.Teams.Client.PostMessageAsync(plant.Lea, plant.Meeting, "start"));
        await plant.Bot.WaitAsync(plant.Meeting, "Step 1");
        await plant.Bot.SettleAsync();
        Assert.Equal(["1"], await plant.Bot.Rows.TextAsync("SELECT CAST(count(*) AS text) FROM meetings"));
    }
}
