using Microsoft.Extensions.DependencyInjection;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Conversations;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.UnitTests.Teams.Conversations;

public sealed class ConversationClientTests : IAsyncLifetime
{
    private static readonly Card Card = new() { Summary = "Order 4711 is late: größer", Body = [new TextBlock("Grüße")] };

    private FakeTeams _teams = null!;
    private TestBot _bot = null!;
    private ConversationClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        (_teams, _bot) = await TestBot.StartWithTeamsAsync();
        _client = _bot.Services.GetRequiredService<ConversationClient>();
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _teams.DisposeAsync();
    }

    [Fact]
    public async Task Send_CardToAPersonNeverWrittenTo_Arrives()
    {
        var eva = _teams.Person("Eva Planner");
        var chat = await _client.CreatePersonalAsync(_teams.ServiceUrl, _teams.TenantId, eva.Mri, Stop);
        Assert.Equal((SendResult.Sent, eva.PersonalChatId, null), (chat.Result, chat.ConversationId, chat.ActivityId));
        var sent = await _client.SendAsync(new(_teams.ServiceUrl, chat.ConversationId!), OutgoingActivity.Of(Card, alert: true), Stop);
        var message = Assert.Single(_teams.MessagesTo(eva));
        Assert.Equal((message.Id, "Grüße", true), (sent.ActivityId, message.PlainText, message.AlertsInFeed));
        Assert.Equal("application/json; charset=utf-8", _teams.Requests[^1].Headers["Content-Type"]);
        Assert.Equal("28:" + _teams.AppId, (string?)message.Activity["from"]!["id"]);
    }

    [Fact]
    public async Task CreatePersonal_ByObjectId_IsTheSameChat()
    {
        var eva = _teams.Person("Eva Planner");
        var chat = await _client.CreatePersonalAsync(_teams.ServiceUrl, _teams.TenantId, eva.AadObjectId, Stop);
        Assert.Equal(eva.PersonalChatId, chat.ConversationId);
    }

    [Fact]
    public async Task CreatePersonal_AppNotInstalled_IsRefusedWithTheCode()
    {
        var eva = _teams.Person("Eva Planner");
        eva.HasApp = false;
        var chat = await _client.CreatePersonalAsync(_teams.ServiceUrl, _teams.TenantId, eva.Mri, Stop);
        Assert.Equal((SendResult.Refused, 403, "BotNotInConversationRoster"), (chat.Result, chat.Status, chat.Code));
    }

    [Fact]
    public async Task CreateThread_ThenReplyUpdateDelete_StayInTheThread()
    {
        var channel = _teams.Channel("S&OE");
        var thread = await _client.CreateThreadAsync(_teams.ServiceUrl, _teams.TenantId, channel.Id, OutgoingActivity.Of(Card), Stop);
        Assert.Equal($"{channel.Id};messageid={thread.ActivityId}", thread.ConversationId);
        var place = new ConversationAddress(_teams.ServiceUrl, thread.ConversationId!);
        var second = await _client.SendAsync(place, OutgoingActivity.Of("second"), Stop);
        await _client.ReplyAsync(place, thread.ActivityId!, OutgoingActivity.Of("third"), Stop);
        Assert.Equal(3, _teams.MessagesIn(channel.Thread(thread.ActivityId!)).Count);

        var updated = await _client.UpdateAsync(place, second.ActivityId!, OutgoingActivity.Of("2nd"), Stop);
        Assert.Equal((SendResult.Sent, second.ActivityId), (updated.Result, updated.ActivityId));
        Assert.Equal(["Grüße", "2nd", "third"], _teams.MessagesIn(channel).Select(message => message.PlainText));
        Assert.True((await _client.DeleteAsync(place, second.ActivityId!, Stop)).IsSent);
        Assert.Equal(SendResult.NotFound, (await _client.UpdateAsync(place, second.ActivityId!, OutgoingActivity.Of("x"), Stop)).Result);
    }

    [Fact]
    public async Task Send_MentionInText_NotifiesThePerson()
    {
        var eva = new CardMention(_teams.Person("Eva").Mri, "Eva <Planner> & Co");
        var sent = await SendAsync(OutgoingActivity.Of(CardText.Of($"{CardText.Mention(eva)} please decide *{"4*7"}*"), eva));
        Assert.Equal(SendResult.Sent, sent.Result);
        Assert.Equal("<at>Eva &lt;Planner&gt; &amp; Co</at> please decide *4\\*7*", _teams.Messages[^1].Text);
    }

    [Theory]
    [InlineData(false, "http://")]
    [InlineData(true, "http://")]
    public async Task Send_ServiceUrlWithOrWithoutSlash_Arrives(bool slash, string start)
    {
        var url = _teams.ServiceUrl.AbsoluteUri.TrimEnd('/') + (slash ? "/" : "");
        Assert.StartsWith(start, url, StringComparison.Ordinal);
        var sent = await _client.SendAsync(new(new Uri(url), _teams.Personal(_teams.Person("Eva")).Id), OutgoingActivity.Of("hello"), Stop);
        Assert.True(sent.IsSent);
        Assert.DoesNotContain("//v3", _teams.Requests[^1].RawPath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ChannelThread_EscapesTheId()
    {
        await _client.SendAsync(new(_teams.ServiceUrl, _teams.Channel("S&OE").Thread("1").Id), OutgoingActivity.Of("hello"), Stop);
        Assert.Contains("%3Bmessageid%3D1/activities", _teams.Requests[^1].RawPath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_HostThatIsNotAllowed_IsRefusedUnsent()
    {
        var sent = await _client.SendAsync(new(new Uri("https://evil.example/"), "a:1"), OutgoingActivity.Of("hello"), Stop);
        Assert.Equal((SendResult.Refused, "ServiceHostNotAllowed", null), (sent.Result, sent.Code, sent.Status));
    }

    [Fact]
    public async Task Send_TokenRevoked_TakesANewOneOnce()
    {
        _teams.RequiresToken = true;
        Assert.True((await SendAsync()).IsSent);
        _teams.RevokeTokens();
        Assert.True((await SendAsync()).IsSent);
        Assert.Equal([201, 401, 201], _teams.Requests.Select(request => request.Status));
    }

    private async Task<SendOutcome> SendAsync(OutgoingActivity? activity = null) => await _client.SendAsync(
        new(_teams.ServiceUrl, _teams.Personal(_teams.Person("Eva")).Id), activity ?? OutgoingActivity.Of("hello"), Stop);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
