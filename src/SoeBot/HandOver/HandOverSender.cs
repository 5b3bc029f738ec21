using SoeBot.Store.HandOver;

namespace SoeBot.HandOver;

/// <summary>Looks every few seconds, and as soon as something comes, was settled or is due for its next try. Any number of processes may.</summary>
internal sealed class HandOverSender(HandOverTurns turns, HandOverStore store, HandOverSignal signal, TimeProvider time, ILogger<HandOverSender> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3), RecoverEvery = TimeSpan.FromMinutes(1), ForgetEvery = TimeSpan.FromDays(1), Keep = TimeSpan.FromDays(365), Blink = TimeSpan.FromMilliseconds(50);

    private readonly List<Task> _running = [];
    private DateTimeOffset _recovered, _forgot;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        signal.Committed += turns.Wake.Pulse;
        try
        {
            while (!stoppingToken.IsCancellationRequested) await TurnAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
        finally
        {
            signal.Committed -= turns.Wake.Pulse;
        }
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
            if (now - _forgot >= ForgetEvery)
            {
                await store.ForgetAsync(now - Keep, ct);
                _forgot = now;
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
