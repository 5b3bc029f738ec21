using SoeBot.JourneyTests.Otherwise;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The rows of the product's table of edge cases in which the bot was not there while people met, and in which they do not believe a number.</summary>
public sealed class When_the_bot_was_away_and_numbers_are_doubted
{
    [Fact]
    public async Task The_last_agenda_and_board_lie_in_a_folder_when_it_goes_down_before_the_meeting()
    {
        var folder = Directory.CreateTempSubdirectory("soebot-sheet-");
        await using (var plant = await StaffedPlant.OpenAsync(new(2026, 11, 25, 12, 40, 0), builder => builder.Configuration["Plants:works:Sheet:Folder"] = folder.FullName))
        {
            await plant.DecideAsync(plant.Bot.Teams.Personal(plant.Lea), "Omar books a truck by Friday", "D-1");
            await plant.MoveToAsync(25, 12, 46);
            var made = await plant.PressAsync(plant.Lea, await plant.TypeAsync(plant.Lea, "meeting sheet", "meeting sheet to print"), "Make a link", "I show it only now");
            var address = new Uri(plant.Bot.Endpoint, System.Text.RegularExpressions.Regex.Match(made.PlainText, "/meeting-sheet/works/[A-Za-z0-9_-]{32}").Value);
            using var browser = new HttpClient();
            Assert.Contains("D-1", await browser.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        var page = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "meeting-works.html"), TestContext.Current.CancellationToken);
        foreach (var part in new[] { "Meeting Wed 25 Nov 13:00 to 14:30", "As of Wed 25 Nov 12:45", "Last commitments", "Orders at risk: the first 10", "Book a truck", "Fri 27 Nov", "Decided in this meeting" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

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
