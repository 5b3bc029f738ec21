using CsCheck;
using SoeBot.Channel.Sending;
using Xunit;

namespace SoeBot.UnitTests.Channel.Sending;

/// <summary>By the service's clock, which reads each call somewhere between its start and its answer, no window is ever broken.</summary>
public sealed class SlidingWindowsTests
{
    private static readonly Window[] Limits =
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromSeconds(3600))];

    /// <summary>How long each call takes, where on its way the service reads its clock, and how much sooner than its answer the next one is asked for.</summary>
    private static readonly Gen<(int TakesMs, int ReadAt, bool Waits)[]> Calls =
        Gen.Select(Gen.Frequency((8, Gen.Int[0, 300]), (1, Gen.Int[300, 30_000])), Gen.Int[0, 100], Gen.Bool).Array[1, 400];

    [Fact]
    public void No_window_is_broken_by_the_clock_of_the_service() =>
        Calls.Sample(calls =>
        {
            var read = Run(calls);
            foreach (var (most, length) in Limits)
                for (var at = most; at < read.Count; at++)
                    if (read[at] - read[at - most] < length) throw new InvalidOperationException($"{most + 1} calls within {length}: {read[at - most]} to {read[at]}");
        }, iter: 300);

    [Fact]
    public void FreeAt_lets_as_many_through_as_the_limits_allow()
    {
        var windows = new SlidingWindows(Limits);
        var now = TimeSpan.Zero;
        for (var call = 0; call < 60; call++)
        {
            now = windows.FreeAt(now)!.Value;
            windows.Open();
            windows.Close(now);
        }

        // Eight in two seconds is the narrowest, so the sixtieth goes when seven pairs of seconds are over.
        Assert.Equal(TimeSpan.FromSeconds(14), now);
        Assert.Equal(TimeSpan.FromSeconds(30), windows.FreeAt(now));
    }

    [Fact]
    public void FreeAt_is_unknown_while_too_many_calls_are_open()
    {
        var windows = new SlidingWindows([new(2, TimeSpan.FromSeconds(1))]);
        windows.Open();
        windows.Open();

        Assert.Null(windows.FreeAt(TimeSpan.Zero));
        windows.Cancel();
        Assert.Equal(TimeSpan.Zero, windows.FreeAt(TimeSpan.Zero));
        windows.Open();
        windows.Close(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(6), windows.FreeAt(TimeSpan.FromSeconds(5)));
    }

    /// <summary>Several at a time, as for the whole tenant. Returns when the service read its clock, in order.</summary>
    private static List<TimeSpan> Run((int TakesMs, int ReadAt, bool Waits)[] calls)
    {
        var windows = new SlidingWindows(Limits);
        var open = new PriorityQueue<TimeSpan, TimeSpan>();
        var read = new List<TimeSpan>();
        var now = TimeSpan.Zero;
        foreach (var (takes, readAt, waits) in calls)
        {
            Answer(upTo: now);
            while (windows.FreeAt(now) is not { } free || free > now)
            {
                now = windows.FreeAt(now) is { } later && (open.Count == 0 || later < open.Peek()) ? later : open.Peek();
                Answer(upTo: now);
            }
            windows.Open();
            read.Add(now + TimeSpan.FromMilliseconds(takes * readAt / 100.0));
            var answered = now + TimeSpan.FromMilliseconds(takes);
            open.Enqueue(answered, answered);
            if (waits) now = answered;
        }
        read.Sort();
        return read;

        void Answer(TimeSpan upTo)
        {
            while (open.Count > 0 && open.Peek() <= upTo) windows.Close(open.Dequeue());
        }
    }
}
