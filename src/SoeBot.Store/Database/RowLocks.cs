using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SoeBot.Store.Database;

/// <summary>
/// Locks of PostgreSQL on rows that a marked query reads. A claim: two workers never take the same row, and rows that another worker
/// is claiming are passed over. A fence: the row stays as it is until this transaction ends. A turn: whoever else asks for it waits until
/// this transaction ends. SQLite needs none of them, its writers come one after the other.
/// </summary>
internal sealed class RowLocks : DbCommandInterceptor
{
    private const string ClaimMark = "claim", FenceMark = "fence", TurnMark = "turn";

    public static IQueryable<T> Claim<T>(IQueryable<T> rows) => rows.TagWith(ClaimMark);

    /// <summary>A claim that says in the same statement what becomes of the rows.</summary>
    /// <param name="name">By which <paramref name="change"/> names them.</param>
    /// <param name="rows">A query that says which.</param>
    /// <param name="change">The statement.</param>
    /// <param name="isPostgres">Where workers come side by side.</param>
    public static string Taking(string name, string rows, string change, bool isPostgres) =>
        $"WITH {name} AS MATERIALIZED ({rows}{(isPostgres ? "\nFOR UPDATE SKIP LOCKED" : "")})\n{change}";

    public static IQueryable<T> Fence<T>(IQueryable<T> rows) => rows.TagWith(FenceMark);

    public static IQueryable<T> Turn<T>(IQueryable<T> rows) => rows.TagWith(TurnMark);

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
        if (command.CommandText.StartsWith($"-- {ClaimMark}", StringComparison.Ordinal)) command.CommandText += "\nFOR UPDATE SKIP LOCKED";
        else if (command.CommandText.StartsWith($"-- {FenceMark}", StringComparison.Ordinal)) command.CommandText += "\nFOR SHARE";
        else if (command.CommandText.StartsWith($"-- {TurnMark}", StringComparison.Ordinal)) command.CommandText += "\nFOR UPDATE";
    }
}
