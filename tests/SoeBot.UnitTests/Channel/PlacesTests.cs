using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Channel;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Teams.Activities;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Channel;

/// <summary>A row that was marked behind the back of <see cref="Places"/> stays marked as long as nothing is read or written.</summary>
public sealed class PlacesTests : IAsyncLifetime
{
    private const string Chat = "a:1";
    private static readonly PersonKey Ana = PersonKey.Of(Given.Tenant, "0000000a-0000-4000-8000-000000000001");
    private readonly FakeTimeProvider _clock = new(Given.Now);
    private StoreUnderTest _store = null!;
    private SeenLately _lately = null!;
    private Places _places = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        _lately = new SeenLately(_clock);
        _places = new Places(_store.Conversations, _store.People, new PlantProfiles(Options.Create(new PlantsOptions())), _lately, _store.Reach, _clock);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task The_same_press_within_the_hour_is_not_learned_again()
    {
        var first = await LearnAsync(Press());
        await _store.Conversations.RemovedAsync(Given.Tenant, Chat, Stop);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(first, await LearnAsync(Press()));
        Assert.Null(await FindAsync());
        _clock.Advance(TimeSpan.FromMinutes(1));
        await LearnAsync(Press());
        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task Whatever_is_new_is_learned_at_once()
    {
        await LearnAsync(Press());
        await LearnAsync(Press() with { ServiceUrl = "https://smba/2" });
        Assert.Equal("https://smba/2", (await FindAsync())!.ServiceUrl);
        await LearnAsync(Press() with { ServiceUrl = "https://smba/2", From = new ChannelAccount("29:1", "Ana Lima", Ana.ObjectId) });
        Assert.Equal("Ana Lima", (await _store.People.FindAsync(Ana, Stop))!.Name);
    }

    [Fact]
    public async Task A_moment_that_is_yet_to_come_makes_nothing_later_old()
    {
        await LearnAsync(Press() with { Timestamp = DateTimeOffset.MaxValue });
        await LearnAsync(Press() with { ServiceUrl = "https://smba/2", Timestamp = Given.Now });
        Assert.Equal("https://smba/2", (await FindAsync())!.ServiceUrl);
    }

    [Theory]
    [InlineData(ActivityTypes.ConversationUpdate)]
    [InlineData(ActivityTypes.InstallationUpdate)]
    public async Task Coming_and_going_is_always_news(string type)
    {
        await LearnAsync(Press());
        await _store.Conversations.RemovedAsync(Given.Tenant, Chat, Stop);
        await LearnAsync(Press() with { Type = type });
        Assert.NotNull(await FindAsync());
        await _store.Conversations.RemovedAsync(Given.Tenant, Chat, Stop);
        await LearnAsync(Press());
        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task The_plant_is_the_one_bound_now_unless_the_press_names_one()
    {
        var sample = await LearnAsync(Press());
        Assert.Equal(PlantProfiles.SampleId, sample.Plant);
        Assert.Equal(Given.Plant, (await _places.LearnAsync(Press(), Given.Plant, Stop))!.Plant);
    }

    [Fact]
    public void The_memory_is_bounded()
    {
        var place = new SeenConversation(Given.Tenant, Chat, ConversationUse.Personal, "https://smba/1", null, null, null, "28:bot", default);
        for (var at = 0; at < SeenLately.Most * 2; at++) _lately.Remember(new Sighting(place with { Id = $"a:{at}" }, Ana, "Ana", null, null, null));
        Assert.InRange(_lately.Count, 1, SeenLately.Most);
    }

    private async Task<SeenPlace> LearnAsync(Activity activity) => (await _places.LearnAsync(activity, null, Stop))!;

    private Task<SeenConversation?> FindAsync() => _store.Conversations.FindAsync(Given.Tenant, Chat, Stop);

    private Activity Press() => new()
    {
        Type = ActivityTypes.Invoke, ServiceUrl = "https://smba/1", Timestamp = _clock.GetUtcNow(), Recipient = new ChannelAccount("28:bot", "SoeBot", null),
        From = new ChannelAccount("29:1", "Ana", Ana.ObjectId), Conversation = new ConversationAccount(Chat, "personal", Given.Tenant, null),
    };
}
