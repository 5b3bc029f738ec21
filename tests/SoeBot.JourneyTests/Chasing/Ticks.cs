using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace SoeBot.JourneyTests.Chasing;

/// <summary>Has the minute's tick run now, as Hangfire's dashboard does with a button, so that a test need not wait for full minutes.</summary>
internal sealed class Ticks(string postgres)
{
    private static readonly PostgreSqlStorageOptions Options = new() { PrepareSchemaIfNecessary = false };

    /// <returns>False while the server is away.</returns>
    public bool Trigger()
    {
        try
        {
            new RecurringJobManager(new PostgreSqlStorage(new NpgsqlConnectionFactory(postgres, Options), Options)).Trigger("tick");
            return true;
        }
        catch (Exception)
        {
            // The database crashes in the middle of it, which this client tells in many ways; the next second asks again.
            return false;
        }
    }

    public async Task KeepTriggeringAsync(TimeSpan every, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Trigger();
            await Task.Delay(every, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
