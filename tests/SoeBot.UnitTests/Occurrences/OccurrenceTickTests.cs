using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Occurrences;

public sealed class OccurrenceTickTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero));
    private readonly PlantProfiles _plants = new(Options.Create(new PlantsOptions()));
    private readonly OccurrenceKinds _kinds = new();
    private readonly List<string> _worked = [];
    private StoreUnderTest _store = null!;
    private int _derived;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PlantProfile Plant => _plants.Default;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        _kinds.Add("page", (plant, _, _, _) =>
        {
            _derived++;
            return Task.FromResult<IReadOnlyList<Occurrence>>([new(plant.Id, "page", "1", _time.GetUtcNow().AddDays(1)), new(plant.Id, "page", "2", new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero))]);
        }, (occurrence, _, _, _) =>
        {
            _worked.Add(occurrence.Key);
            return Task.FromResult<Effect?>(Effect.None);
        }, Urgency.Urgent);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_plant_is_derived_when_something_changed_and_once_an_hour_and_not_with_every_tick()
    {
        var tick = Tick(new InMemoryStorage());
        for (var ticks = 0; ticks < 5; ticks++) await tick.RunAsync(Stop);
        Assert.Equal(1, _derived);

        await _store.Outbox.AddAsync(new Effect { DeriveAnew = [Plant.Id] }, Stop);
        for (var ticks = 0; ticks < 5; ticks++) await tick.RunAsync(Stop);
        Assert.Equal(2, _derived);

        _time.Advance(TimeSpan.FromHours(1));
        for (var ticks = 0; ticks < 5; ticks++) await tick.RunAsync(Stop);
        Assert.Equal(3, _derived);

        // A process that starts knows of nothing.
        await Tick(new InMemoryStorage()).RunAsync(Stop);
        Assert.Equal(4, _derived);
    }

    /// <summary>With SQLite the jobs live in memory. All of it is thrown away between finding what is due and working it.</summary>
    [Fact]
    public async Task Hangfires_memory_may_be_lost_in_the_middle_and_nothing_is_lost_or_done_twice()
    {
        var lost = new InMemoryStorage();
        Assert.Equal(1, await Tick(lost).RunAsync(Stop));
        Assert.Equal(1, lost.GetMonitoringApi().EnqueuedCount(JobQueues.Urgent));

        var storage = new InMemoryStorage();
        var tick = Tick(storage);
        Assert.Equal(1, await tick.RunAsync(Stop));
        Assert.Equal(1, storage.GetMonitoringApi().EnqueuedCount(JobQueues.Urgent));
        await Job().RunAsync(Plant.Id.Value, "page", Stop);
        await Job().RunAsync(Plant.Id.Value, "page", Stop);

        Assert.Equal(["2"], _worked);
        Assert.Equal(0, await tick.RunAsync(Stop));
    }

    [Fact]
    public async Task A_server_that_stops_gives_back_what_it_had_taken_up_and_not_begun()
    {
        using var stopping = new CancellationTokenSource();
        _kinds.Add("slow", null, (occurrence, _, _, _) =>
        {
            _worked.Add(occurrence.Key);
            stopping.Cancel();
            return Task.FromResult<Effect?>(Effect.None);
        });
        await _store.Outbox.AddAsync(new Effect { Occurrences = [.. Enumerable.Range(0, 5).Select(at => new Occurrence(Plant.Id, "slow", $"{at}", _time.GetUtcNow().AddMinutes(at - 9)))] }, Stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Job().RunAsync(Plant.Id.Value, "slow", stopping.Token));
        var left = await _store.Occurrences.ClaimDueAsync(Plant.Id, "slow", _time.GetUtcNow(), _time.GetUtcNow(), TimeSpan.FromMinutes(1), 9, Stop);
        var rows = await _store.Occurrences.ListAsync(Plant.Id, _time.GetUtcNow().AddHours(-1), _time.GetUtcNow(), Stop);

        Assert.Equal(["0"], _worked);
        Assert.True(left.Count >= 4);
        Assert.All(rows.Where(row => row.Occurrence.Key != "0"), row => Assert.Equal(1, row.Tries));
    }

    /// <summary>The sample plant's day begins at midnight, and people may try the bot at half past eleven in the evening; in the morning yesterday's is over.</summary>
    [Theory]
    [InlineData(true, 22, 1)]
    [InlineData(false, 22, 0)]
    [InlineData(true, 24, 0)]
    public async Task What_the_day_began_with_is_made_up_for_in_the_evening_with_the_sample_alone(bool isSample, int hour, int due)
    {
        var plants = new PlantProfiles(Options.Create(new PlantsOptions { ["works"] = new() { Name = "Works", TimeZone = "Europe/Berlin", Sample = isSample } }));
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 23, 0, 30, 0, TimeSpan.Zero).AddHours(hour));
        var midnight = new Occurrence(plants.Default.Id, "morning", "1", new(2026, 11, 22, 23, 2, 0, TimeSpan.Zero));
        _kinds.Add("morning", (_, from, until, _) => Task.FromResult<IReadOnlyList<Occurrence>>(midnight.DueAt > from && midnight.DueAt <= until ? [midnight] : []), (_, _, _, _) => Task.FromResult<Effect?>(Effect.None));
        var storage = new InMemoryStorage();

        await Tick(storage, plants).RunAsync(Stop);

        Assert.Equal(due, storage.GetMonitoringApi().EnqueuedCount(JobQueues.Of(Urgency.Usual)));
    }

    private OccurrenceTick Tick(JobStorage storage, PlantProfiles? plants = null) =>
        new(_store.Occurrences, _kinds, plants ?? _plants, new PlantClock(_time), new BackgroundJobClient(storage), NullLogger<OccurrenceTick>.Instance);

    private OccurrenceJob Job() =>
        new(_store.Occurrences, _kinds, _plants, new PlantClock(_time), new FailedNews(new Rights(_store.People, _store.Absences)), _time, NullLogger<OccurrenceJob>.Instance);
}
