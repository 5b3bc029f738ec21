using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Store;
using SoeBot.TestKit.Postgres;

namespace SoeBot.JourneyTests;

/// <summary>Stores that are migrated already, each a copy of one that is made once per test process: the migrations of an empty one take a starting process two seconds of a processor.</summary>
internal static class ReadyStore
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteAsync);

    /// <returns>The connection string.</returns>
    public static async Task<string> NewAsync(StoreKind kind, DirectoryInfo folder)
    {
        if (kind == StoreKind.PostgreSql) return await (await PostgresCluster.SharedAsync()).CreateFromTemplateAsync("ready", text => MigrateAsync(kind, text));
        var file = Path.Combine(folder.FullName, "soebot.db");
        File.Copy(await SqliteTemplate.Value, file);
        return $"Data Source={file}";
    }

    private static async Task<string> MakeSqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("soebot-ready-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "soebot.db");
        await MigrateAsync(StoreKind.Sqlite, $"Data Source={file}");
        // The last connection writes its log into the file that is copied.
        SqliteConnection.ClearPool(new SqliteConnection($"Data Source={file}"));
        return file;
    }

    private static async Task MigrateAsync(StoreKind kind, string text)
    {
        var settings = new Dictionary<string, string?> { ["Store:Provider"] = kind.ToString(), ["Store:ConnectionString"] = text };
        await using var services = new ServiceCollection().AddSoeStore(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        await services.GetRequiredService<StoreSchema>().MigrateAsync(CancellationToken.None);
    }
}
