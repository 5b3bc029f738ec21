using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoeBot.Store;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class StoreSchemaTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task MigrateAsync_of_processes_that_start_together_makes_one_schema(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.EmptyAsync(provider);
        await using var other = store.Another();

        await Task.WhenAll(store.Schema.MigrateAsync(Stop), other.Schema.MigrateAsync(Stop));
        await store.Schema.MigrateAsync(Stop);

        Assert.True(await store.Schema.CanConnectAsync(Stop));
        Assert.Empty(await store.Decisions.OpenAsync(Given.Plant, Stop));
    }

    [Theory, OnBothStores]
    public async Task The_migrations_say_all_that_the_mappings_say(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var db = await store.Database.OpenAsync(Stop);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task MigrateAsync_goes_on_where_a_killed_migration_left_its_lock()
    {
        await using var store = await StoreUnderTest.EmptyAsync(StoreProvider.Sqlite);
        await store.ExecuteAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await store.ExecuteAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-23 08:00:00')");

        await store.Schema.MigrateAsync(Stop).WaitAsync(Patience.Most, Stop);

        Assert.Empty(await store.Decisions.OpenAsync(Given.Plant, Stop));
    }

    [Fact]
    public async Task Every_connection_to_SQLite_keeps_a_commit_through_a_power_cut()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);

        Assert.Equal("wal", await store.AskAsync<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode"));
        Assert.Equal(2, await store.AskAsync<long>("SELECT synchronous AS \"Value\" FROM pragma_synchronous"));
    }

    [Fact]
    public async Task A_read_does_not_wait_for_a_write_that_is_under_way()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        var written = new TaskCompletionSource();
        var read = new TaskCompletionSource();
        var write = store.Database.WriteAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO plant_notes VALUES ('bothell', 'a', 'b')", Stop);
            written.SetResult();
            await read.Task;
        }, Stop);
        await written.Task;

        var seen = await store.Plants.GetNoteAsync(Given.Plant, "a", Stop).WaitAsync(Patience.Most, Stop);
        read.SetResult();
        await write;

        Assert.Null(seen);
        Assert.Equal("b", await store.Plants.GetNoteAsync(Given.Plant, "a", Stop));
    }

    [Fact]
    public async Task CanConnectAsync_says_no_when_nobody_answers()
    {
        await using var store = StoreUnderTest.Over(StoreProvider.PostgreSql, "Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=2");

        Assert.False(await store.Schema.CanConnectAsync(Stop));
    }

    [Theory]
    [InlineData(StoreProvider.Sqlite, "", "Store:ConnectionString is empty.")]
    [InlineData(StoreProvider.Sqlite, "Data Source=:memory:", "Store:ConnectionString has no file as Data Source.")]
    [InlineData(StoreProvider.PostgreSql, "Host=db", "Store:ConnectionString has no Database.")]
    [InlineData(StoreProvider.PostgreSql, "Database=soebot", "Store:ConnectionString has no Host.")]
    [InlineData((StoreProvider)9, "Host=db", "Store:Provider is neither Sqlite nor PostgreSql.")]
    public async Task Settings_that_cannot_work_are_named(StoreProvider provider, string connection, string problem)
    {
        await using var store = StoreUnderTest.Over(provider, connection);

        Assert.Equal([problem], Assert.Throws<OptionsValidationException>(() => store.Schema).Failures);
    }

    [Fact]
    public async Task Settings_in_the_words_of_the_other_provider_are_named_without_the_password()
    {
        await using var store = StoreUnderTest.Over(StoreProvider.Sqlite, "Host=db;Password=secret");

        var failure = Assert.Single(Assert.Throws<OptionsValidationException>(() => store.Schema).Failures);
        Assert.StartsWith("Store:ConnectionString is not one of Sqlite:", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure, StringComparison.Ordinal);
    }
}
