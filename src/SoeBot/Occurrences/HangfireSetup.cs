using Hangfire;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using SoeBot.Store;

namespace SoeBot.Occurrences;

/// <summary>Hangfire beside the store: in memory with SQLite, in PostgreSQL with PostgreSQL. It may lose everything; the occurrences are in the store.</summary>
internal static class HangfireSetup
{
    public const string TickId = "tick";

    public static IServiceCollection AddOccurrences(this IServiceCollection services, StoreOptions store)
    {
        services.AddSingleton<OccurrenceKinds>().AddSingleton<OccurrenceTick>().AddSingleton<OccurrenceJob>().AddSingleton<ClockMover>();
        services.AddHangfire(hangfire =>
        {
            hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (store.Provider == StoreProvider.PostgreSql)
                hangfire.UsePostgreSqlStorage(
                    options => options.UseNpgsqlConnection(store.ConnectionString),
                    new PostgreSqlStorageOptions
                    {
                        QueuePollInterval = TimeSpan.FromSeconds(5), EnableLongPolling = true, UseSlidingInvisibilityTimeout = true,
                        InvisibilityTimeout = TimeSpan.FromSeconds(30),
                    });
            else hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(6) });
        });
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 4;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(15);
            server.ShutdownTimeout = TimeSpan.FromSeconds(10);
        });
        return services;
    }

    public static void UseOccurrences(this WebApplication app)
    {
        app.MapHangfireDashboard("/jobs", new DashboardOptions { Authorization = [new LoopbackOnly()], DashboardTitle = "SoeBot jobs", DisplayStorageConnectionString = false });
        app.Services.GetRequiredService<IRecurringJobManager>()
            .AddOrUpdate<OccurrenceTick>(TickId, tick => tick.RunAsync(CancellationToken.None), Cron.Minutely(), new RecurringJobOptions { MisfireHandling = MisfireHandlingMode.Relaxed });
    }

    /// <summary>For now the dashboard is for whoever sits at the machine.</summary>
    private sealed class LoopbackOnly : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context)
        {
            var http = context.GetHttpContext();
            return http.Connection.RemoteIpAddress is { } remote && System.Net.IPAddress.IsLoopback(remote)
                && !http.Request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase));
        }
    }
}
