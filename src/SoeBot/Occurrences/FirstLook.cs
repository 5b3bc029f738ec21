namespace SoeBot.Occurrences;

/// <summary>
/// When a process looks for the first time what is due: as soon as it has started, by the clocks of that moment, so that after a crash nothing
/// waits for the next full minute. Who places a plant's clock after the start (tests, the demo) holds it back.
/// </summary>
public sealed class FirstLook
{
    private readonly TaskCompletionSource _now = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The start alone does not bring it.</summary>
    public bool IsHeld { get; init; }

    public void Now() => _now.TrySetResult();

    internal Task ComesAsync(IHostApplicationLifetime life, CancellationToken ct)
    {
        if (!IsHeld) life.ApplicationStarted.Register(Now);
        return _now.Task.WaitAsync(ct);
    }
}
