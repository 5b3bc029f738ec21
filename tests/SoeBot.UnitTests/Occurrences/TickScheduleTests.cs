using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using SoeBot.Occurrences;
using Xunit;

namespace SoeBot.UnitTests.Occurrences;

/// <summary>A process that starts looks what is due at once, and not before its clocks stand.</summary>
public sealed class TickScheduleTests
{
    [Fact]
    public async Task The_first_tick_comes_when_the_app_has_started_and_not_before()
    {
        using var life = new Life();
        var (storage, schedule) = Start(new FirstLook(), life);
        await life.Asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, Ticks(storage));

        life.Start();
        await schedule.ExecuteTask!.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, Ticks(storage));
    }

    [Fact]
    public async Task Held_it_comes_when_somebody_says_so()
    {
        using var life = new Life();
        var first = new FirstLook { IsHeld = true };
        var (storage, schedule) = Start(first, life);
        life.Start();
        Assert.Equal(0, Ticks(storage));
        Assert.False(schedule.ExecuteTask!.IsCompleted);

        first.Now();
        await schedule.ExecuteTask.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, Ticks(storage));
    }

    private static (InMemoryStorage Storage, TickSchedule Schedule) Start(FirstLook first, Life life)
    {
        var storage = new InMemoryStorage();
        var schedule = new TickSchedule(new RecurringJobManager(storage), first, life, TimeProvider.System, NullLogger<TickSchedule>.Instance);
        _ = schedule.StartAsync(TestContext.Current.CancellationToken);
        return (storage, schedule);
    }

    private static long Ticks(InMemoryStorage storage) => storage.GetMonitoringApi().EnqueuedCount(JobQueues.Urgent);

    private sealed class Life : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _started = new();

        /// <summary>Somebody waits for the start.</summary>
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken ApplicationStarted
        {
            get
            {
                Asked.TrySetResult();
                return _started.Token;
            }
        }

        public CancellationToken ApplicationStopping => CancellationToken.None;
        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void Start() => _started.Cancel();

        public void StopApplication() => throw new NotSupportedException();

        public void Dispose() => _started.Dispose();
    }
}
