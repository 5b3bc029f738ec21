using SoeBot.Store.Outbox;
using SoeBot.Teams.Conversations;

namespace SoeBot.Channel.Sending;

/// <summary>The calls of one delivery: none without leave of the pace, none without the lease, and each is written down.</summary>
/// <param name="held">The tenant's lease.</param>
/// <param name="pace">The tenant's pace.</param>
/// <param name="first">Leave for the first call to <paramref name="firstPlace"/>; cancelled when it is not needed.</param>
/// <param name="firstPlace">See <see cref="OutboxMessage.Lane"/>.</param>
/// <param name="time">The machine's.</param>
internal sealed class PacedCalls(HeldLease held, TenantPace pace, PacePass? first, string firstPlace, TimeProvider time) : IDisposable
{
    /// <summary>A message in hand holds up its lane, so it does not wait long for leave.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly List<OutboxAttempt> _made = [];
    private PacePass? _first = first;

    public OutboxLease Lease => held.Lease;

    public IReadOnlyList<OutboxAttempt> Made => _made;

    public async Task<SendOutcome> DoAsync(string place, Func<CancellationToken, Task<SendOutcome>> call, CancellationToken ct)
    {
        var (pass, wait) = await EnterAsync(place, ct);
        if (pass is null) return new() { Result = SendResult.NotSent, RetryAfter = wait, Reason = "waits for the pace of the conversation" };
        if (!held.IsHeld)
        {
            pass.Cancel();
            return new() { Result = SendResult.NotSent, Reason = "another process sends for this tenant" };
        }
        try
        {
            var outcome = await call(ct);
            if (outcome.IsSent) pace.Accepted();
            return outcome;
        }
        finally
        {
            pass.Close();
            _made.Add(new(place, time.GetUtcNow()));
        }
    }

    public void Throttled(string place, TimeSpan wait) => pace.Throttled(place, wait);

    public void Dispose() => _first?.Cancel();

    private async Task<(PacePass? Pass, TimeSpan Wait)> EnterAsync(string place, CancellationToken ct)
    {
        if (place == firstPlace && Interlocked.Exchange(ref _first, null) is { } given) return (given, TimeSpan.Zero);
        var asked = time.GetTimestamp();
        while (true)
        {
            if (pace.TryEnter(place, out var wait) is { } pass) return (pass, TimeSpan.Zero);
            // Infinite: an open call must be answered first, and then there is something to reckon with.
            if (wait < TimeSpan.Zero) wait = TimeSpan.FromMilliseconds(50);
            // A delay counts whole milliseconds and cuts off the rest: less than one would be no wait at all, again and again.
            wait = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
            if (time.GetElapsedTime(asked) + wait > Patience) return (null, wait);
            await Task.Delay(wait, time, ct);
        }
    }
}
