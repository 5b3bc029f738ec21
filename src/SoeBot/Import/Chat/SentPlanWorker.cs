using SoeBot.Store.SentPlans;

namespace SoeBot.Import.Chat;

/// <summary>Reads the plan files that people sent, one after another, beside the inbox: nobody's line waits for somebody's workbook.</summary>
internal sealed class SentPlanWorker(SentPlanStore sent, ReadSentPlans read, TimeProvider time, ILogger<SentPlanWorker> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5), AfterFault = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await sent.ClaimNextAsync(time.GetUtcNow(), stoppingToken) is { } plan) await ReadAsync(plan, stoppingToken);
                await sent.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception broken)
            {
                Log.LoopBroke(log, nameof(SentPlanWorker), broken);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
            }
        }
    }

    private async Task ReadAsync(SentPlan plan, CancellationToken ct)
    {
        try
        {
            // One that took its process with it each time is not tried for ever.
            if (plan.Tries > SentPlanStore.MaxTries) await read.GiveUpAsync(plan, ErrorId(plan), ct);
            else await read.RunAsync(plan, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { throw; }
        catch (Exception broken)
        {
            Log.SentPlanFailed(log, plan.Id, plan.Tries, ErrorId(plan), broken);
            if (plan.Tries >= SentPlanStore.MaxTries) await read.GiveUpAsync(plan, ErrorId(plan), ct);
            else await sent.RetryAsync(plan.Id, time.GetUtcNow() + (AfterFault * plan.Tries), ct);
        }
    }

    private static string ErrorId(SentPlan plan) => $"file-{plan.Id}";
}
