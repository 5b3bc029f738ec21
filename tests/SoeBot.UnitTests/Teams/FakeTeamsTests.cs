using Microsoft.Extensions.DependencyInjection;
using SoeBot.Teams.Activities;
using SoeBot.Teams.Conversations;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.UnitTests.Teams;

/// <summary>The fake is only worth something if it refuses what Teams refuses.</summary>
public sealed class FakeTeamsTests
{
    private const string Card = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x"}]BODY}""";

    [Theory]
    [InlineData("""{"type":"message","text":"x","summary":"s","attachments":[ATTACHMENT]}""", "", "Text and card")]
    [InlineData("""{"type":"message","attachments":[ATTACHMENT]}""", "", "without a summary")]
    [InlineData("""{"type":"message"}""", "", "neither text nor")]
    [InlineData("""{"type":"message","summary":"s","attachments":[ATTACHMENT]}""", ""","version":"1.6" """, "version 1.6")]
    [InlineData("""{"type":"message","summary":"s","attachments":[ATTACHMENT]}""", ""","actions":[{"type":"Action.Execute","title":"Do"}] """, "no verb")]
    [InlineData("""{"type":"message","summary":"s","attachments":[ATTACHMENT]}""", ""","items":[{"type":"FactSet","facts":[]}] """, "fact set is empty")]
    [InlineData("""{"type":"message","text":"hi","entities":[{"type":"mention","text":"<at>Eva</at>","mentioned":{"id":"29:1"}}]}""", "", "stands nowhere")]
    public async Task Send_BrokenWire_IsRefusedAndRemembered(string activity, string body, string finding)
    {
        var (teams, bot) = await TestBot.StartWithTeamsAsync();
        var card = Card.Replace("BODY", body, StringComparison.Ordinal);
        if (body.Contains("version", StringComparison.Ordinal))
        {
            card = card.Replace("\"version\":\"1.5\",", "", StringComparison.Ordinal);
        }

        var attachment = $$"""{"contentType":"application/vnd.microsoft.card.adaptive","content":{{card}} }""";
        var outgoing = OutgoingActivity.FromJson(activity.Replace("ATTACHMENT", attachment, StringComparison.Ordinal));
        var to = new ConversationAddress(teams.ServiceUrl, teams.Personal(teams.Person("Eva")).Id);
        var sent = await bot.Services.GetRequiredService<ConversationClient>().SendAsync(to, outgoing, Stop);
        Assert.Equal((SendResult.Refused, "BadSyntax"), (sent.Result, sent.Code));
        Assert.Contains(finding, Assert.Single(teams.Violations), StringComparison.Ordinal);
        await bot.DisposeAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await teams.DisposeAsync());
    }

    [Fact]
    public async Task People_WriteInstallAndMeet_AreHeardAsTeamsWouldPostIt()
    {
        var (teams, bot) = await TestBot.StartWithTeamsAsync();
        await using var disposeTeams = teams;
        await using var disposeBot = bot;
        var eva = teams.Person("Eva Planner");
        var meeting = teams.Meeting("Weekly S&OE", eva);
        var first = await teams.Client.PostMessageAsync(eva, teams.Channel("S&OE"), "outlook", Stop);
        await teams.Client.DeliverAgainAsync(first, Stop);
        await teams.Client.InstallAsync(eva, teams.Channel("S&OE"), Stop);
        await teams.Client.MeetingStartAsync(eva, meeting, Stop);

        Assert.Equal(
            ["message", "message", "conversationUpdate", "installationUpdate", "event"], bot.Accepted.Select(activity => activity.Type));
        Assert.Equal(bot.Accepted[0].Id, bot.Accepted[1].Id);
        Assert.Equal("outlook", ActivityText.Strip(bot.Accepted[0]));
        Assert.Equal((ConversationKind.Channel, "S&OE".Length), (bot.Accepted[0].Kind, 4));
        Assert.NotNull(bot.Accepted[0].Conversation!.ThreadRoot);
        Assert.True(bot.Accepted[2].BotWasAdded);
        Assert.Equal((meeting.MeetingId, "Weekly S&OE"), (bot.Accepted[4].MeetingEvent!.MeetingId, bot.Accepted[4].MeetingEvent!.Title));
    }

    [Fact]
    public async Task WaitFor_WhatNeverComes_TellsWhatCame()
    {
        await using var teams = await FakeTeams.StartAsync();
        var problem = await Assert.ThrowsAsync<TimeoutException>(() =>
            teams.WaitForMessageAsync(_ => false, "the look-ahead", TimeSpan.FromMilliseconds(50)));
        Assert.Contains("the look-ahead", problem.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(7, 1, true)]
    [InlineData(8, 1, false)]
    [InlineData(8, 2, true)]
    public void PaceCheck_SevenToAConversationWithinASecond_AreAllowed(int calls, int times, bool isAllowed)
    {
        var start = new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
        var requests = Enumerable.Range(0, calls).Select(number => new FakeRequest(number, "POST", "/v3/conversations/a:1/activities", "", null, new Dictionary<string, string>(), start.AddMilliseconds(140 * number))).ToList();
        Assert.Equal(isAllowed, PaceCheck.Breaches(requests, times).Count == 0);
    }
}
