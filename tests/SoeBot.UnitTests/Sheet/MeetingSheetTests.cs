using SoeBot.UnitTests.Slices;
using SoeBot.UnitTests.Teams;
using Xunit;

namespace SoeBot.UnitTests.Sheet;

/// <summary>What stands on the paper from which people hold a meeting while the bot is down.</summary>
public sealed class MeetingSheetTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_the_approved_page_without_customers_and_money()
    {
        await using var test = await SheetUnderTest.NewAsync();
        await test.SayAsync();
        var page = await test.PageAsync();
        Approved.Text("meeting-sheet.html", page.Replace("><", ">\n<", StringComparison.Ordinal));
        Assert.DoesNotContain("Bike World", page, StringComparison.Ordinal);
        Assert.DoesNotContain("900", page, StringComparison.Ordinal);
        Assert.DoesNotContain("9,999", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Customers_stand_on_it_by_the_setting_and_money_never()
    {
        await using var test = await SheetUnderTest.NewAsync(customers: true);
        await test.SayAsync();
        var page = await test.PageAsync();
        Assert.Contains("40 x Mountain-500, Bike World", page, StringComparison.Ordinal);
        Assert.Contains("Get a second quote, Bike World pays (amount)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("900", page, StringComparison.Ordinal);

        // Somebody of another organisation is in the team.
        await test.Slices.Store.People.SeenAsync(SlicesUnderTest.Guest, "Guest", "29:guest", null, null, Stop, isGuest: true);
        test.Wait(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("Bike World", await test.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_typed_means_nothing_to_a_browser()
    {
        await using var test = await SheetUnderTest.NewAsync(customers: true);
        await test.SayAsync();
        var page = await test.PageAsync();
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>late", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Plant <North>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_plan_it_still_has_the_agenda_and_room_to_write()
    {
        await using var test = await SheetUnderTest.NewAsync(withPlan: false);
        var page = await test.PageAsync();
        Assert.Contains("no plan was imported yet", page, StringComparison.Ordinal);
        Assert.Contains("Last commitments", page, StringComparison.Ordinal);
        Assert.Contains("Decided in this meeting", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_people_sit_in_a_meeting_it_is_of_that_one()
    {
        await using var test = await SheetUnderTest.NewAsync();
        var start = test.Plant.Calendar.At(new(2014, 1, 8), new(13, 0));
        Assert.Equal("Wed 8 Jan 13:00 to 14:30", (await test.Reading.OfAsync(test.Plant, start.AddMinutes(80), Stop)).Meeting);
        Assert.Equal("Wed 15 Jan 13:00 to 14:30", (await test.Reading.OfAsync(test.Plant, start.AddMinutes(91), Stop)).Meeting);
    }
}
