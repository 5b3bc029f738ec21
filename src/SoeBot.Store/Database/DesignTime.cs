using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Logging.Abstractions;

namespace SoeBot.Store.Database;

/// <summary>For <c>add-migration.sh</c> only: it needs a context of each provider and never connects.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteSoeDb>
{
    public SqliteSoeDb CreateDbContext(string[] args) =>
        (SqliteSoeDb)SqliteSoeDb.Contexts("Data Source=design.db", NullLoggerFactory.Instance).CreateDbContext();
}

/// <inheritdoc cref="SqliteDesignTime"/>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresSoeDb>
{
    public PostgresSoeDb CreateDbContext(string[] args) =>
        (PostgresSoeDb)PostgresSoeDb.Contexts("Host=design", NullLoggerFactory.Instance).CreateDbContext();
}
