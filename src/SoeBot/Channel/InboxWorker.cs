using System.Text;
using SoeBot.Channel.Parked;
using SoeBot.Store.Inbox;
using SoeBot.Teams.Activities;

namespace SoeBot.Channel;

/// <summary>Works the inbox one message after another. A message that fails is tried again with a delay and then parked, never lost.</summary>
internal sealed class InboxWorker(InboxStore inbox, InboxSignal signal, ActivityWork work, TellParked parked, TimeProvider time, ILogger<InboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    /// <summary>Longer than Teams repeats anything.</summary>
    private static readonly TimeSpan Keep = TimeSpan.FromHours(48);

    private bool _mayHaveParked = true;
    private DateTimeOffset _nextPurge = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await inbox.RecoverAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkOffAsync(stoppingToken);
                await PurgeDailyAsync(time.GetUtcNow(), stoppingToken);
                // Looked at again when nothing came for a while: another process may have parked something and died.
                _mayHaveParked = !await signal.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception broken)
            {
                Log.LoopBroke(log, nameof(InboxWorker), broken);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
            }
        }
    }

    /// <summary>Until nothing is left that may be worked now.</summary>
    internal async Task WorkOffAsync(CancellationToken ct)
    {
        while (await inbox.ClaimNextAsync(time.GetUtcNow(), ct) is { } message) await WorkAsync(message, ct);
        if (_mayHaveParked) await parked.RunAsync(ct);
        _mayHaveParked = false;
    }

    private async Task PurgeDailyAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (now < _nextPurge) return;
        await inbox.PurgeAsync(now - Keep, ct);
        _nextPurge = now.AddDays(1);
    }

    private async Task WorkAsync(InboxMessage message, CancellationToken ct)
    {
        try
        {
            var parsed = ActivityParser.Parse(Encoding.UTF8.GetBytes(message.Body));
            var effect = parsed.Activity is { } activity ? await work.WorkAsync(activity, message.Id, ct) : new();
            await inbox.DoneAsync(message.Id, effect with { InboxDone = message.Id }, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { throw; }
        catch (Exception broken)
        {
            Log.InboundFailed(log, message.Id, message.Tries, broken);
            _mayHaveParked = true;
            await inbox.FailAsync(message.Id, $"{broken.GetType().Name}: {broken.Message}", time.GetUtcNow(), ct);
        }
    }
}
