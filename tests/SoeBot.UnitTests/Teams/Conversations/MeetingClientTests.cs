using Microsoft.Extensions.DependencyInjection;
using SoeBot.Teams.Conversations;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.UnitTests.Teams.Conversations;

public sealed class MeetingClientTests : IAsyncLifetime
{
    private FakeTeams _teams = null!;
    private TestBot _bot = null!;
    private MeetingClient _client = null!;
    private FakePerson _eva = null!;
    private FakeConversation _meeting = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_teams, _bot) = await TestBot.StartWithTeamsAsync();
        _client = _bot.Services.GetRequiredService<MeetingClient>();
        _eva = _teams.Person("Eva Planner");
        _meeting = _teams.Meeting("Weekly S&OE", _eva, _teams.Person("Max Buyer"));
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
    }

    [Fact]
    public async Task Meeting_Details_AreRead()
    {
        var read = (await _client.MeetingAsync(_teams.ServiceUrl, _meeting.MeetingId!, Stop)).Value!;

        Assert.Equal(("Weekly S&OE", _eva.AadObjectId, _meeting.Id), (read.Title, read.OrganizerAadObjectId, read.ConversationId));
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 13, 30, 0, TimeSpan.Zero), read.ScheduledEndTime);
    }

    [Fact]
    public async Task Participant_WithABlankBehindTheKey_HasTheRole()
    {
        var read = (await _client.ParticipantAsync(_teams.ServiceUrl, _meeting.MeetingId!, _eva.AadObjectId, _teams.TenantId, Stop)).Value!;

        Assert.Equal(("Eva Planner", _eva.AadObjectId, "Organizer"), (read.Account.Name, read.Account.AadObjectId, read.Role));
    }

    [Fact]
    public async Task Unknown_OrNotAllowed_IsNoAnswerAndNoFault()
    {
        Assert.Null((await _client.ParticipantAsync(_teams.ServiceUrl, _meeting.MeetingId!, _eva.AadObjectId, "another tenant", Stop)).Value);
        Assert.Equal(SendResult.NotFound, (await _client.MeetingAsync(_teams.ServiceUrl, "nothing", Stop)).Outcome.Result);
        _teams.TellsOfMeetings = false;
        var refused = await _client.MeetingAsync(_teams.ServiceUrl, _meeting.MeetingId!, Stop);
        Assert.Equal((null, SendResult.Refused), (refused.Value, refused.Outcome.Result));
    }
}
