using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SoeBot.TestKit.Teams;

/// <summary>
/// A Teams of our own on 127.0.0.1: it has people, channels and chats, keeps what the bot sends, posts to the bot what people do,
/// and fails on demand. It knows the documented wire and nothing of the product.
/// </summary>
public sealed class FakeTeams : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TenantState _state;

    private FakeTeams(WebApplication app, TenantState state, FakeFiles files, Uri root)
    {
        Files = files;
        files.Root = root;
        _app = app;
        _state = state;
        ServiceUrl = new Uri(root, "emea/");
        Tokens = new ChannelTokens(_state.AppId, ServiceUrl.AbsoluteUri);
        OpenIdMetadata = new Uri(root, "v1/.well-known/openidconfiguration");
        TokenEndpoint = new Uri(root, "oauth2/v2.0/token");
        Client = new FakeClient(this, _state);
        Extension = new FakeExtension(Client, _state);
    }

    internal TenantState State => _state;

    public Uri ServiceUrl { get; }

    public Uri OpenIdMetadata { get; }

    public Uri TokenEndpoint { get; }

    public string TenantId => _state.TenantId;

    public string AppId => _state.AppId;

    public string TeamId => _state.TeamId;

    public ChannelTokens Tokens { get; }

    public FakeFaults Faults => _state.Faults;

    /// <summary>Where the files lie that people attach.</summary>
    public FakeFiles Files { get; }

    /// <summary>What people do: write, press, install.</summary>
    public FakeClient Client { get; }

    /// <summary>The message extension, dialogs and searching fields, as people use them.</summary>
    public FakeExtension Extension { get; }

    /// <summary>The tenant does not have targeted messages.</summary>
    public bool RefusesTargeted
    {
        get => _state.RefusesTargeted;
        set => _state.RefusesTargeted = value;
    }

    /// <summary>The connector refuses calls without a token that it gave out.</summary>
    public bool RequiresToken
    {
        get => _state.RequiresToken;
        set => _state.RequiresToken = value;
    }

    /// <summary>As with a token of the wrong authority: it is given, and then refused.</summary>
    public bool RefusesAllTokens
    {
        get => _state.RefusesAllTokens;
        set => _state.RefusesAllTokens = value;
    }

    /// <summary>False: the bot may not ask about meetings, as where nobody consented to it.</summary>
    public bool TellsOfMeetings
    {
        get => _state.TellsOfMeetings;
        set => _state.TellsOfMeetings = value;
    }

    /// <summary>What the bot is told in place of a token, in Entra's words.</summary>
    public string? TokenRefusal
    {
        get => _state.TokenRefusal;
        set => _state.TokenRefusal = value;
    }

    /// <summary>Writes that the documented wire would refuse or lose. <see cref="DisposeAsync"/> throws if any is left.</summary>
    public IReadOnlyList<string> Violations => _state.Read(state => state.Violations.ToList());

    public IReadOnlyList<FakeRequest> Requests => _state.Read(state => state.Requests.ToList());

    /// <summary>All that the bot sent, in order, without what it deleted.</summary>
    public IReadOnlyList<FakeMessage> Messages => _state.Read(state => state.Messages.Where(message => !message.IsDeleted).ToList());

    public static async Task<FakeTeams> StartAsync(TimeProvider? clock = null)
    {
        var state = new TenantState(clock ?? TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        FakeTeams? fake = null;
        ConnectorRoutes.Map(app, state);
        IdentityRoutes.Map(app, state, () => fake!);
        var files = new FakeFiles();
        files.Map(app);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return fake = new FakeTeams(app, state, files, new Uri(addresses.First() + "/"));
    }

    /// <summary>The same person for the same name.</summary>
    public FakePerson Person(string name) => _state.Person(name);

    /// <summary>The same channel for the same name, in the one team. <c>General</c> has the team's id.</summary>
    public FakeConversation Channel(string name) => _state.Channel(name);

    public FakeConversation Personal(FakePerson person) => _state.Personal(person);

    public FakeConversation GroupChat(string name, params FakePerson[] members) => _state.Chat(name, members, meeting: false);

    /// <summary>The chat of a meeting; a series has one for all its dates.</summary>
    public FakeConversation Meeting(string title, params FakePerson[] members) => _state.Chat(title, members, meeting: true);

    /// <summary>What this person got in the personal chat.</summary>
    public IReadOnlyList<FakeMessage> MessagesTo(FakePerson person) => MessagesIn(Personal(person));

    /// <summary>Of a channel all threads; of a thread only its own.</summary>
    public IReadOnlyList<FakeMessage> MessagesIn(FakeConversation conversation) =>
        Messages.Where(message => message.ConversationId == conversation.Id || message.ConversationId.Split(';')[0] == conversation.Id).ToList();

    /// <summary>Lets go of the requests and messages so far, so that a test of memory measures the bot and not its witness.</summary>
    public void Forget() => _state.Change(state =>
    {
        state.Requests.Clear();
        state.Messages.Clear();
    });

    /// <summary>Lets go of the oldest messages, so that a long run does not fill the memory.</summary>
    public void ForgetAllBut(int newest) => _state.Change(state => state.Messages.RemoveRange(0, Math.Max(0, state.Messages.Count - newest)));

    /// <summary>Refuses all tokens given so far with 401.</summary>
    public void RevokeTokens() => _state.Change(state => state.GoodTokens.Clear());

    /// <summary>The settings with which a bot talks to this Teams, for <c>AddInMemoryCollection</c> or as environment.</summary>
    public IReadOnlyDictionary<string, string?> BotSettings => new Dictionary<string, string?>
    {
        ["Bot:AppId"] = AppId,
        ["Bot:TenantId"] = TenantId,
        ["Bot:ClientSecret"] = "the secret of the fake",
        ["Bot:AllowedTenants:0"] = TenantId,
        ["Bot:OpenIdMetadata"] = OpenIdMetadata.AbsoluteUri,
        ["Bot:TokenEndpoint"] = TokenEndpoint.AbsoluteUri,
        ["Bot:AllowedServiceHosts:0"] = ServiceUrl.GetLeftPart(UriPartial.Authority),
        ["Bot:AllowedFileHosts:0"] = ServiceUrl.GetLeftPart(UriPartial.Authority),
    };

    /// <summary>Waits until the probe gives something, looking again after each thing that the bot does here.</summary>
    public async Task<T> WaitForAsync<T>(Func<FakeTeams, T?> probe, string what, TimeSpan? atMost = null)
        where T : class
    {
        using var end = new CancellationTokenSource(atMost ?? Patience.Most);
        while (true)
        {
            var changed = _state.Changed;
            if (Violations is { Count: > 0 } violations && !AllowsViolations)
            {
                throw new InvalidOperationException("The bot broke the wire: " + string.Join(' ', violations));
            }

            if (probe(this) is { } found)
            {
                return found;
            }

            try
            {
                await changed.WaitAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Waited for {what}. The bot did:\n{string.Join('\n', Requests)}\nMessages:\n{string.Join('\n', Messages)}");
            }
        }
    }

    /// <summary>Waits for a message that fits, sent already or to come.</summary>
    public Task<FakeMessage> WaitForMessageAsync(Func<FakeMessage, bool> fits, string what = "a message", TimeSpan? atMost = null) =>
        WaitForAsync(fake => fake.Messages.FirstOrDefault(fits), what, atMost);

    /// <summary>For the test of a bot that breaks the wire.</summary>
    public bool AllowsViolations { get; set; }

    public async ValueTask DisposeAsync()
    {
        _state.Stopping.Cancel();
        await _app.DisposeAsync();
        Client.Dispose();
        Tokens.Dispose();
        if (Violations.Count > 0 && !AllowsViolations)
        {
            throw new InvalidOperationException("The bot broke the wire: " + string.Join(' ', Violations));
        }
    }
}
