using SoeBot.Domain.Meetings;
using SoeBot.Meetings;
using SoeBot.Plants;
using Xunit;
using static SoeBot.UnitTests.Meetings.MeetingUnderTest;

namespace SoeBot.UnitTests.Meetings;

public sealed class When_a_meeting_date_changes
{
    [Fact]
    public async Task A_moved_one_is_asked_for_at_its_new_time_and_counted_as_drift()
    {
        await using var bot = await NewAsync();
        Assert.Contains(await bot.TypeAsync(Petra, "move meeting to Thu 9:00"), said => said.Contains("Ask Lea Brandt", StringComparison.Ordinal));
        Assert.Contains(await bot.TypeAsync(Lea, "move the meeting to Thu 9:00 because of the fair"), said => said.Contains("Meeting moved to Thu 9 Jan 09:00. Reminders moved. That is the 1st move this quarter.", StringComparison.Ordinal));
        Assert.Contains(await bot.TypeAsync(Lea, "move meeting to 10am"), said => said.Contains("Thu 9 Jan 10:00", StringComparison.Ordinal) && said.Contains("2nd move this quarter", StringComparison.Ordinal));
        Assert.Contains(await bot.TypeAsync(Lea, "move meeting to 7 Jan"), said => said.Contains("is past", StringComparison.Ordinal));

        bot.At(13, 10);
        Assert.DoesNotContain(await bot.TickAsync(), said => said.Contains("Shall I start", StringComparison.Ordinal));
        bot.At(10, 10, january: 9);
        Assert.Contains(await bot.TickAsync(), said => said.Contains("Shall I start the meeting?", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.TickAsync(), said => said.Contains("Shall I start", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_ten_minutes_asks_again_and_not_today_does_not()
    {
        await using var bot = await NewAsync();
        bot.At(13, 10);
        await bot.TickAsync();
        await bot.PressAsync(Lea, Verbs.Later, new { r = "2014-01-08" });
        bot.At(13, 20);
        Assert.Contains(await bot.TickAsync(), said => said.Contains("Shall I start the meeting?", StringComparison.Ordinal));
        await bot.PressAsync(Lea, Verbs.Later, new { r = "2014-01-08" });
        await bot.PressAsync(Lea, Verbs.NotToday, new { r = "2014-01-08" });
        bot.At(13, 30);
        Assert.DoesNotContain(await bot.TickAsync(), said => said.Contains("Shall I start", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cancelled_one_goes_through_the_chat_until_it_would_have_ended()
    {
        await using var bot = await NewAsync();
        bot.At(8, 0);
        Assert.Contains(await bot.TypeAsync(Lea, "cancel meeting: plant tour"), said => said.Contains("No meeting on Wed 8 Jan 13:00", StringComparison.Ordinal) && said.Contains("red orders: Lea Brandt decides in the chat until Wed 8 Jan 14:30", StringComparison.Ordinal));
        bot.At(9, 0);
        Assert.Contains(await bot.TickAsync(), said => said.Contains("Order 1 of 3", StringComparison.Ordinal));
        var meeting = (await bot.OpenAsync())!;
        Assert.Equal((AgendaTemplates.InChat.Id, Lea, bot.Profile.Calendar.At(new(2014, 1, 8), new(14, 30))), (meeting.Template, meeting.Chair, meeting.EndsAt));
        bot.At(15, 30);
        Assert.Contains(await bot.TickAsync(), said => said.Contains("Red orders without a decision: SO", StringComparison.Ordinal));
        Assert.Null(await bot.OpenAsync());

        // The week had none, and that is said when it is over.
        bot.At(7, 30, january: 13);
        Assert.Contains(await bot.TickAsync(), said => said.Contains("No weekly meeting was held in week 2", StringComparison.Ordinal) && said.Contains("plant tour", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_starts_are_one_and_a_check_in_has_its_own_agenda()
    {
        await using var bot = await NewAsync();
        await bot.TypeAsync(Lea, "start daily check-in");
        await bot.TypeAsync(Lea, "start");
        await bot.PressAsync(Lea, Verbs.Start, new { r = "2014-01-08" });
        var meeting = (await bot.OpenAsync())!;
        Assert.Equal((AgendaTemplates.Daily.Id, 10), (meeting.Template, (int)(meeting.EndsAt - meeting.StartedAt).TotalMinutes));
    }

    [Theory]
    [InlineData("Thu 9:00", "2014-01-09 09:00")]
    [InlineData("tomorrow at 2 pm", "2014-01-09 14:00")]
    [InlineData("Fri", "2014-01-10 13:00")]
    [InlineData("15:30", "2014-01-08 15:30")]
    [InlineData("10 Jan 8.15", "2014-01-10 08:15")]
    [InlineData("somewhere", null)]
    [InlineData("Thu 27:00", null)]
    public void Read_DayAndTime_KeepsWhatIsNotSaid(string typed, string? expected)
    {
        var profile = new PlantProfiles(Microsoft.Extensions.Options.Options.Create(new PlantsOptions())).Get(Plant);
        var planned = profile.Calendar.At(new(2014, 1, 8), new(13, 0));
        var read = MoveMeeting.Read(typed, planned, planned.AddHours(-5), profile.Calendar);
        Assert.Equal(expected, read is { } at ? profile.Calendar.Local(at).ToString("yyyy-MM-dd HH:mm") : null);
    }
}
