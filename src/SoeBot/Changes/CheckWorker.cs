namespace SoeBot.Changes;

/// <summary>Computes requests one after another, beside the inbox.</summary>
internal sealed class CheckWorker(CheckQueue queue, CheckChange check, ILogger<CheckWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var request in queue.ReadAsync(stoppingToken))
                try
                {
                    await check.RunAsync(request, stoppingToken);
                }
                catch (Exception broken) when (broken is not OperationCanceledException)
                {
                    Log.LoopBroke(log, nameof(CheckWorker), broken);
                }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }
}
