using Microsoft.Extensions.Time.Testing;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>The plan in use is held in memory and is never an old one for longer than anybody notices.</summary>
public sealed class PlanMemoryTests
{
    private readonly FakeTimeProvider _machine = new();
    private readonly PlanMemory _memory;
    private TaskCompletionSource _gate = Opened();
    private long? _stamp = 1;
    private int _asked, _loaded;

    public PlanMemoryTests() => _memory = new PlanMemory(StampAsync, LoadAsync, _machine);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_askers_within_the_time_cost_one_question()
    {
        _gate = new();
        var asking = Enumerable.Range(0, 1000).Select(_ => AskAsync()).ToList();
        _gate.SetResult();
        var plans = await Task.WhenAll(asking);
        Assert.Single(plans.Distinct());
        Assert.Equal((1, 1), (_asked, _loaded));
    }

    [Fact]
    public async Task After_the_time_the_store_is_asked_again_and_the_same_plan_stays_the_same_object()
    {
        var before = await AskAsync();
        _machine.Advance(PlanMemory.Fresh);
        Assert.Same(before, await AskAsync());
        Assert.Equal((2, 1), (_asked, _loaded));
    }

    [Fact]
    public async Task What_another_process_published_is_seen_after_the_time()
    {
        var before = await AskAsync();
        _stamp = 2;
        Assert.Same(before, await AskAsync());
        _machine.Advance(PlanMemory.Fresh);
        Assert.NotSame(before, await AskAsync());
    }

    [Fact]
    public async Task What_this_process_published_is_seen_at_once_even_while_an_older_answer_is_under_way()
    {
        _gate = new();
        var early = AskAsync();
        while (Volatile.Read(ref _asked) == 0) await Task.Yield();
        _stamp = 2;
        _memory.Changed(Given.Plant);
        var late = AskAsync();
        _gate.SetResult();
        Assert.NotSame(await early, await late);
        Assert.Same(await late, await AskAsync());
    }

    [Fact]
    public async Task A_question_that_failed_is_asked_again()
    {
        _gate = new();
        var failing = AskAsync();
        _gate.SetException(new InvalidOperationException("the database is away"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        _gate = Opened();
        Assert.NotNull(await AskAsync());
    }

    [Fact]
    public async Task Without_a_plan_nothing_is_loaded()
    {
        _stamp = null;
        Assert.Null(await AskAsync());
        Assert.Equal(0, _loaded);
    }

    [Theory, OnBothStores]
    public async Task A_publish_an_analysis_and_a_refusal_of_another_process_reach_this_one(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        await store.Plans.PublishAsync(Given.Plant, GivenPlan.Full(), GivenPlan.Origin, Given.Now, Effect.None, Stop);
        var first = await store.Plans.InUseAsync(Given.Plant, Stop);
        Assert.Equal((1, null, null), (first!.Version.Number, first.Findings, first.Refused));

        await other.Plans.SaveFindingsAsync(Given.Plant, 1, new(new SoeBot.Domain.Plan.LookAhead([], 0, null, 0, 0, []), [], [], []), Stop);
        await SeenAsync(store, plan => plan.Findings is not null);
        await other.Plans.NoteRefusedImportAsync(Given.Plant, new("plan.csv", "Ana", "12 rows, yesterday 281", Given.Now.AddHours(1)), Effect.None, Stop);
        await SeenAsync(store, plan => plan.Refused is { Reasons: "12 rows, yesterday 281" });
        await other.Plans.PublishAsync(Given.Plant, GivenPlan.Full(), GivenPlan.Origin, Given.Now.AddHours(2), Effect.None, Stop);
        await SeenAsync(store, plan => plan is { Version.Number: 2, Findings: null, Refused: null });
    }

    private static async Task SeenAsync(StoreUnderTest store, Predicate<CurrentPlan> which)
    {
        using var patience = new CancellationTokenSource(Patience.Most);
        while (!which((await store.Plans.InUseAsync(Given.Plant, patience.Token))!)) await Task.Yield();
    }

    private static TaskCompletionSource Opened()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }

    private Task<CurrentPlan?> AskAsync() => _memory.GetAsync(Given.Plant, Stop).AsTask();

    private async Task<long?> StampAsync(PlantId plant, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _asked);
        var stamp = _stamp;
        await _gate.Task;
        return stamp;
    }

    private Task<CurrentPlan?> LoadAsync(PlantId plant, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _loaded);
        return Task.FromResult<CurrentPlan?>(new() { Version = new(plant, (int)_stamp!, Given.Now, Given.Now, "", "", new Dictionary<string, int>()) });
    }
}
