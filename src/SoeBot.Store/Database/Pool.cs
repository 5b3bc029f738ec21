using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;

namespace SoeBot.Store.Database;

/// <summary>Pooled contexts of one provider, seen as the provider-free type.</summary>
/// <param name="options">Of each.</param>
/// <param name="open">What they hold open; closed with the pool.</param>
internal sealed class Pool<TDb>(DbContextOptions<TDb> options, IDisposable? open = null) : IDbContextFactory<SoeDb>, IDisposable
    where TDb : SoeDb
{
    private readonly PooledDbContextFactory<TDb> _pool = new(options);

    public SoeDb CreateDbContext() => _pool.CreateDbContext();

    public async Task<SoeDb> CreateDbContextAsync(CancellationToken cancellationToken) => await _pool.CreateDbContextAsync(cancellationToken);

    public void Dispose() => open?.Dispose();
}

internal static class ContextOptions
{
    public static DbContextOptionsBuilder<TDb> AsOurs<TDb>(this DbContextOptionsBuilder<TDb> options, ILoggerFactory loggers)
        where TDb : SoeDb =>
        options
            .UseLoggerFactory(loggers)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            // A failure is thrown: a lost race is looked at again, and anything else is logged once where it is caught.
            .ConfigureWarnings(warnings => warnings.Log(
                (RelationalEventId.CommandExecuted, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug),
                (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug)));
}
