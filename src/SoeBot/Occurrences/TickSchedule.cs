using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.Storage;

namespace SoeBot.Occurrences;

/// <summary>
/// Tells Hangfire to tick every minute, and once when the process looks for the first time. In the background and again until it worked: a server that was killed leaves a lock behind which
/// must not keep the next one from starting.
/// </summary>
internal sealed class TickSchedule(IRecurringJobManager jobs, FirstLook first, IHostApplicationLifetime life, TimeProvider time, ILogger<TickSchedule> log) : BackgroundService
{
    private const string TickId = "tick";
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The wait for a lock blocks its thread: not the one that starts the app.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                jobs.AddOrUpdate<OccurrenceTick>(TickId, JobQueues.Urgent, tick => tick.RunAsync(CancellationToken.None), Cron.Minutely(), new RecurringJobOptions { MisfireHandling = MisfireHandlingMode.Relaxed });
                await first.ComesAsync(life, stoppingToken);
                jobs.Trigger(TickId);
                return;
            }
            catch (Exception locked) when (locked is DistributedLockTimeoutException or PostgreSqlDistributedLockException)
            {
                Log.TickWaits(log, locked.Message);
                await Task.Delay(Again, time, stoppingToken);
            }
        }
    }
}
