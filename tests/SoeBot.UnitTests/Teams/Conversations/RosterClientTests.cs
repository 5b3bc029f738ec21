using Microsoft.Extensions.DependencyInjection;
using SoeBot.Teams.Conversations;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.UnitTests.Teams.Conversations;

public sealed class RosterClientTests : IAsyncLifetime
{
    private FakeTeams _teams = null!;
    private TestBot _bot = null!;
    private RosterClient _roster = null!;

    public async ValueTask InitializeAsync()
    {
        (_teams, _bot) = await TestBot.StartWithTeamsAsync();
        _roster = _bot.Services.GetRequiredService<RosterClient>();
        foreach (var name in new[] { "Eva Planner", "Paul Manager", "Gina Guest", "Max Buyer", "Sue Sales" })
        {
            _teams.Person(name);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
    }

    [Fact]
    public async Task Members_ThreePages_AreAllThere()
    {
        var members = await _roster.MembersAsync(Channel, Stop, pageSize: 2);
        Assert.Equal(["Eva Planner", "Paul Manager", "Gina Guest", "Max Buyer", "Sue Sales"], members.Value!.Select(member => member.Name));
        Assert.Equal(3, _teams.Requests.Count);
    }

    [Fact]
    public async Task Members_SecondPageThrottled_IsNoRosterAtAll()
    {
        _teams.Faults.Throttle(when: request => request.RawPath.Contains("continuationToken", StringComparison.Ordinal));
        var members = await _roster.MembersAsync(Channel, Stop, pageSize: 2);
        Assert.Equal((null, SendResult.Throttled), (members.Value, members.Outcome.Result));
    }

    [Fact]
    public async Task Members_FieldsMissingOrNamedOtherwise_AreRead()
    {
        _teams.Person("Gina Guest").IsBareInRoster = true;
        _teams.Person("Max Buyer").UsesObjectIdInRoster = true;
        var members = (await _roster.MembersAsync(Channel, Stop)).Value!;
        Assert.Equal((null, null), (members[2].Name, members[2].AadObjectId));
        Assert.Equal(_teams.Person("Max Buyer").AadObjectId, members[3].AadObjectId);
    }

    [Fact]
    public async Task Member_ByObjectIdOrUnknown_IsFoundOrNot()
    {
        var eva = _teams.Person("Eva Planner");
        Assert.Equal(eva.Mri, (await _roster.MemberAsync(Channel, eva.AadObjectId, Stop)).Value?.Id);
        var nobody = await _roster.MemberAsync(Channel, "29:nobody", Stop);
        Assert.Equal((null, SendResult.NotFound), (nobody.Value, nobody.Outcome.Result));
    }

    [Fact]
    public async Task Team_AndItsChannels_AreRead()
    {
        var channel = _teams.Channel("S&OE");
        Assert.Equal("Plant 4", (await _roster.TeamAsync(_teams.ServiceUrl, _teams.TeamId, Stop)).Value?.Name);
        Assert.Equal(
            [new TeamsChannel(_teams.TeamId, null), new TeamsChannel(channel.Id, "S&OE")],
            (await _roster.ChannelsAsync(_teams.ServiceUrl, _teams.TeamId, Stop)).Value!);
        Assert.Equal(SendResult.NotFound, (await _roster.TeamAsync(_teams.ServiceUrl, "19:other", Stop)).Outcome.Result);
    }

    private ConversationAddress Channel => new(_teams.ServiceUrl, _teams.Channel("General").Id);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
