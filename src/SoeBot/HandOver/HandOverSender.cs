using SoeBot.Store.HandOver;

namespace SoeBot.HandOver;

/// <summary>Looks every few seconds, and as soon as something was settled or the next try is due. Any number of processes may.</summary>
internal sealed class HandOverSender(HandOverTurns turns, HandOverStore store, TimeProvider time, ILogger<HandOverSender> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3), RecoverEvery = TimeSpan.FromMinutes(1), Blink = TimeSpan.FromMilliseconds(50);

    private readonly List<Task> _running = [];
    private DateTimeOffset _recovered;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested) await TurnAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
        await Task.WhenAll(_running);
    }

    private async Task TurnAsync(CancellationToken ct)
    {
        var pause = Poll;
        try
        {
            var now = time.GetUtcNow();
            if (now - _recovered >= RecoverEvery)
            {
                await store.RecoverAsync(ct);
                _recovered = now;
            }
            _running.RemoveAll(one => one.IsCompleted);
            _running.AddRange(await turns.StartDueAsync(ct));
            if (await store.NextDueAsync(now, ct) - now is { } left && left < pause) pause = left < Blink ? Blink : left;
        }
        catch (Exception broken) when (broken is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.LoopBroke(log, nameof(HandOverSender), broken);
        }
        await turns.Wake.WaitAsync(pause, ct);
    }
}
