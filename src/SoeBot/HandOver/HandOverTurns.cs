using System.Collections.Concurrent;
using SoeBot.Channel.Sending;
using SoeBot.Connectors.HandOver;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.Plan;
using SoeBot.Store.HandOver;

namespace SoeBot.HandOver;

/// <summary>
/// Takes up what is due and hands it over, each receiver beside the others. What was handed over when a process died is handed over once
/// more under the same id.
/// </summary>
internal sealed class HandOverTurns(HandOverStore store, DeliverChange deliver, HandOverRules rules, HandOverNews news, Random chance, TimeProvider time, ILogger<HandOverTurns> log)
{
    /// <summary>So many changes of different orders are handed to one receiver at the same time.</summary>
    private const int Parallel = 4;
    private static readonly TimeSpan BesidesTheAnswer = TimeSpan.FromSeconds(45);

    private readonly ConcurrentDictionary<(PlantId Plant, string Receiver), int> _inHand = new();

    /// <summary>Pulsed when something was settled: what waited behind it may go.</summary>
    public Wake Wake { get; } = new(time);

    /// <summary>Starts what is due and waits for none of it.</summary>
    public async Task<IReadOnlyList<Task>> StartDueAsync(CancellationToken ct)
    {
        var started = new List<Task>();
        foreach (var lane in await store.DueAsync(time.GetUtcNow(), ct))
        {
            var free = Parallel - _inHand.GetValueOrDefault(lane);
            if (free <= 0) continue;
            foreach (var one in await store.ClaimAsync(lane.Plant, lane.Receiver, time.GetUtcNow(), rules.Of(lane.Plant).Timeout + BesidesTheAnswer, free, ct))
            {
                _inHand.AddOrUpdate(lane, 1, (_, count) => count + 1);
                started.Add(Task.Run(() => HandOverAsync(one, lane, ct), CancellationToken.None));
            }
        }
        return started;
    }

    private async Task HandOverAsync(ChangeHandOver one, (PlantId Plant, string Receiver) lane, CancellationToken ct)
    {
        try
        {
            var delivered = await deliver.TryAsync(one, ct);
            var readers = await news.ReadersAsync(one.Plant, ct);
            var written = await store.SettleAsync(one, row =>
            {
                Apply(row, delivered);
                return news.Of(row, readers);
            }, ct);
            if (written) Log.HandedOver(log, one.Name, one.Receiver, one.Plant.Value, delivered?.Result.ToString() ?? "gone");
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The process ends; whoever comes next finds it in hand of a process that is gone.
        }
        catch (Exception broken)
        {
            Log.HandOverBroke(log, one.Name, one.Receiver, one.Plant.Value, broken);
        }
        finally
        {
            _inHand.AddOrUpdate(lane, 0, (_, count) => count - 1);
            Wake.Pulse();
        }
    }

    private void Apply(ChangeHandOver row, Delivered? delivered)
    {
        var now = time.GetUtcNow();
        switch (delivered)
        {
            case null: row.Bury($"{row.Receiver} is not in the settings any more", now); break;
            case { Result: DeliveryResult.Accepted }: row.Accept(now); break;
            case { Result: DeliveryResult.Refused, Reason: var why }: row.Refuse(why!, now); break;
            case { Reason: var why, RetryAfter: var named }: row.Fail(why!, named, rules.Of(row.Plant).Rules, chance.NextDouble(), now); break;
        }
    }
}
