using System.Globalization;
using SoeBot.BrowserTests.Playgrounds;
using Xunit;

namespace SoeBot.BrowserTests.Walks;

/// <summary>The product's own process in Microsoft's client, as somebody meets it who has read the first page of the README. Each step leaves a picture to look at.</summary>
public sealed class When_a_newcomer_tries_the_bot
{
    private static readonly TimeZoneInfo PlantZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private Playground client = null!;
    private int step;

    [Fact]
    public async Task Everything_typed_and_pressed_is_answered_with_a_card()
    {
        await using var bot = await TrialBot.StartAsync();
        await using var playground = client = await Playground.StartAsync(bot.Endpoint);
        await client.OpenAsync();
        await SeeAsync("I ask you about your orders and decisions here");

        await LookAroundAsync();
        await AnswerForAnOrderAsync();
        await FindTheWeekInTheChannelAsync();
        var due = await DecideInTheMeetingAsync();
        await BeRemindedAsync(due);

        Assert.DoesNotContain("fail:", bot.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("not authenticated", bot.Printed, StringComparison.Ordinal);
    }

    private async Task LookAroundAsync()
    {
        await SayAsync("hello", "you hold every role", "what do you want to know, Petra Planner?");
        await SayAsync("look ahead", "two weeks ahead -");
        await client.CardScreenshotAsync("look-ahead", "two weeks ahead -");
        await SayAsync("exceptions", "exceptions of 24 h -");
        await client.CardScreenshotAsync("exceptions", "exceptions of 24 h -");
        await SayAsync("numbers", "Schedule attainment");
        await SayAsync("my", "you owe nothing");
        await SayAsync("blubb grmpf", "I read 'blubb grmpf'. Did you mean:");
        await SayAsync("at risk", "top ten - 10 need an owner: who?");
        await client.CardScreenshotAsync("top-ten", "top ten -");
    }

    private async Task AnswerForAnOrderAsync()
    {
        var order = await FirstAtRiskAsync();
        await SayAsync(order, "at risk, no owner: who takes it?");
        await PressAsync("Take it", "at risk: Petra Planner, your answer");
        await SayAsync($"why {order}", "What makes it risky");
        await SayAsync($"{order} red castings not before Friday", "is this right?");
        await PressAsync("Yes", "red, Petra Planner answers for it");
        await client.CardScreenshotAsync("answer", "red, Petra Planner answers for it");
    }

    private async Task FindTheWeekInTheChannelAsync()
    {
        // What falls due at midnight falls due at the next full minute, or now.
        await SayAsync("clock", "in Sample plant now");
        await client.GoToAsync(Plant.Channel);
        await SeeAsync("I post the two-week look-ahead");
        await SeeAsync("two weeks ahead -");
        await SeeAsync("top ten -");
        await ShotAsync("channel");
    }

    private async Task<DateOnly> DecideInTheMeetingAsync()
    {
        var due = NextWorkingDay();
        await client.GoToAsync(Plant.Meeting);
        await SeeAsync("I run the weekly meeting here");
        await SayAsync("start", "Step 1 of 9: Last commitments");
        await client.PressAsAsync(Plant.Buyer);
        await PressAsync("Next", "can move the agenda");
        await client.PressAsAsync(Plant.Planner);
        await PressAsync("Next", "Step 2 of 9: Three numbers");
        await client.CardScreenshotAsync("agenda", "Step 2 of 9: Three numbers");
        await PressAsync("Decide", "What was decided?");
        await client.FillAsync("Decision", "Get a second quote for the castings");
        await client.FillAsync("Owner: one person", Plant.Planner.Name);
        await client.FillAsync("Due", due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await client.CardScreenshotAsync("decision-form", "What was decided?");
        await PressAsync("Record", "D-1: Petra Planner does it");
        await client.CardScreenshotAsync("decision", "D-1: Petra Planner does it");
        await SayAsync("close", "Minutes: 1 decision, 1 owner, 1 date");
        await client.CardScreenshotAsync("minutes", "Minutes: 1 decision");
        return due;
    }

    private async Task BeRemindedAsync(DateOnly due)
    {
        await client.GoToAsync(Plant.Personal);
        // At eight by the owner's own clock, and the Playground's people live in UTC.
        await SayAsync($"clock {due:yyyy-MM-dd} 10:30", "Due today: D-1");
        await PressAsync("Done", "D-1 is done");
        await SayAsync("done D-1", "D-1 is done");
    }

    private async Task<string> FirstAtRiskAsync()
    {
        var row = await client.Card.GetByText("1. SO").First.InnerTextAsync();
        return row.Split(',')[0].Split(' ')[1];
    }

    private static DateOnly NextWorkingDay()
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), PlantZone).DateTime).AddDays(1);
        return day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };
    }

    private async Task SayAsync(string line, params string[] answers)
    {
        await client.SayAsync(line);
        foreach (var answer in answers) await SeeAsync(answer);
        await ShotAsync(new string([.. line.Where(letter => char.IsAsciiLetter(letter) || letter == ' ')]).Trim().Replace(' ', '-'));
    }

    private async Task PressAsync(string title, string answer)
    {
        await client.PressAsync(title);
        await SeeAsync(answer);
        await ShotAsync("press-" + title.Replace(' ', '-'));
    }

    private Task SeeAsync(string text) => client.SeeAsync(text);

    private Task<string> ShotAsync(string name) => client.ScreenshotAsync($"walk-{++step:00}-{name}");
}
