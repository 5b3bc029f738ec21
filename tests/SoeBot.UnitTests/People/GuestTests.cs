using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Channel;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store;
using SoeBot.Store.Outbox;
using SoeBot.Store.Effects;
using SoeBot.Teams.Activities;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Routing;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.People;

/// <summary>A guest in the channel: the server says no, whatever is typed or pressed, but for the look-ahead.</summary>
public sealed class GuestTests : IAsyncLifetime
{
    private static readonly PersonKey Gus = PersonKey.Of(Given.Tenant, "0000000b-0000-4000-8000-000000000001"), Ana = PersonKey.Of(Given.Tenant, "0000000a-0000-4000-8000-000000000001");
    private readonly FakeTimeProvider _time = new(Given.Now);
    private readonly List<string> _worked = [];
    private readonly PlantProfiles _plants = new(Options.Create(new PlantsOptions()));
    private StoreUnderTest _store = null!;
    private Guests _guests = null!;
    private ActivityWork _work = null!;
    private CardRouter _router = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        await _store.People.SeenAsync(Gus, "Gus Guest", "29:gus", null, null, Stop, isGuest: true);
        _guests = new Guests(_store.People, _store.Plants, _time);
        var clock = new PlantClock(_time);
        var places = new Places(_store.Conversations, _store.People, _plants, new SeenLately(_time), _store.Reach, _time);
        var commands = new CommandList();
        foreach (var (id, line) in ((string, string)[])[("look-ahead.show", "look ahead"), ("my.show", "my"), ("order.show", "63216")])
            commands.Add(id, new(line), line, (turn, _, _) => { _worked.Add($"{turn.ByName} {id}"); return Task.FromResult(Effect.None); });
        _work = new ActivityWork(
            places, new TrialRoles(_store.People, _plants, Options.Create(new BotOptions { AppId = "a bot" })), commands, null!, null!, new Rights(_store.People, _store.Absences), _guests, _plants, clock, _store.Conversations, _store.Reach, _time);
        var presses = new PressList();
        presses.On("order.show", (press, _) => { _worked.Add($"{press.ByName} pressed"); return Task.FromResult(PressAnswer.Say("ok")); });
        _router = new CardRouter();
        new PressRoutes(_plants, clock, places, _guests, _store.Outbox).Map(_router, presses);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("look ahead", true)]
    [InlineData("my", false)]
    [InlineData("63216", false)]
    [InlineData("anything", false)]
    public async Task A_line_of_a_guest_is_worked_only_for_the_look_ahead(string text, bool isWorked)
    {
        var effect = await _work.WorkAsync(Line(Gus, "Gus Guest", text), 1, Stop);
        Assert.Equal(isWorked, _worked.Count == 1);
        if (isWorked) return;
        var message = Assert.Single(effect.Messages);
        Assert.IsType<MessageTarget.OnlyTo>(message.Target);
        Assert.Contains("You are a guest here", message.Card.About);
        await _work.WorkAsync(Line(Ana, "Ana Lima", "my"), 2, Stop);
        Assert.Equal(["Ana Lima my.show"], _worked);
    }

    [Fact]
    public async Task A_press_of_a_guest_is_answered_with_words()
    {
        Assert.Contains("You are a guest here", await PressAsync(Gus, "Gus Guest"));
        Assert.Empty(_worked);
        Assert.Equal("ok", await PressAsync(Ana, "Ana Lima"));
    }

    [Fact]
    public async Task Customers_are_hidden_while_a_guest_is_in_the_team()
    {
        Assert.True(await _guests.AreAroundAsync(Given.Plant, Stop));
        await _store.Plants.SetNoteAsync(Given.Plant, "team-members", $"""["{Ana.ObjectId}"]""", Effect.None, Stop);
        Assert.False(await _guests.AreAroundAsync(Given.Plant, Stop));
        await _store.Plants.SetNoteAsync(Given.Plant, "team-members", $"""["{Ana.ObjectId}","{Gus.ObjectId}"]""", Effect.None, Stop);
        Assert.True(await _guests.AreAroundAsync(Given.Plant, Stop));
        await _store.People.SeenAsync(Gus, "Gus Guest", null, null, null, Stop, isGuest: false);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await _guests.AreAroundAsync(Given.Plant, Stop));
    }

    private async Task<string?> PressAsync(PersonKey who, string name) =>
        (await _router.Find("order.show")!.Press!(null!, new CardPress(From(who, name) with { Type = ActivityTypes.Invoke }, "order.show", CardInput.Empty, false), Stop)).Message;

    private Activity Line(PersonKey who, string name, string text) => From(who, name) with { Type = ActivityTypes.Message, Text = text };

    private Activity From(PersonKey who, string name) => new()
    {
        Type = ActivityTypes.Message, Id = Guid.NewGuid().ToString("N"), ServiceUrl = "https://smba/1", Timestamp = _time.GetUtcNow(), Recipient = new ChannelAccount("28:bot", "SoeBot", null),
        From = new ChannelAccount($"29:{who.ObjectId}", name, who.ObjectId), Conversation = new ConversationAccount("19:channel@thread.tacv2", "channel", Given.Tenant, null),
    };
}
