using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using Npgsql;
using SoeBot.Store.Bulk;

namespace SoeBot.Store.Database;

internal sealed class PostgresSoeDb(DbContextOptions<PostgresSoeDb> options) : SoeDb(options)
{
    private const int CopyBytes = 60_000;

    public override string AppendOnlySql => """
        CREATE OR REPLACE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''the audit only grows''; END';
        CREATE OR REPLACE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
        """;

    /// <summary>Texts are ordered by their bytes, as SQLite does: one order of cards and pages on both, whatever the server's language.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var text in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(IsText))
            text.SetCollation("C");
    }

    private static bool IsText(IMutableProperty property) =>
        (property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType) == typeof(string);

    public static IDbContextFactory<SoeDb> Contexts(string connection, ILoggerFactory loggers) =>
        new Pool<PostgresSoeDb>(new DbContextOptionsBuilder<PostgresSoeDb>()
            .UseNpgsql(connection)
            .AddInterceptors(new RowLocks())
            .AsOurs(loggers).Options);

    public override Task AnnounceAsync(bool messages, bool activities, CancellationToken cancellation) => (messages, activities) switch
    {
        (true, true) => Database.ExecuteSqlRawAsync(PostgresWakeUps.NotifyMessages + PostgresWakeUps.NotifyActivities, cancellation),
        (true, false) => Database.ExecuteSqlRawAsync(PostgresWakeUps.NotifyMessages, cancellation),
        (false, true) => Database.ExecuteSqlRawAsync(PostgresWakeUps.NotifyActivities, cancellation),
        (false, false) => Task.CompletedTask,
    };

    public override async Task AppendAsync(string table, IReadOnlyList<string> columns, int rows, Action<int, IRowSink> write, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        await using var copy = await connection.BeginRawBinaryCopyAsync(
            $"COPY {table} ({string.Join(", ", columns.Select(name => $"\"{name}\""))}) FROM STDIN (FORMAT BINARY)", cancellation);
        try
        {
            var writer = new PostgresCopyWriter(columns.Count);
            writer.Begin();
            for (var row = 0; row < rows; row++)
            {
                writer.BeginRow();
                write(row, writer);
                if (writer.Length > CopyBytes) await copy.WriteAsync(writer.Take(), cancellation);
            }
            writer.End();
            await copy.WriteAsync(writer.Take(), cancellation);
        }
        catch
        {
            // Disposing would end the copy as if it were whole.
            await copy.CancelAsync();
            throw;
        }
    }

    public override async Task ReadAsync(string sql, Action<IRowSource> row, CancellationToken cancellation)
    {
        await Database.OpenConnectionAsync(cancellation);
        await using var copy = await ((NpgsqlConnection)Database.GetDbConnection()).BeginRawBinaryCopyAsync($"COPY ({sql}) TO STDOUT (FORMAT BINARY)", cancellation);
        await new PostgresCopyReader(copy).ReadAsync(row, cancellation);
    }
}
