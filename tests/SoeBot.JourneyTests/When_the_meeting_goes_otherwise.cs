using SoeBot.JourneyTests.Otherwise;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The rows of the product's table of edge cases that concern the meeting and its date.</summary>
public sealed class When_the_meeting_goes_otherwise
{
    [Fact]
    public async Task Nobody_starts_it_then_two_do_and_one_is_held()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 25, 12, 50, 0));
        await plant.MoveToAsync(25, 13, 15);
        await plant.Bot.WaitAsync(plant.Channel, "Shall I start");
        Assert.Contains("can move the agenda", (await plant.TypeAsync(plant.Omar, "start", "can move the agenda")).PlainText, StringComparison.Ordinal);
        await Task.WhenAll(
            plant.Bot.Teams.Client.PostMessageAsync(plant.Lea, plant.Meeting, "start"),
            plant.Bot.Teams.Client.PostMessageAsync(plant.Lea, plant.Meeting, "start"));
        await plant.Bot.WaitAsync(plant.Meeting, "Step 1 of 9");
        await plant.Bot.SettleAsync();
        Assert.Equal(["1"], await plant.Bot.Rows.TextAsync("SELECT CAST(count(*) AS text) FROM meetings"));
    }

    [Fact]
    public async Task It_is_moved_and_everything_before_it_moves_along_and_comes_once()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 24, 9, 0, 0));
        await plant.MoveToAsync(24, 10);
        // The draft with the orders that nobody owns stands in the channel before its owners are asked.
        Assert.Equal(["Sent"], await plant.Bot.Rows.TextAsync("SELECT state FROM outbox WHERE key = 'top-ten-draft:works:2026-11-23:top-ten'"));
        var asked = plant.Count(plant.Petra, "for your word");
        await plant.TypeAsync(plant.Lea, "move meeting to Thu 9:00", "Thu 26 Nov");
        await plant.MoveToAsync(25, 13, 15);
        Assert.DoesNotContain(plant.Bot.Teams.MessagesIn(plant.Channel), message => message.PlainText.Contains("Shall I start", StringComparison.Ordinal));
        // The draft went out for this meeting already, so it does not come again for its new date.
        Assert.True(plant.Count(plant.Petra, "for your word") <= asked + 1);
        await plant.MoveToAsync(26, 9, 15);
        await plant.Bot.WaitAsync(plant.Channel, "Shall I start");
    }

    [Fact]
    public async Task It_is_cancelled_and_red_orders_are_decided_in_the_chat()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 25, 9, 0, 0));
        var said = await plant.TypeAsync(plant.Lea, "cancel meeting: half the team is ill", "No meeting on Wed 25 Nov");
        Assert.Contains("red order", said.PlainText, StringComparison.Ordinal);
        await plant.MoveToAsync(25, 13, 15);
        Assert.DoesNotContain(plant.Bot.Teams.MessagesIn(plant.Channel), message => message.PlainText.Contains("Shall I start", StringComparison.Ordinal));
        await plant.Bot.WaitAsync(plant.Channel, "Order 1 of");
    }

    [Fact]
    public async Task A_decision_lacks_its_owner_and_the_meeting_cannot_be_closed()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 25, 13, 0, 0));
        await plant.TypeAsync(plant.Lea, plant.Meeting, "start", "Step 1 of 9");
        var form = await plant.TypeAsync(plant.Lea, plant.Meeting, "decide: get a second quote for the castings", "Record this decision?");
        await plant.PressAsync(plant.Lea, form, "Record", "D-1", new { in_owner = "", in_due = "2026-11-27" });
        await plant.TypeAsync(plant.Lea, plant.Meeting, "close", "D-1 has no owner");

        await plant.Bot.PersonAsync("Rita", Domain.People.Role.Procurement);
        // A group is several people, and one of them answers.
        var group = await plant.TypeAsync(plant.Lea, plant.Meeting, "decide: Procurement asks a third supplier by Friday", "'Procurement' is several people. Who answers for it?");
        await plant.PressAsync(plant.Lea, group, "Record", "Ravi, do you take it?", new { in_owner = plant.Ravi.AadObjectId });
    }
}
