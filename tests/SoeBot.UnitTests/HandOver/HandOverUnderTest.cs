using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Changes;
using SoeBot.Connectors.HandOver;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.HandOver;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.HandOver;

/// <summary>A plant whose approved changes go to receivers, over a real store and real HTTP, on a clock that tests move.</summary>
internal sealed class HandOverUnderTest : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";
    public static readonly PlantId Plant = new("bothell");
    public static readonly PersonKey Sam = PersonKey.Of(Given.Tenant, "sam"), Miguel = PersonKey.Of(Given.Tenant, "miguel"), Ada = PersonKey.Of(Given.Tenant, "ada"), Petra = PersonKey.Of(Given.Tenant, "petra");
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http;

    private HandOverUnderTest(StoreUnderTest store, FakeTimeProvider time, PlantOptions options)
    {
        (Store, Time, Options) = (store, time, options);
        var plants = Microsoft.Extensions.Options.Options.Create(new PlantsOptions { [Plant.Value] = options });
        Plants = new PlantProfiles(plants);
        _http = new HttpClient(WebhookPost.NewHandler()) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        var rules = new HandOverRules(plants);
        News = new HandOverNews(new Rights(store.People, store.Absences), new PlantClock(time));
        Turns = new HandOverTurns(store.HandOvers, new DeliverChange(new WebhookPost(_http, time), rules), rules, News, new Random(7), time, NullLogger<HandOverTurns>.Instance);
    }

    public StoreUnderTest Store { get; }
    public FakeTimeProvider Time { get; }
    public PlantOptions Options { get; }
    public PlantProfiles Plants { get; }
    public HandOverTurns Turns { get; }
    public HandOverNews News { get; }
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<HandOverUnderTest> NewAsync(StoreProvider provider, params (string Name, ReceiverSetting Setting)[] receivers)
    {
        var options = new PlantOptions { Name = "Bothell", TimeZone = "UTC", HandOver = { Timeout = Timeout } };
        foreach (var (name, setting) in receivers) options.HandOver.Receivers[name] = setting;
        var store = await StoreUnderTest.NewAsync(provider);
        await store.People.SeenAsync(Ada, "Ada Adler", "29:ada", null, null, Stop);
        await store.People.GrantAsync(Plant, Ada, Role.Administrator, SoeBot.Store.Effects.Effect.None, Stop);
        return new(store, new FakeTimeProvider(Given.Now), options);
    }

    public static (string, ReceiverSetting) Webhook(string name, string address) => (name, new ReceiverSetting { Address = address, Secret = Secret });

    /// <summary>A second process on the same store and the same clock.</summary>
    public HandOverUnderTest Another() => new(Store.Another(), Time, Options);

    /// <summary>Asked for by Sam, approved by Miguel, handed to every receiver in the transaction of the approval; its slot starts in a second, so that it cannot be taken back for long.</summary>
    public async Task<ChangeRequest> ApproveAsync(string order, string? condition = null, ChangeKind kind = ChangeKind.Move, TimeSpan? slot = null, params string[] lines)
    {
        var now = Time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var input = new NewChange(new ChangeId(Guid.CreateVersion7(now)), Plant, new ChangeWhat(kind, ChangeSubject.Order, order) { To = today.AddDays(2) }, Sam);
        await Store.Changes.DraftAsync(input, now, _ => SoeBot.Store.Effects.Effect.None, Stop);
        await Store.Changes.ChangeAsync(input.Id, request =>
        {
            request.Check(new ChangeImpact
            {
                PlanVersion = 3, From = today.AddDays(5), To = today.AddDays(2), Zone = Fence.Frozen, FirstSlot = now + (slot ?? TimeSpan.FromSeconds(1)), Lines = lines, Nothing = new(1, 5, 9999), Doing = new(0, 0, 12),
                Expected = [.. lines.Select(line => new ExpectedLine(line, "BK-100", today.AddDays(2), 40, "Paint", From: today.AddDays(5)))],
            }, now);
            return (request.Send(Sam, new(ChangeReason.LineStop, "line stops", true, null), [], false, now), SoeBot.Store.Effects.Effect.None);
        }, Stop);
        var approved = await StepAsync(input.Id, (request, standing) => request.Approve(Miguel, standing, condition, request.Version, now));
        if (slot is null) Time.Advance(TimeSpan.FromSeconds(6));
        return approved;
    }

    /// <summary>A press of Miguel, with all that it brings with it.</summary>
    public async Task<ChangeRequest> StepAsync(ChangeId id, Func<ChangeRequest, Standing, ChangeOutcome> step)
    {
        var now = Time.GetUtcNow();
        var staff = new ChangeStaff(new Staffing([new RoleHolder(Miguel, Role.PlantManager), new RoleHolder(Petra, Role.Planning)], new Dictionary<Role, PersonKey>(), [], []), DateOnly.FromDateTime(now.UtcDateTime), false, new DecisionRights());
        var result = await Store.Changes.ChangeAsync(id, request =>
        {
            var before = request.State;
            return (step(request, staff.Of(Miguel, request)), ChangeEffects.Stepped(Plants.Get(Plant), request, before, Miguel, Verbs.Approve, now, new ChangeCircle(staff, [])));
        }, Stop);
        Assert.Equal(ChangeOutcome.Changed, result.Outcome);
        return result.Value!;
    }

    /// <summary>Hands over all that is due, and what becomes due by that.</summary>
    public async Task TurnAsync()
    {
        while (await Turns.StartDueAsync(Stop) is { Count: > 0 } started) await Task.WhenAll(started);
    }

    /// <summary>Lets time pass from one due instant to the next.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        var end = Time.GetUtcNow() + span;
        await TurnAsync();
        while (await Store.HandOvers.NextDueAsync(Time.GetUtcNow(), Stop) is { } next && next <= end)
        {
            Time.SetUtcNow(next);
            await TurnAsync();
        }
        Time.SetUtcNow(end);
    }

    public async Task<ChangeHandOver> OfAsync(ChangeRequest change, string receiver) => (await Store.HandOvers.OfAsync(change.Id, Stop)).Single(one => one.Receiver == receiver);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Store.DisposeAsync();
    }
}
