using System.Text.RegularExpressions;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.Extensions;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Teams.Auth;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Occurrences;

/// <summary>The way into the jobs' dashboard: for administrators, in their own chat, once, for minutes, and no longer than they hold the role.</summary>
public sealed class DashboardTests : IAsyncLifetime
{
    private static readonly PersonKey Ana = Given.Ana, Ben = Given.Ben;
    private readonly FakeTimeProvider _time = new(Given.Now);
    private readonly PlantProfiles _plants = new(Options.Create(new PlantsOptions()));
    private readonly CommandList _commands = new();
    private StoreUnderTest _store = null!;
    private Dashboard _dashboard = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        await _store.People.SeenAsync(Ana, "Ana Admin", "29:ana", null, null, Stop);
        await _store.People.GrantAsync(_plants.Default.Id, Ana, Role.Administrator, Effect.None, Stop);
        var (bot, clock) = (Options.Create(new BotOptions { AppId = "a bot" }), new PlantClock(_time));
        _dashboard = new Dashboard(_store.DashboardPasses, _store.People, clock, bot, _time);
        new JobsSlice(_store.Occurrences, _store.DashboardPasses, new Rights(_store.People, _store.Absences), new PersonFinder(_store.People, _store.Conversations, null!, bot), _plants, clock,
                Options.Create(new DashboardAddress { Address = "https://bot.example.com/soe/" }), _time)
            .Register(new SliceRegistry(new CardSources(), _commands, new PressList(), new OccurrenceKinds(), new ExtensionList(), new HintList()));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task An_administrator_gets_a_link_in_the_own_chat_and_nobody_else_anywhere()
    {
        Assert.Equal("https://bot.example.com/soe/jobs-pass?t=", Regex.Replace(await AnswerAsync(Ana), "(?<=t=).*", ""));
        Assert.Equal("The link is for you alone: ask me for it in your own chat.", await AnswerAsync(Ana, ConversationUse.Group));
        Assert.Equal("Jobs are looked after by Ana Admin.", await AnswerAsync(Ben));
        Assert.Equal("Jobs are looked after by Ana Admin.", await AnswerAsync(Ben, ConversationUse.Group));
    }

    [Fact]
    public async Task A_link_opens_once()
    {
        var secret = await LinkAsync();
        Assert.NotNull(await RedeemAsync(secret));
        Assert.Null(await RedeemAsync(secret));
        Assert.Null(await RedeemAsync("made up"));
    }

    [Theory]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public async Task A_link_is_over_after_five_minutes(int seconds, bool opens)
    {
        var secret = await LinkAsync();
        _time.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(opens, await RedeemAsync(secret) is not null);
    }

    [Fact]
    public async Task A_session_ends_with_its_time_and_with_the_role_and_a_link_is_no_session()
    {
        var link = await LinkAsync();
        Assert.False(await MayAsync(link));
        var session = (await RedeemAsync(link))!;
        Assert.True(await MayAsync(session));
        Assert.False(await MayAsync(null));

        await _store.People.GrantAsync(_plants.Default.Id, Ben, Role.Administrator, Effect.None, Stop);
        await _store.People.RevokeAsync(_plants.Default.Id, Ana, Role.Administrator, Effect.None, Stop);
        Assert.False(await MayAsync(session));
        await _store.People.GrantAsync(_plants.Default.Id, Ana, Role.Administrator, Effect.None, Stop);
        Assert.True(await MayAsync(session));

        _time.Advance(TimeSpan.FromMinutes(30));
        Assert.False(await MayAsync(session));
    }

    private async Task<string> LinkAsync() => (await AnswerAsync(Ana)).Split("t=")[1];

    private async Task<string?> RedeemAsync(string secret) => (await _store.DashboardPasses.RedeemAsync(secret, _time.GetUtcNow().AddMinutes(30), _time.GetUtcNow(), _ => Effect.None, Stop))?.Session;

    private async Task<bool> MayAsync(string? session)
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().BuildServiceProvider() };
        if (session is not null) http.Request.Headers.Cookie = $"soebot-jobs={session}";
        return await _dashboard.AuthorizeAsync(new AspNetCoreDashboardContext(new InMemoryStorage(), new Hangfire.DashboardOptions(), http));
    }

    private async Task<string> AnswerAsync(PersonKey by, ConversationUse use = ConversationUse.Personal)
    {
        var found = _commands.Find("dashboard")!.Value;
        var turn = new Turn { Plant = _plants.Default.Id, By = by, ByName = by.ObjectId, Tenant = Given.Tenant, Conversation = "a:chat", Use = use, Text = "dashboard", InboxId = 1, Now = _time.GetUtcNow() };
        return Assert.Single((await found.Command.Handle(turn, found.Words, Stop)).Messages).Card.About;
    }
}
