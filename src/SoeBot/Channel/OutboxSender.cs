using SoeBot.Store.Outbox;

namespace SoeBot.Channel;

/// <summary>Sends what the outbox holds, in order per conversation. What was being sent when a process died is marked unknown and never silently repeated.</summary>
internal sealed class OutboxSender(OutboxStore outbox, OutboxSignal signal, MessageDelivery delivery, TimeProvider time, ILogger<OutboxSender> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await outbox.RecoverAsync(time.GetUtcNow(), stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await outbox.ClaimNextAsync(time.GetUtcNow(), stoppingToken) is { } message) await DeliverAsync(message, stoppingToken);
                await signal.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception broken)
            {
                Log.LoopBroke(log, nameof(OutboxSender), broken);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
            }
        }
    }

    private async Task DeliverAsync(OutboxMessage message, CancellationToken ct)
    {
        try
        {
            await delivery.DeliverAsync(message, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { throw; }
        catch (Exception broken)
        {
            // Drawing or finding the place failed before anything was sent; sending itself answers with outcomes and does not throw.
            Log.DeliveryFailed(log, message.Id, message.Card.Source, broken);
            await outbox.SettleAsync(message.Id, OutboxState.Failed, null, null, null, $"{broken.GetType().Name}: {broken.Message}", time.GetUtcNow(), ct);
        }
    }
}
