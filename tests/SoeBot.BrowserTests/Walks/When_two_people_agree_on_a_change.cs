using SoeBot.BrowserTests.Playgrounds;
using SoeBot.Connectors.Sample;
using Xunit;

namespace SoeBot.BrowserTests.Walks;

/// <summary>
/// The planner asks for a change of the frozen week, once by a line and once with the form; the plant manager, who sits at the screen,
/// approves on a phone with a condition; the room sees it, and the buyer reads the state without a button. Each step leaves a picture to look at.
/// </summary>
public sealed class When_two_people_agree_on_a_change
{
    private const int Width = 390, Height = 844;

    private Playground client = null!;

    [Fact]
    public async Task One_asks_the_other_approves_with_a_condition_and_the_room_sees_it()
    {
        await using var bot = await TrialBot.StartAsync();
        await using var playground = client = await Playground.StartAsync(bot.Endpoint, Plant.Manager);
        await client.OpenAsync();
        await client.SeeAsync("I ask you about your orders and decisions here");
        await client.SayAsync("I am plant manager");
        await client.SeeAsync($"{Plant.Manager.Name}, you are plant manager");
        await client.GoToAsync(Plant.Meeting);
        foreach (var (who, role) in ((Person, string)[])[(Plant.Planner, "planning"), (Plant.Buyer, "procurement")])
        {
            await client.SayAsAsync(who, Plant.Meeting, $"I am {role}");
            await client.SeeAsync($"{who.Name}, you are {role}");
        }

        await AskAsync();
        await ApproveOnAPhoneAsync();
        await client.GoToAsync(Plant.Meeting);
        await client.SeeAsync("C-1 approved by Max Manager with a condition");
        await client.CardScreenshotAsync("change-room", "C-1 approved by Max Manager");
        await client.SayAsAsync(Plant.Buyer, Plant.Meeting, "C-1");
        await client.SeeAsync("Only under this condition: only if the Friday castings stay");

        Assert.DoesNotContain("fail:", bot.Printed, StringComparison.Ordinal);
    }

    private async Task AskAsync()
    {
        // Of next week, wanted today: the stricter zone counts, on any day of the week.
        var (line, other) = LinesOfNextWeek();
        await client.SayAsAsync(Plant.Planner, Plant.Meeting, $"move {line} to today, the customer stops a line");
        await client.SeeAsync("C-1 is not sent yet");
        await client.CardScreenshotAsync("change-checked", "C-1 is not sent yet");
        await client.PressAsAsync(Plant.Planner);
        await client.PressAsync("Send to Max Manager");
        await client.SeeAsync("C-1: Max Manager, your decision until");
        await client.CardScreenshotAsync("change-asked", "C-1: Max Manager, your decision until");

        await client.SayAsAsync(Plant.Buyer, Plant.Meeting, "approve C-1");
        await client.SeeAsync("Frozen changes: Max Manager. Ask Max Manager?");
        Assert.Equal(0, await client.ButtonsAsync("C-1: Max Manager", "Approve"));
        await client.CardScreenshotAsync("change-no-right", "Frozen changes: Max Manager. Ask");

        await client.SayAsAsync(Plant.Planner, Plant.Meeting, $"move {other}");
        await client.SeeAsync($"What is to change about {other}?");
        await client.FillAsync("New day", TrialDay.Today.AddDays(21).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await client.CardScreenshotAsync("change-form", "What is to change about");
        await client.PressAsync("Check");
        await client.SeeAsync("C-2 is not sent yet");
        await client.CardScreenshotAsync("change-firm", "C-2 is not sent yet");
    }

    private async Task ApproveOnAPhoneAsync()
    {
        await client.GoToAsync(Plant.Personal);
        await client.SeeAsync("C-1: Max Manager, your decision until");
        await client.PressAsAsync(Plant.Manager);
        await client.ResizeAsync(Width, Height);
        await client.ScreenshotAsync("change-phone-1");
        await client.PressAsync("With a condition");
        await client.FillAsync("Condition", "only if the Friday castings stay");
        await client.ScreenshotAsync("change-phone-2");
        await client.PressAsync("Approve under this condition");
        await client.SeeAsync("C-1 approved by Max Manager with a condition");
        await client.ScreenshotAsync("change-phone-3");
        await client.ResizeAsync(1280, 1000);
    }

    private static (string First, string Second) LinesOfNextWeek()
    {
        var week = SamplePlant.Calendar().WeekOf(TrialDay.Today).Next;
        var lines = SamplePlant.At(TrialDay.Today).Schedule!.Where(one => one.IsOpen && one.Good == 0 && week.Days.First <= one.Due && one.Due <= week.Days.Last).OrderBy(one => one.Due).ThenBy(one => one.Number, StringComparer.Ordinal).ToList();
        return (lines[^1].Number, lines[^2].Number);
    }

    /// <summary>The day on the sample plant's clock.</summary>
    private static class TrialDay
    {
        public static DateOnly Today => SamplePlant.Calendar().DayOf(TimeProvider.System.GetUtcNow());
    }
}
