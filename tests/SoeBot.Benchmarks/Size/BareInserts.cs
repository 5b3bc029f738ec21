using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using SoeBot.Store;

namespace SoeBot.Benchmarks.Size;

/// <summary>
/// The least that storing the same rows costs, in a table of the same columns, keys and indexes: on PostgreSQL a binary COPY of finished bytes,
/// on SQLite one prepared insert in one transaction. Making the rows is not counted.
/// </summary>
internal static class BareInserts
{
    private const int Chunk = 20_000;

    private static readonly string[] Tables =
        ["plan_orders", "plan_schedule", "plan_purchases", "plan_stock", "plan_items", "plan_bill", "plan_work_centres", "plan_forecast", "plan_events", "plan_sales"];

    /// <returns>Seconds.</returns>
    public static Task<double> RunAsync(SizeStore store, bool indexed = true) =>
        store.Provider == StoreProvider.Sqlite ? SqliteAsync(store.Connection) : PostgresAsync(store.Connection, indexed);

    private static async Task<double> PostgresAsync(string connection, bool indexed)
    {
        await using var db = new NpgsqlConnection(connection);
        await db.OpenAsync();
        var seconds = 0d;
        var bytes = Path.GetTempFileName();
        foreach (var table in Tables)
        {
            await ExecuteAsync(db, $"CREATE TABLE bare (LIKE {table} INCLUDING {(indexed ? "ALL" : "IDENTITY")})");
            var columns = string.Join(", ", await ColumnsAsync(db, table));
            await using (var from = await db.BeginRawBinaryCopyAsync($"COPY {table} ({columns}) TO STDOUT (FORMAT BINARY)"))
            await using (var file = File.Create(bytes))
                await from.CopyToAsync(file);
            var start = Stopwatch.GetTimestamp();
            await using (var file = File.OpenRead(bytes))
            await using (var to = await db.BeginRawBinaryCopyAsync($"COPY bare ({columns}) FROM STDIN (FORMAT BINARY)"))
                await file.CopyToAsync(to);
            seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            await ExecuteAsync(db, "DROP TABLE bare");
        }
        File.Delete(bytes);
        return seconds;
    }

    private static async Task<IReadOnlyList<string>> ColumnsAsync(NpgsqlConnection db, string table)
    {
        await using var command = new NpgsqlCommand($"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' AND column_name <> 'id' ORDER BY ordinal_position", db);
        var columns = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) columns.Add($"\"{reader.GetString(0)}\"");
        return columns;
    }

    private static async Task ExecuteAsync(NpgsqlConnection db, string sql)
    {
        await using var command = new NpgsqlCommand(sql, db);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<double> SqliteAsync(string connection)
    {
        await using var source = new SqliteConnection(connection);
        await source.OpenAsync();
        var file = Path.GetTempFileName();
        await using var target = new SqliteConnection($"Data Source={file};Pooling=False");
        await target.OpenAsync();
        await using (var journal = new SqliteCommand("PRAGMA journal_mode=WAL", target)) await journal.ExecuteNonQueryAsync();
        await using (var schema = new SqliteCommand($"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN ('{string.Join("', '", Tables)}') ORDER BY type DESC", source))
        await using (var statements = await schema.ExecuteReaderAsync())
            while (await statements.ReadAsync())
                await using (var make = new SqliteCommand(statements.GetString(0), target)) await make.ExecuteNonQueryAsync();

        var clock = new Stopwatch();
        await using var transaction = (SqliteTransaction)await target.BeginTransactionAsync();
        foreach (var table in Tables) await CopyAsync(source, target, transaction, table, clock);
        clock.Start();
        await transaction.CommitAsync();
        clock.Stop();
        await target.CloseAsync();
        File.Delete(file);
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task CopyAsync(SqliteConnection source, SqliteConnection target, SqliteTransaction transaction, string table, Stopwatch clock)
    {
        await using var select = new SqliteCommand($"SELECT * FROM {table}", source);
        await using var rows = await select.ExecuteReaderAsync();
        await using var insert = new SqliteCommand($"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(0, rows.FieldCount).Select(at => $"$p{at}"))})", target, transaction);
        var parameters = Enumerable.Range(0, rows.FieldCount).Select(at => insert.Parameters.Add(new SqliteParameter { ParameterName = $"$p{at}" })).ToArray();
        await insert.PrepareAsync();
        var chunk = new List<object[]>(Chunk);
        for (var more = true; more;)
        {
            chunk.Clear();
            while (chunk.Count < Chunk && (more = await rows.ReadAsync()))
            {
                var row = new object[rows.FieldCount];
                rows.GetValues(row);
                chunk.Add(row);
            }
            clock.Start();
            foreach (var row in chunk)
            {
                for (var at = 0; at < row.Length; at++) parameters[at].Value = row[at];
                insert.ExecuteNonQuery();
            }
            clock.Stop();
        }
    }
}
