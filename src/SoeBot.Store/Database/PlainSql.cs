using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace SoeBot.Store.Database;

/// <summary>
/// For the few commands that are said with every message: building them from LINQ costs ten times what the database takes. They go
/// Entity Framework's own way, so that its diagnostics, logs and interceptors see them, and several statements may go as one command.
/// </summary>
internal static class PlainSql
{
    /// <summary>By text, which differs from provider to provider or fits both; a text has always the same parameters.</summary>
    private static readonly ConcurrentDictionary<(Type Provider, string Sql), IRelationalCommand> Built = new();

    /// <param name="db">Within its transaction, if it has one.</param>
    /// <param name="sql">One statement or several, with <c>@name</c> for each value. All of them are done only once all results were read.</param>
    /// <param name="values">Texts (null too) and numbers of 64 bits.</param>
    /// <param name="read">Reads all results: those of statements that give any, in their order.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<T> AskAsync<T>(this SoeDb db, string sql, (string Name, object? Value)[] values, Func<DbDataReader, Task<T>> read, CancellationToken cancellation)
    {
        var connection = db.GetService<IRelationalConnection>();
        var command = connection.RentCommand();
        try
        {
            command.PopulateFrom(Built.GetOrAdd((db.GetType(), sql), static (_, asked) => Build(asked.db, asked.sql, asked.values), (db, sql, values)));
            var bound = new Dictionary<string, object?>(values.Length);
            foreach (var (name, value) in values) bound[name] = value;
            var log = db.GetService<IRelationalCommandDiagnosticsLogger>();
            await using var reader = await command.ExecuteReaderAsync(new(connection, bound, null, db, log, CommandSource.FromSqlQuery), cancellation);
            try
            {
                var result = await read(reader.DbDataReader);
                while (await reader.DbDataReader.NextResultAsync(cancellation)) { }
                return result;
            }
            catch (DbException broken)
            {
                // Of the first statement this was said already; the others are done while results are read.
                await log.CommandErrorAsync(
                    connection, reader.DbCommand, sql, db, DbCommandMethod.ExecuteReader, reader.CommandId, connection.ConnectionId, broken, TimeProvider.System.GetUtcNow(), TimeSpan.Zero,
                    CommandSource.FromSqlQuery, cancellation);
                throw;
            }
        }
        finally
        {
            connection.ReturnCommand(command);
        }
    }

    private static IRelationalCommand Build(SoeDb db, string sql, (string Name, object? Value)[] values)
    {
        var (builder, types) = (db.GetService<IRelationalCommandBuilderFactory>().Create(), db.GetService<IRelationalTypeMappingSource>());
        foreach (var (name, value) in values) builder.AddParameter(name, "@" + name, types.GetMapping(value is long ? typeof(long) : typeof(string)), nullable: true);
        return builder.Append(sql).Build();
    }
}
