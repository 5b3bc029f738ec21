using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoeBot.Store;
using SoeBot.Store.Audit;
using SoeBot.Store.Changes;
using SoeBot.Store.Contests;
using SoeBot.Store.Conversations;
using SoeBot.Store.Database;
using SoeBot.Store.Decisions;
using SoeBot.Store.HandOver;
using SoeBot.Store.Inbox;
using SoeBot.Store.Meetings;
using SoeBot.Store.Minutes;
using SoeBot.Store.Occurrences;
using SoeBot.Store.OnlineMeetings;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Store.Plants;
using SoeBot.Store.Problems;
using SoeBot.Store.Reach;
using SoeBot.Store.Reading;
using SoeBot.Store.Reminders;
using SoeBot.Store.Risks;
using SoeBot.Store.SentPlans;
using SoeBot.Store.Sop;
using SoeBot.TestKit.Postgres;

namespace SoeBot.UnitTests.Store;

/// <summary>All stores over a real database of its own, as one process of the app has them.</summary>
internal sealed class StoreUnderTest : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private readonly ServiceProvider _services;
    private readonly string? _folder;
    private readonly CancellationTokenSource _end = new();
    private Task _listening = Task.CompletedTask;

    public StoreUnderTest(StoreProvider provider, string connection, string? folder = null, ILoggerFactory? loggers = null, TimeProvider? time = null)
    {
        (Provider, Connection, _folder, Sender) = (provider, connection, folder, new(this));
        var settings = new Dictionary<string, string?> { ["Store:Provider"] = provider.ToString(), ["Store:ConnectionString"] = connection };
        var services = new ServiceCollection();
        if (loggers is not null) services.AddSingleton(loggers);
        if (time is not null) services.AddSingleton(time);
        _services = services
            .AddSoeStore(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
    }

    public StoreProvider Provider { get; }
    public string Connection { get; }
    public SenderUnderTest Sender { get; }
    public StoreSchema Schema => Get<StoreSchema>();
    public PlanStore Plans => Get<PlanStore>();
    public OutboxStore Outbox => Get<OutboxStore>();
    public ReachStore Reach => Get<ReachStore>();
    public OutboxLeaseStore Leases => Get<OutboxLeaseStore>();
    public OutboxSignal OutboxSignal => Get<OutboxSignal>();
    public HandOverSignal HandOverSignal => Get<HandOverSignal>();
    public InboxStore Inbox => Get<InboxStore>();
    public InvokeAnswerStore InvokeAnswers => Get<InvokeAnswerStore>();
    public InboxSignal InboxSignal => Get<InboxSignal>();
    public PeopleStore People => Get<PeopleStore>();
    public AbsenceStore Absences => Get<AbsenceStore>();
    public DepartureStore Departures => Get<DepartureStore>();
    public RightsStore DecisionRights => Get<RightsStore>();
    public DeputyStore Deputies => Get<DeputyStore>();
    public ConversationStore Conversations => Get<ConversationStore>();
    public DecisionStore Decisions => Get<DecisionStore>();
    public DecisionSight DecisionSight => Get<DecisionSight>();
    public ChangeStore Changes => Get<ChangeStore>();
    public ViolationStore Violations => Get<ViolationStore>();
    public HandOverStore HandOvers => Get<HandOverStore>();
    public ChangeSight ChangeSight => Get<ChangeSight>();
    public MinutesStore Minutes => Get<MinutesStore>();
    public SopStore Sop => Get<SopStore>();
    public MeetingStore Meetings => Get<MeetingStore>();
    public MeetingDateStore MeetingDates => Get<MeetingDateStore>();
    public AtRiskStore AtRisk => Get<AtRiskStore>();
    public ContestStore Contests => Get<ContestStore>();
    public CauseOwnerStore CauseOwners => Get<CauseOwnerStore>();
    public OccurrenceStore Occurrences => Get<OccurrenceStore>();
    public ReminderStore Reminders => Get<ReminderStore>();
    public DashboardPasses DashboardPasses => Get<DashboardPasses>();
    public SentPlanStore SentPlans => Get<SentPlanStore>();
    public OnlineMeetingStore OnlineMeetings => Get<OnlineMeetingStore>();
    public PlantStore Plants => Get<PlantStore>();
    public AuditStore Audit => Get<AuditStore>();
    public SoeDatabase Database => Get<SoeDatabase>();

    public static async Task<StoreUnderTest> NewAsync(StoreProvider provider, ILoggerFactory? loggers = null, TimeProvider? time = null)
    {
        if (provider == StoreProvider.PostgreSql)
        {
            var cluster = await PostgresCluster.SharedAsync();
            return new(provider, await cluster.CreateFromTemplateAsync("store", connection => MigrateAsync(provider, connection)), loggers: loggers, time: time);
        }
        var folder = Directory.CreateTempSubdirectory("soebot-store-").FullName;
        File.Copy(await SqliteTemplate.Value, Path.Combine(folder, "soebot.db"));
        return new(provider, Sqlite(folder), folder, loggers, time);
    }

    /// <summary>A database that was never migrated.</summary>
    public static async Task<StoreUnderTest> EmptyAsync(StoreProvider provider)
    {
        if (provider == StoreProvider.PostgreSql) return new(provider, await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync());
        var folder = Directory.CreateTempSubdirectory("soebot-store-").FullName;
        return new(provider, Sqlite(folder), folder);
    }

    public static StoreUnderTest Over(StoreProvider provider, string connection) => new(provider, connection);

    /// <summary>A second process of the app on the same database.</summary>
    public StoreUnderTest Another(ILoggerFactory? loggers = null) => new(Provider, Connection, loggers: loggers);

    /// <summary>Hears what other processes announce, until it is disposed.</summary>
    public void Listen() => _listening = Get<PostgresWakeUps>().ListenAsync(_end.Token);

    /// <summary>Past all stores, for what a test must see or break.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        await using var db = await Database.OpenAsync(CancellationToken.None);
        return (await db.Database.SqlQueryRaw<T>(sql).ToListAsync()).Single();
    }

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var db = await Database.OpenAsync(CancellationToken.None);
        return await db.Database.ExecuteSqlRawAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening;
        _end.Dispose();
        await _services.DisposeAsync();
        if (_folder is null) return;
        SqliteConnection.ClearPool(new SqliteConnection(Connection));
        Directory.Delete(_folder, recursive: true);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private static string Sqlite(string folder) => $"Data Source={Path.Combine(folder, "soebot.db")}";

    private static async Task MigrateAsync(StoreProvider provider, string connection)
    {
        await using var store = new StoreUnderTest(provider, connection);
        await store.Schema.MigrateAsync(CancellationToken.None);
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("soebot-store-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await MigrateAsync(StoreProvider.Sqlite, Sqlite(folder));
        SqliteConnection.ClearPool(new SqliteConnection(Sqlite(folder)));
        return Path.Combine(folder, "soebot.db");
    }
}
