namespace SoeBot.Channel.Sending;

/// <summary>Wakes one loop. Pulses between two waits are one.</summary>
internal sealed class Wake(TimeProvider time)
{
    private TaskCompletionSource _next = New();

    public void Pulse() => Volatile.Read(ref _next).TrySetResult();

    /// <param name="max">Infinite or a span.</param>
    public async Task WaitAsync(TimeSpan max, CancellationToken ct)
    {
        var pulse = Volatile.Read(ref _next);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(pulse.Task, Task.Delay(max, time, end.Token));
        await end.CancelAsync();
        ct.ThrowIfCancellationRequested();
        if (pulse.Task.IsCompleted) Interlocked.Exchange(ref _next, New());
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
