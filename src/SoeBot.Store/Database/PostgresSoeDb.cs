using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SoeBot.Store.Database;

internal sealed class PostgresSoeDb(DbContextOptions<PostgresSoeDb> options) : SoeDb(options)
{
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

    public override async Task AppendAsync(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {table} ({string.Join(", ", columns.Select(name => $"\"{name}\""))}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var row in rows) await copy.WriteRowAsync(cancellation, row);
        await copy.CompleteAsync(cancellation);
    }
}
