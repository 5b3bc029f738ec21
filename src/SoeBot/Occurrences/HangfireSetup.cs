using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoeBot.Store;

namespace SoeBot.Occurrences;

/// <summary>Hangfire beside the store: in memory with SQLite, in PostgreSQL with PostgreSQL. It may lose everything; the occurrences are in the store.</summary>
internal static class HangfireSetup
{
    public static IServiceCollection AddOccurrences(this IServiceCollection services, StoreOptions store, IConfiguration configuration)
    {
        services.AddOptions<DashboardAddress>().Bind(configuration.GetSection(DashboardAddress.Section));
        services.AddSingleton<Dashboard>();
        services.AddSingleton<OccurrenceKinds>().AddSingleton<OccurrenceTick>().AddSingleton<OccurrenceJob>().AddSingleton<ClockMover>()
            .AddSingleton<Reminding>().AddSingleton<FailedNews>().AddSingleton<ReminderTurns>().AddSingleton<ISlice>(provider => provider.GetRequiredService<ReminderTurns>());
        // Registered here, because Hangfire's own way keeps storage and activator in statics, and then two apps in one process work each other's jobs.
        services.AddSingleton<JobStorage>(_ => Storage(store));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, hangfire) => hangfire
            .UseLogProvider(new HangfireLog(provider.GetRequiredService<ILoggerFactory>()))
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.TryAddSingleton<FirstLook>();
        services.AddHostedService<TickSchedule>();
        // Two servers of each process: whatever takes long has one worker, and the others stay free for what is urgent.
        services.AddHangfireServer(server => Serve(server, "quick", 3, JobQueues.Quick));
        services.AddHangfireServer(server => Serve(server, "all", 1, JobQueues.All));
        return services;
    }

    private static void Serve(BackgroundJobServerOptions server, string name, int workers, string[] queues)
    {
        server.ServerName = $"{Environment.MachineName}:{Environment.ProcessId}:{name}";
        (server.WorkerCount, server.Queues) = (workers, queues);
        server.SchedulePollingInterval = TimeSpan.FromSeconds(15);
        // A job in work is told to stop, ends or gives its claims back, and is waited for so long.
        server.StopTimeout = TimeSpan.FromSeconds(5);
        server.ShutdownTimeout = TimeSpan.FromSeconds(10);
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
        var dashboard = app.Services.GetRequiredService<Dashboard>();
        dashboard.Map(app);
        app.MapHangfireDashboard("/jobs", new DashboardOptions { Authorization = [], AsyncAuthorization = [dashboard], DashboardTitle = "SoeBot jobs", DisplayStorageConnectionString = false, AppPath = null });
    }
}
