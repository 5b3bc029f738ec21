using SoeBot.JourneyTests.Otherwise;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The rows of the product's table of edge cases that concern decisions: odd dates, moved dates, contradictions, old cards, strangers.</summary>
public sealed class When_a_decision_is_questioned
{
    [Fact]
    public async Task A_past_day_is_not_taken_and_a_late_one_is_asked_about()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 23, 9, 0, 0));
        var past = await plant.TypeAsync(plant.Lea, "decide: Ravi gets a quote by 20 Nov", "is past");
        Assert.Contains("Fri 27 Nov?", past.PlainText, StringComparison.Ordinal);
        await plant.TypeAsync(plant.Lea, "decide: Ravi gets another quote by 10 Dec", "after the next meeting");
        var free = await plant.TypeAsync(plant.Lea, "decide: Ravi gets a third quote by Saturday", "Get a third quote");
        Assert.Contains("Sat 28 Nov is a free day. Keep?", free.PlainText, StringComparison.Ordinal);
        await plant.PressAsync(plant.Lea, free, "Record", "Ravi, do you take it?");
    }

    [Fact]
    public async Task Two_dates_are_the_owners_and_the_third_is_the_leads()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 23, 9, 0, 0));
        await plant.DecideAsync(plant.Bot.Teams.Personal(plant.Lea), "Ravi gets a second quote by 24 Nov", "D-1");
        await plant.TypeAsync(plant.Ravi, "D-1 to 25 Nov, supplier is slow", "Wed 25 Nov");
        await plant.TypeAsync(plant.Ravi, "D-1 to 26 Nov, still slow", "Thu 26 Nov");
        await plant.TypeAsync(plant.Ravi, "D-1 to 27 Nov, slow again", "Lea");
        await plant.Bot.WaitAsync(plant.Lea, "slow again");
        // Nobody else answers for it.
        await plant.TypeAsync(plant.Omar, "done D-1", "Ravi");
        Assert.Equal(["2"], await plant.Bot.Rows.TextAsync("SELECT CAST(redates AS text) FROM decisions"));
    }

    [Fact]
    public async Task A_newer_one_about_the_same_order_replaces_the_older_by_a_press_alone()
    {
        await using var plant = await StaffedPlant.OpenAsync(new(2026, 11, 25, 9, 0, 0));
        var order = (await plant.TypeAsync(plant.Lea, "at risk", "top ten")).PlainText.Split(' ', ',', '\n').First(word => word.StartsWith("SO", StringComparison.Ordinal));
        var here = plant.Bot.Teams.Personal(plant.Lea);
        await plant.DecideAsync(here, $"Ravi gets a second quote by Friday {order}", "D-1");
        await plant.DecideAsync(here, $"Ravi takes the first supplier by Friday {order}", "D-2");
        var question = await plant.Bot.WaitAsync(here, "D-2 replaces D-1");
        await plant.Bot.SettleAsync();
        Assert.Equal(["Proposed", "Proposed"], await plant.Bot.Rows.TextAsync("SELECT status FROM decisions ORDER BY number"));
        await plant.PressAsync(plant.Lea, question, "Replace D-1", "D-1");
        Assert.NotEqual("Proposed", (await plant.Bot.Rows.TextAsync("SELECT status FROM decisions ORDER BY number"))[0]);

        var told = await plant.TypeAsync(plant.Omar, $"who decided {order}", "D-2");
        Assert.Contains("Lea", told.PlainText, StringComparison.Ordinal);
    }
}
