using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SoeBot.TestKit.Teams.Wire;

namespace SoeBot.TestKit.Teams;

/// <summary>What people do in Teams, posted to the bot as Teams posts it.</summary>
public sealed class FakeClient : IDisposable
{
    private readonly FakeTeams _teams;
    private readonly TenantState _state;
    private readonly ActivityForms _forms;
    private HttpClient? _http;
    private Uri _endpoint = new("http://localhost:3978/api/messages");
    private bool _signed = true;

    /// <summary>The bot may be gone at any moment: where nobody answers, the answer has the status 0.</summary>
    public bool MayBeDown { get; set; }

    internal FakeClient(FakeTeams teams, TenantState state)
    {
        _teams = teams;
        _state = state;
        _forms = new ActivityForms(state, teams.ServiceUrl);
    }

    /// <summary>Posts go to this address.</summary>
    /// <param name="endpoint">As <c>http://127.0.0.1:3978/api/messages</c>.</param>
    /// <param name="signed">False: as the local Playground, without a token.</param>
    public void ConnectTo(Uri endpoint, bool signed = true) => ConnectTo(NewHttp(), endpoint, signed);

    /// <summary>Posts go through this client, as one of a test server.</summary>
    public void ConnectTo(HttpClient http, Uri endpoint, bool signed = true) => (_http, _endpoint, _signed) = (http, endpoint, signed);

    /// <summary>The same Teams posting to another address, as to one of several replicas.</summary>
    public FakeClient To(Uri endpoint)
    {
        var other = new FakeClient(_teams, _state) { MayBeDown = true };
        other.ConnectTo(endpoint);
        return other;
    }

    /// <summary>A person writes. In channels and group chats the bot is mentioned, without which it hears nothing.</summary>
    /// <param name="who">Need not be a member.</param>
    /// <param name="where">Of a channel: opens a thread; of a thread: answers in it.</param>
    /// <param name="text">Without the mention.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<BotAnswer> PostMessageAsync(
        FakePerson who, FakeConversation where, string text, CancellationToken cancellationToken = default) =>
        PostActivityAsync(_forms.Message(who, where, text), cancellationToken: cancellationToken);

    /// <summary>In the personal chat.</summary>
    public Task<BotAnswer> PostMessageAsync(FakePerson who, string text, CancellationToken cancellationToken = default) =>
        PostMessageAsync(who, _teams.Personal(who), text, cancellationToken);

    /// <summary>A person attaches files in the personal chat; elsewhere Teams tells a bot nothing of them.</summary>
    public Task<BotAnswer> SendFilesAsync(FakePerson who, string text, params IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var activity = _forms.Message(who, _teams.Personal(who), text);
        activity["attachments"] = new JsonArray([
            .. files.Select(file => (JsonNode)_teams.Files.Attach(file.Name, file.Content)),
            new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{text}</p>" }]);
        return PostActivityAsync(activity);
    }

    /// <summary>A person presses a button of the card as they see it now.</summary>
    /// <param name="who">Anybody; whether they may is the bot's to say.</param>
    /// <param name="message">As the fake keeps it.</param>
    /// <param name="button">Title, verb or id.</param>
    /// <param name="inputs">What was entered: an anonymous object or a dictionary by input id; the rest keeps the card's values.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<PressResult> PressButtonAsync(
        FakePerson who, FakeMessage message, string button, object? inputs = null, CancellationToken cancellationToken = default)
    {
        var card = message.CardFor(who) ?? throw new InvalidOperationException($"The message {message} has no card.");
        var action = CardReading.FindAction(card, button);
        var given = inputs is null ? [] : JsonSerializer.SerializeToNode(inputs)!.AsObject();
        return SendPressAsync(who, message, CardInputs.Merge(card, action, given), "manual", cancellationToken);
    }

    /// <summary>The same where a card has several buttons of one name.</summary>
    /// <param name="who">Anybody.</param>
    /// <param name="message">As the fake keeps it.</param>
    /// <param name="action">One of the card's.</param>
    /// <param name="inputs">By input id.</param>
    public Task<PressResult> PressActionAsync(FakePerson who, FakeMessage message, JsonObject action, JsonObject? inputs = null) =>
        SendPressAsync(who, message, CardInputs.Merge(message.CardFor(who)!, action, inputs ?? []), "manual", CancellationToken.None);

    /// <summary>A client of this person draws the card and asks for their view, without a click.</summary>
    public Task<PressResult> RefreshAsync(FakePerson who, FakeMessage message, CancellationToken cancellationToken = default)
    {
        var refresh = message.CardFor(who)?["refresh"] as JsonObject
            ?? throw new InvalidOperationException($"The card of {message} does not refresh itself.");
        if (refresh["userIds"] is JsonArray ids && !ids.Any(id => (string?)id == who.Mri))
        {
            throw new InvalidOperationException($"The card of {message} does not refresh itself for {who}.");
        }

        return SendPressAsync(who, message, (JsonObject)refresh["action"]!.DeepClone(), "automatic", cancellationToken);
    }

    /// <summary>Any other invoke: message extensions, dialogs, search.</summary>
    public Task<BotAnswer> InvokeAsync(
        FakePerson who, FakeConversation where, string name, JsonNode value, CancellationToken cancellationToken = default) =>
        PostActivityAsync(_forms.Invoke(who, where, name, value), cancellationToken: cancellationToken);

    /// <summary>The app is installed where it was not: in a person's chat, a group chat, a meeting, or the team by way of a channel.</summary>
    public async Task InstallAsync(FakePerson by, FakeConversation where, CancellationToken cancellationToken = default)
    {
        if (where is { Kind: FakeKind.Personal, Members: [var person] })
        {
            person.HasApp = true;
        }

        await PostActivityAsync(_forms.BotAdded(by, where), cancellationToken: cancellationToken);
        await PostActivityAsync(_forms.Installation(by, where, "add"), cancellationToken: cancellationToken);
    }

    public async Task UninstallAsync(FakePerson by, FakeConversation where, CancellationToken cancellationToken = default)
    {
        if (where is { Kind: FakeKind.Personal, Members: [var person] })
        {
            person.HasApp = false;
        }

        await PostActivityAsync(_forms.Installation(by, where, "remove"), cancellationToken: cancellationToken);
    }

    public Task<BotAnswer> MeetingStartAsync(FakePerson by, FakeConversation meeting, CancellationToken cancellationToken = default) =>
        PostActivityAsync(_forms.MeetingEvent(by, meeting, started: true), cancellationToken: cancellationToken);

    public Task<BotAnswer> MeetingEndAsync(FakePerson by, FakeConversation meeting, CancellationToken cancellationToken = default) =>
        PostActivityAsync(_forms.MeetingEvent(by, meeting, started: false), cancellationToken: cancellationToken);

    /// <summary>Somebody comes to the meeting.</summary>
    public Task<BotAnswer> JoinAsync(FakePerson who, FakeConversation meeting) =>
        PostActivityAsync(_forms.Participation(who, meeting, joined: true));

    /// <inheritdoc cref="JoinAsync"/>
    public Task<BotAnswer> LeaveAsync(FakePerson who, FakeConversation meeting) =>
        PostActivityAsync(_forms.Participation(who, meeting, joined: false));

    /// <summary>Somebody is added to the team or the chat.</summary>
    public Task<BotAnswer> AddMemberAsync(FakePerson by, FakePerson who, FakeConversation where) => PostActivityAsync(_forms.MemberAdded(by, who, where));

    /// <summary>Teams delivers the same once more, as it does when the first answer was slow.</summary>
    public Task<BotAnswer> DeliverAgainAsync(BotAnswer earlier, CancellationToken cancellationToken = default) =>
        PostActivityAsync((JsonObject)earlier.Posted.DeepClone(), cancellationToken: cancellationToken);

    /// <summary>Any activity at all.</summary>
    /// <param name="activity">Posted as it is.</param>
    /// <param name="token">In place of the one that fits; empty: none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<BotAnswer> PostActivityAsync(JsonObject activity, string? token = null, CancellationToken cancellationToken = default) =>
        PostTextAsync(activity.ToJsonString(), activity, token, cancellationToken);

    /// <summary>Any text at all.</summary>
    /// <param name="json">Posted as it is.</param>
    /// <param name="activity">What it means, for delivering it again.</param>
    /// <param name="token">In place of the one that fits; empty: none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BotAnswer> PostTextAsync(string json, JsonObject activity, string? token = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("MS-CV", "fake/" + _state.NextId());
        token ??= _signed ? _teams.Tokens.Create(_state.Clock.GetUtcNow()) : "";
        if (token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var response = await (_http ??= NewHttp()).SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            var body = text.StartsWith('{') ? JsonNode.Parse(text) as JsonObject : null;
            return new BotAnswer((int)response.StatusCode, body, activity);
        }
        catch (HttpRequestException) when (MayBeDown)
        {
            return new BotAnswer(0, null, activity);
        }
    }

    private static HttpClient NewHttp() => new() { Timeout = Patience.Most };

    public void Dispose() => _http?.Dispose();

    private async Task<PressResult> SendPressAsync(
        FakePerson who, FakeMessage message, JsonObject action, string trigger, CancellationToken cancellationToken)
    {
        var where = _state.FindConversation(message.ConversationId)!;
        var answer = await PostActivityAsync(_forms.Press(who, where, message.Id, action, trigger), cancellationToken: cancellationToken);
        var findings = answer.Status == 0 ? [] : WireCheck.PressAnswer(answer.Status, answer.Body).ToList();
        var result = new PressResult(who, message, answer.Status, answer.Body);
        _state.Change(state =>
        {
            state.Violations.AddRange(findings);
            if (result.Card is { } card)
            {
                message.Show(who, card);
            }
        });
        return result;
    }
}
