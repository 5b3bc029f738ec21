using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Connectors.Csv;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Import;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using Xunit;

namespace SoeBot.UnitTests.Import;

/// <summary>The app's own parts over a database of its own, without its workers and without a server: what a way in does, step by step.</summary>
internal sealed class ImportUnderTest : IAsyncDisposable
{
    public static readonly PlantId PlantId = new("works");

    /// <summary>A Wednesday morning.</summary>
    public static readonly DateTimeOffset Start = new(2026, 8, 26, 4, 0, 0, TimeSpan.Zero);
    private readonly WebApplication _app;

    private ImportUnderTest(WebApplication app, FakeTimeProvider time, DirectoryInfo folder) => (_app, Time, Folder) = (app, time, folder);

    public FakeTimeProvider Time { get; }

    /// <summary>Of this test alone.</summary>
    public DirectoryInfo Folder { get; }
    public PlantProfile Plant => Get<PlantProfiles>().Get(PlantId);
    public PlanStore Plans => Get<PlanStore>();

    /// <param name="settings">Of the plant: "Import:OnDrop", "Warn".</param>
    public static async Task<ImportUnderTest> StartAsync(params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("soebot-import-test-");
        var time = new FakeTimeProvider(Start);
        var app = Serving.Build(["--environment", "Development"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Store:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "soebot.db")}",
                ["Plants:works:Name"] = "Pump works", ["Plants:works:TimeZone"] = "Europe/Berlin",
            });
            builder.Configuration.AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"Plants:works:{one.Name}", (string?)one.Value)));
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Logging.ClearProviders();
        });
        var test = new ImportUnderTest(app, time, folder);
        await test.Get<StoreSchema>().MigrateAsync(TestContext.Current.CancellationToken);
        return test;
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>As a way in that sends once a day.</summary>
    public Task<ImportReport> ImportAsync(params (string Name, string Text)[] files) => ImportAsync(new PlanParts(files.ToDictionary(file => file.Name, file => Encoding.UTF8.GetBytes(file.Text))));

    public Task<ImportReport> ImportAsync(IPlanFiles files) =>
        Get<ImportPlan>().RunAsync(new ImportRequest { Plant = Plant, Files = files, Name = "plan", OnceADay = true }, TestContext.Current.CancellationToken);

    public Task<PlanVersion?> CurrentAsync() => Plans.NewestAsync(PlantId, TestContext.Current.CancellationToken);

    public async Task<PlanSnapshot> PlanAsync() => await Plans.LoadAsync(PlantId, (await CurrentAsync())!.Number, TestContext.Current.CancellationToken);

    public Task LeadAsync(string name) => Get<PeopleStore>().GrantAsync(PlantId, PersonKey.Of("tenant", name), Role.Lead, Effect.None, TestContext.Current.CancellationToken);

    /// <summary>What would be sent to people, as words.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync()
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Folder.FullName, "soebot.db")}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT card_about FROM outbox ORDER BY id";
        var said = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) said.Add(reader.GetString(0));
        return said;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        try
        {
            Folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // The database's own files go while they are being listed; nothing is left but the folder.
            Folder.Delete(recursive: true);
        }
    }
}
