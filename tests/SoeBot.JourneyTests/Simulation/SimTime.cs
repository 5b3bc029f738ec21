using Microsoft.Extensions.Time.Testing;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>A clock that the year moves. It knows how many wait for it, so that nobody needs to guess whether work goes on or stands still.</summary>
internal sealed class SimTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TaskCompletionSource _asked = New();
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Until somebody begins to wait for this clock.</summary>
    public Task Asked => Volatile.Read(ref _asked).Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan) return base.CreateTimer(callback, state, dueTime, period);
        Interlocked.Increment(ref _waiting);
        Interlocked.Exchange(ref _asked, New()).SetResult();
        var left = 1;
        return new Counted(base.CreateTimer(one => { Leave(); callback(one); }, state, dueTime, period), Leave);

        void Leave()
        {
            if (Interlocked.Exchange(ref left, 0) == 1) Interlocked.Decrement(ref _waiting);
        }
    }

    private sealed class Counted(ITimer timer, Action leave) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            leave();
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            leave();
            return timer.DisposeAsync();
        }
    }
}
