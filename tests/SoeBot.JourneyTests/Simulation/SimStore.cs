using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SoeBot.Connectors.Csv;
using SoeBot.Domain.People;
using SoeBot.Import;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.TestKit.Postgres;
using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>The store of one year: a copy of one that was migrated, given a plan and its people once. Read from beside the processes in plain SQL.</summary>
internal sealed class SimStore : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteAsync);
    private readonly DbConnection _rows;
    private readonly Dictionary<string, DbCommand> _prepared = [];
    private readonly string? _folder;

    private SimStore(StoreKind kind, string text, string? folder)
    {
        (Settings, _folder) = (Of(kind, text), folder);
        _rows = kind == StoreKind.Sqlite ? new SqliteConnection($"{text};Pooling=False") : new NpgsqlConnection($"{text};Pooling=False");
        _rows.Open();
    }

    public IReadOnlyDictionary<string, string?> Settings { get; }

    public static async Task<SimStore> NewAsync(StoreKind kind)
    {
        if (kind == StoreKind.PostgreSql)
            return new(kind, await (await PostgresCluster.SharedAsync()).CreateFromTemplateAsync("plant_year", text => PrepareAsync(Of(kind, text))), null);
        var folder = Folder();
        File.Copy(await SqliteTemplate.Value, Path.Combine(folder, "soebot.db"));
        return new(kind, Sqlite(folder), folder);
    }

    public List<T> Read<T>(string sql, Func<DbDataReader, T> read)
    {
        using var command = _rows.CreateCommand();
        command.CommandText = sql;
        return Read(command, read);
    }

    /// <summary>The same for what is asked again and again.</summary>
    /// <param name="sql">Words that stay as they are; the instant is <c>@at</c>.</param>
    /// <param name="at">In ticks.</param>
    /// <param name="read">One row.</param>
    public List<T> Read<T>(string sql, DateTimeOffset at, Func<DbDataReader, T> read)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = command = _rows.CreateCommand();
            command.CommandText = sql;
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@at", at.UtcTicks);
            command.Parameters.Add(parameter);
            command.Prepare();
        }
        command.Parameters[0].Value = at.UtcTicks;
        return Read(command, read);
    }

    private static List<T> Read<T>(DbCommand command, Func<DbDataReader, T> read)
    {
        using var reader = command.ExecuteReader();
        var found = new List<T>();
        while (reader.Read()) found.Add(read(reader));
        return found;
    }

    public void Execute(string sql)
    {
        using var command = _rows.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values) await command.DisposeAsync();
        await _rows.DisposeAsync();
        if (_folder is null) return;
        SqliteConnection.ClearPool(new SqliteConnection(Settings["Store:ConnectionString"]));
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>In memory where the machine has a place for that: each commit is flushed.</summary>
    private static string Folder() => Directory.Exists("/dev/shm")
        ? Directory.CreateDirectory($"/dev/shm/soebot-year-{Guid.NewGuid():N}").FullName : Directory.CreateTempSubdirectory("soebot-year-").FullName;

    private static string Sqlite(string folder) => $"Data Source={Path.Combine(folder, "soebot.db")}";

    private static Dictionary<string, string?> Of(StoreKind kind, string text) => new() { ["Store:Provider"] = kind.ToString(), ["Store:ConnectionString"] = text };

    private static async Task<string> MakeSqliteAsync()
    {
        var folder = Folder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await PrepareAsync(Of(StoreKind.Sqlite, Sqlite(folder)));
        SqliteConnection.ClearPool(new SqliteConnection(Sqlite(folder)));
        return Path.Combine(folder, "soebot.db");
    }

    private static async Task PrepareAsync(Dictionary<string, string?> store)
    {
        await using var teams = await FakeTeams.StartAsync();
        var settings = new Dictionary<string, string?>(teams.BotSettings.Concat(store).Concat(SimPlant.Settings(new Random(1))));
        await using var replica = new Replica("template", settings, new SimTime(SimPlant.Begin), new FakeWire(teams, _ => null), NullLoggerFactory.Instance, 1);
        await replica.Get<StoreSchema>().MigrateAsync(CancellationToken.None);
        var plan = Directory.CreateTempSubdirectory("soebot-year-plan-");
        PlanCsvWriter.Write(SimPlant.PlanOn(DateOnly.FromDateTime(SimPlant.Begin.UtcDateTime)), name => File.CreateText(Path.Combine(plan.FullName, name)));
        var plant = replica.Get<PlantProfiles>().Get(SimPlant.Id);
        var report = await replica.Get<ImportPlan>().RunAsync(plant, plan.FullName, null, null, freeze: true, CancellationToken.None);
        if (report.Version != 1) throw new InvalidOperationException(string.Join('\n', report.Lines));
        plan.Delete(recursive: true);
        foreach (var (name, roles) in SimPlant.People)
        {
            var person = teams.Person(name);
            var key = PersonKey.Of(person.TenantId, person.AadObjectId);
            await replica.Get<PeopleStore>().SeenAsync(key, name, person.Mri, "Europe/Berlin", "en-GB", CancellationToken.None);
            foreach (var role in roles) await replica.Get<PeopleStore>().GrantAsync(SimPlant.Id, key, role, Effect.None, CancellationToken.None);
        }
    }
}
