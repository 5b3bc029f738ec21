using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Reading.Held;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;
using SoeBot.TestKit.Postgres;

namespace SoeBot.Benchmarks.Size;

/// <summary>A fresh store with one plant, as one process of the app has it, without the app around it.</summary>
internal sealed class SizeStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly ServiceProvider _services;
    private (PlanVersion Version, HeldPlan Plan)? _held;

    private SizeStore(StoreProvider provider, string connection, DirectoryInfo folder)
    {
        (Provider, Connection, _folder) = (provider, connection, folder);
        _services = new ServiceCollection().AddSoeStore(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Store:Provider"] = provider.ToString(), ["Store:ConnectionString"] = connection,
        }).Build()).BuildServiceProvider();
        Compute = new ComputePlan(Plans, new ComputeNumbers(Plans));
    }

    public static PlantProfile Plant { get; } = new()
    {
        Id = new PlantId("size"), Name = "Size", MeetingDay = DayOfWeek.Wednesday, MeetingStart = new(13, 0), MeetingMinutes = 90,
        Calendar = new PlantCalendar { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), WeekStart = DayOfWeek.Monday },
    };

    public StoreProvider Provider { get; }
    public string Connection { get; }
    public PlanStore Plans => _services.GetRequiredService<PlanStore>();
    public ComputePlan Compute { get; }

    public static async Task<SizeStore> StartAsync(StoreProvider provider)
    {
        var folder = Directory.CreateTempSubdirectory("soebot-size-");
        var connection = provider == StoreProvider.Sqlite
            ? $"Data Source={Path.Combine(folder.FullName, "soebot.db")}"
            : await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();
        var store = new SizeStore(provider, connection, folder);
        await store._services.GetRequiredService<StoreSchema>().MigrateAsync(CancellationToken.None);
        return store;
    }

    /// <summary>As a process that was just started, which holds no plan.</summary>
    public void Forget() => _held = null;

    /// <summary>From the files to the version in use, but for what is computed from it.</summary>
    public async Task<(PlanVersion Version, PlanSnapshot Plan)> ImportAsync(string files, SizeClock clock)
    {
        var read = clock.Measure("  read and check", () => PlanReader.Read(new PlanFolder(files), PlanMapping.Native, new ReadRequest(SizePlant.Today) { Held = _held?.Plan }), part: true);
        if (read.Snapshot is not { } plan) throw new InvalidOperationException(string.Join('\n', read.Problems.Take(10)));
        var at = Plant.Calendar.At(SizePlant.Today, Plant.Calendar.FirstShift);
        var origin = new PlanOrigin(at, "size plant", "benchmark", null);
        var edit = read.Edits is { } edits ? new PlanEdit(_held!.Value.Version.Number, edits) : null;
        var version = await clock.MeasureAsync("  store", () => Plans.PublishAsync(Plant.Id, plan, origin, at, Effect.None, CancellationToken.None, edit), part: true);
        _held = (version, read.Held!);
        return (version, plan);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (Provider == StoreProvider.PostgreSql) await (await PostgresCluster.SharedAsync()).DropDatabaseAsync(Connection);
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
