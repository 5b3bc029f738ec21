using Npgsql;
using SoeBot.TestKit.Postgres;
using Xunit;

namespace SoeBot.UnitTests.TestKit;

public sealed class PostgresClusterTests
{
    [Fact]
    public async Task Two_databases_know_nothing_of_each_other()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var one = await cluster.CreateDatabaseAsync();
        var other = await cluster.CreateDatabaseAsync();

        await AskAsync(one, "CREATE TABLE thing (id int)");

        Assert.Equal(1L, await AskAsync(one, "SELECT count(*) FROM pg_tables WHERE tablename = 'thing'"));
        Assert.Equal(0L, await AskAsync(other, "SELECT count(*) FROM pg_tables WHERE tablename = 'thing'"));
    }

    [Fact]
    public async Task A_template_is_prepared_once_and_copied_for_each()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var prepared = 0;
        async Task PrepareAsync(string database)
        {
            Interlocked.Increment(ref prepared);
            await AskAsync(database, "CREATE TABLE plant (id int); INSERT INTO plant VALUES (7)");
        }

        var copies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => cluster.CreateFromTemplateAsync("sample", PrepareAsync)));

        Assert.Equal(1, prepared);
        Assert.Equal(4, copies.Distinct().Count());
        foreach (var copy in copies)
        {
            Assert.Equal(7, await AskAsync(copy, "SELECT id FROM plant"));
        }
    }

    private static async Task<object?> AskAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
