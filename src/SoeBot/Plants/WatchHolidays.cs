namespace SoeBot.Plants;

/// <summary>Looks once a minute whether a holiday file changed. Asking is one look at the file's date; messages of the operating system get lost on network drives.</summary>
internal sealed class WatchHolidays(PlantProfiles plants, TimeProvider time, ILogger<WatchHolidays> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly PeriodicTimer _timer = new(Every, time);

    public override void Dispose()
    {
        _timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _timer.WaitForNextTickAsync(stoppingToken))
                foreach (var news in plants.RereadHolidays())
                    if (news.Holidays is null) Log.HolidaysRefused(log, news.Plant.Value, news.Words);
                    else Log.HolidaysChanged(log, news.Plant.Value, news.Words);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }
}
