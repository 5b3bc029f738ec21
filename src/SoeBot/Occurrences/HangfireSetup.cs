using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using SoeBot.Store;

namespace SoeBot.Occurrences;

/// <summary>Hangfire beside the store: in memory with SQLite, in PostgreSQL with PostgreSQL. It may lose everything; the occurrences are in the store.</summary>
internal static class HangfireSetup
{
    public static IServiceCollection AddOccurrences(this IServiceCollection services, StoreOptions store)
    {
        services.AddSingleton<OccurrenceKinds>().AddSingleton<OccurrenceTick>().AddSingleton<OccurrenceJob>().AddSingleton<ClockMover>();
        // Registered here, because Hangfire's own way keeps storage and activator in statics, and then two apps in one process work each other's jobs.
        services.AddSingleton<JobStorage>(_ => Storage(store));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, hangfire) => hangfire
            .UseLogProvider(new HangfireLog(provider.GetRequiredService<ILoggerFactory>()))
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddHostedService<TickSchedule>();
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 4;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(15);
            server.ShutdownTimeout = TimeSpan.FromSeconds(10);
        });
        return services;
    }

    private static JobStorage Storage(StoreOptions store) => store.Provider == StoreProvider.PostgreSql
        ? new PostgreSqlStorage(
            new NpgsqlConnectionFactory(store.ConnectionString, Storage()),
            Storage())
        : new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(6) });

    private static PostgreSqlStorageOptions Storage() => new()
    {
        QueuePollInterval = TimeSpan.FromSeconds(5), EnableLongPolling = true, UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = TimeSpan.FromSeconds(30), PrepareSchemaIfNecessary = true,
        // Hangfire's own locks are rows that outlive a killed server; they are held for milliseconds, so one this old belongs to nobody.
        DistributedLockTimeout = TimeSpan.FromSeconds(10),
    };

    public static void UseOccurrences(this WebApplication app)
    {
        app.MapHangfireDashboard("/jobs", new DashboardOptions { Authorization = [new LoopbackOnly()], DashboardTitle = "SoeBot jobs", DisplayStorageConnectionString = false });
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
