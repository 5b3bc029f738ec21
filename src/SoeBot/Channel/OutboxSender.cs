using SoeBot.Store.Outbox;

namespace SoeBot.Channel;

/// <summary>
/// Sends what the outbox holds, in order per conversation. What was being sent when a process died is marked unknown: a reminder or an
/// edit is repeated once and marked so, an answer or a record never.
/// </summary>
internal sealed class OutboxSender(OutboxStore outbox, OutboxSignal signal, MessageDelivery delivery, TimeProvider time, ILogger<OutboxSender> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5), RecoverEvery = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var recovered = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Again and again: another machine's sender may have died while this one lives.
                if (time.GetUtcNow() - recovered > RecoverEvery) await outbox.RecoverAsync(recovered = time.GetUtcNow(), stoppingToken);
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
