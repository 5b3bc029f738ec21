using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SoeBot.Store.Database;

/// <summary>
/// Two workers never claim the same row: on PostgreSQL the rows of a query that is marked as a claim are locked, and rows that
/// another worker is claiming are passed over. SQLite needs nothing, its writers come one after the other.
/// </summary>
internal sealed class SkipLocked : DbCommandInterceptor
{
    private const string Mark = "claim";

    public static IQueryable<T> Claim<T>(IQueryable<T> rows) => rows.TagWith(Mark);

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Lock(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Lock(command);
        return new(result);
    }

    private static void Lock(DbCommand command)
    {
        if (command.CommandText.StartsWith($"-- {Mark}", StringComparison.Ordinal)) command.CommandText += "\nFOR UPDATE SKIP LOCKED";
    }
}
