using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Channel.Sending;
using SoeBot.Store;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Channel.Sending;

/// <summary>A lease costs a write only while something is sent, and is never taken for ours when it may be another's.</summary>
public sealed class HeldLeaseTests
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);
    private readonly FakeTimeProvider _time = new(Given.Now);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_nothing_in_hand_it_ends_by_itself_and_another_process_takes_it()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        await using var other = store.Another();
        await using var held = await HoldAsync(store);

        for (var second = 0; second < 15; second++) _time.Advance(TimeSpan.FromSeconds(1));

        Assert.False(held.IsHeld);
        Assert.NotNull(await other.Leases.TakeAsync(Given.Tenant, Length, _time.GetUtcNow(), Stop));
        Assert.False(await held.EnterAsync(Stop));
        Assert.True(held.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task With_something_in_hand_it_is_renewed_in_time()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        await using var other = store.Another();
        await using var held = await HoldAsync(store);
        Assert.True(await held.EnterAsync(Stop));

        for (var third = 1; third <= 4; third++)
        {
            _time.Advance(Length / 3);
            while (await EndsAsync(store) < Given.Now + (Length / 3 * third) + Length) await Task.Yield();
        }

        Assert.True(held.IsHeld);
        Assert.Null(await other.Leases.TakeAsync(Given.Tenant, Length, _time.GetUtcNow(), Stop));
    }

    [Fact]
    public async Task With_the_next_work_it_is_ours_again_unless_somebody_has_taken_it()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        await using var held = await HoldAsync(store);
        _time.Advance(Length * 2);
        Assert.False(held.IsHeld);

        Assert.True(await held.EnterAsync(Stop));

        Assert.True(held.IsHeld);
        Assert.Equal(_time.GetUtcNow() + Length, await EndsAsync(store));
    }

    private async Task<HeldLease> HoldAsync(StoreUnderTest store)
    {
        var taken = await store.Leases.TakeAsync(Given.Tenant, Length, _time.GetUtcNow(), Stop);
        return new(taken!.Lease, _time.GetTimestamp(), store.Leases, Length, _time, NullLogger.Instance);
    }

    private static async Task<DateTimeOffset> EndsAsync(StoreUnderTest store) => new(await store.AskAsync<long>("SELECT expires_at AS \"Value\" FROM outbox_leases"), TimeSpan.Zero);
}
