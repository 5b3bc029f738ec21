using SoeBot.Domain.People;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>Start, end, coming and going help the meeting along; nothing closes or opens it but people.</summary>
public sealed class When_Teams_tells_of_the_meeting
{
    private static readonly DateTime Start = new(2026, 11, 25, 12, 55, 0);

    [Theory]
    [InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task The_cards_know_who_is_here_and_the_end_only_asks(StoreKind store)
    {
        await using var bot = await BotUnderTest.StartAsync(store, Start);
        var lea = await bot.PersonAsync("Lea", Role.Lead);
        var ravi = bot.Teams.Person("Ravi");
        var petra = bot.Teams.Person("Petra");
        var meeting = bot.Teams.Meeting("Weekly S&OE", lea, ravi, petra);

        // People come, then Teams says that it started; each of it twice.
        var joined = await bot.Teams.Client.JoinAsync(ravi, meeting);
        await bot.Teams.Client.JoinAsync(lea, meeting);
        await bot.Teams.Client.DeliverAgainAsync(joined);
        await bot.Teams.Client.MeetingStartAsync(lea, meeting);
        await bot.Teams.Client.MeetingStartAsync(lea, meeting);
        var ask = await bot.WaitAsync(meeting, "Shall I start the meeting?");
        Assert.Contains("Proposed: Lea", ask.PlainText, StringComparison.Ordinal);
        Assert.Contains("Weekly S&OE, until 14:30", ask.PlainText, StringComparison.Ordinal);
        Assert.Contains("Ravi, Lea", ask.PlainText, StringComparison.Ordinal);

        await bot.Teams.Client.PressButtonAsync(lea, ask, "Start");
        var agenda = await bot.WaitAsync(meeting, "Step 1 of");
        await bot.Teams.Client.JoinAsync(petra, meeting);
        await bot.Teams.WaitForAsync(_ => agenda.PlainText.Contains("Ravi, Lea, Petra", StringComparison.Ordinal) ? agenda : null, "Petra on the agenda");
        await bot.Teams.Client.LeaveAsync(ravi, meeting);
        await bot.Teams.WaitForAsync(_ => agenda.PlainText.Contains("Lea, Petra", StringComparison.Ordinal) && !agenda.PlainText.Contains("Ravi", StringComparison.Ordinal) ? agenda : null, "Ravi gone");

        // The end asks once and closes nothing.
        await bot.Teams.Client.MeetingEndAsync(lea, meeting);
        await bot.Teams.Client.MeetingEndAsync(lea, meeting);
        var end = await bot.WaitAsync(meeting, "Close the meeting?");
        await bot.SettleAsync();
        Assert.Single(bot.Teams.MessagesIn(meeting), message => message.PlainText.Contains("Close the meeting?", StringComparison.Ordinal));
        Assert.Contains("can move the agenda", (await bot.Teams.Client.PressButtonAsync(petra, end, "Close the meeting")).PlainText, StringComparison.Ordinal);
        Assert.Contains("Step 1 of", agenda.PlainText, StringComparison.Ordinal);
        Assert.Contains("Meeting closed", (await bot.Teams.Client.PressButtonAsync(lea, end, "Close the meeting")).PlainText, StringComparison.Ordinal);
        var minutes = await bot.WaitAsync(meeting, "No decisions were made");
        Assert.Matches(@"Present: .*Ravi \((?:procurement, )?until \d\d:\d\d\)", minutes.PlainText);
        Assert.Matches(@"Present: .*Lea.*", minutes.PlainText);
        Assert.Matches(@"Present: .*Petra.*", minutes.PlainText);
    }

    [Fact]
    public async Task Where_Teams_tells_nothing_the_start_is_asked_all_the_same()
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, Start);
        bot.Teams.TellsOfMeetings = false;
        var lea = await bot.PersonAsync("Lea", Role.Lead);
        var meeting = bot.Teams.Meeting("Weekly S&OE", lea);

        await bot.Teams.Client.MeetingStartAsync(lea, meeting);

        var ask = await bot.WaitAsync(meeting, "Whoever presses Start chairs it.");
        Assert.DoesNotContain("Proposed", ask.PlainText, StringComparison.Ordinal);
        await bot.Teams.Client.PressButtonAsync(lea, ask, "Start");
        await bot.WaitAsync(meeting, "Step 1 of");
    }

    [Fact]
    public async Task Somebody_new_in_the_team_can_be_named_before_the_first_word()
    {
        await using var bot = await BotUnderTest.StartAsync(StoreKind.Sqlite, Start);
        var ada = await bot.PersonAsync("Ada", Role.Administrator);
        var channel = bot.Teams.Channel("S&OE");
        var nina = bot.Teams.Person("Nina");

        await bot.Teams.Client.AddMemberAsync(ada, nina, channel);
        await bot.Teams.WaitForAsync(teams => teams.Requests.FirstOrDefault(request => request.Path.EndsWith("/pagedmembers", StringComparison.Ordinal)), "the roster");
        await bot.Teams.Client.PostMessageAsync(ada, channel, "Nina is procurement");

        await bot.WaitAsync(channel, "Nina is procurement of Pump works");
    }
}
