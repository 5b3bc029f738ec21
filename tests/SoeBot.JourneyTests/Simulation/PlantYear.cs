using System.Collections.Concurrent;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.JourneyTests.Simulation.Actions;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>
/// One plant for a year, or so many days of it: real slices, stores and sender in two processes on one store, a clock that jumps from one
/// thing to the next, and nothing left to chance but what the seed says. What is going on stands still while the clock moves.
/// </summary>
internal sealed partial class PlantYear : IAsyncDisposable
{
    /// <summary>So often it is looked at in weeks in which nearly nothing happens; what should happen is derived half a month ahead.</summary>
    private const int QuietDays = 7;

    private readonly PriorityQueue<(string Name, Func<Task> Do), (DateTimeOffset At, int Order)> _agenda = new();
    private readonly Dictionary<string, List<FakeMessage>> _places = [];
    private readonly ConcurrentQueue<string> _log = new();
    private readonly List<string> _trace = [];
    private readonly List<Broken> _broken = [];
    private readonly StreamWriter? _file = Environment.GetEnvironmentVariable("SOEBOT_TRACE") is { Length: > 0 } file ? new(file) { AutoFlush = true } : null;
    private readonly SimWeeks _weeks;
    private int _order;

    private PlantYear(int seed, bool dense, SimStore store, FakeTeams teams, SimTime time)
    {
        _weeks = new(SimPlant.FirstMonday, new Random(seed + 2), dense);
        (Seed, Chance, Store, Teams, Time) = (seed, new Random(seed), store, teams, time);
        (Weather, Deriving) = (new(new Random(seed + 1)), new(store));
        Wire = new(teams, Weather.Fate) { Arrived = Arrive };
        var settings = new Dictionary<string, string?>(teams.BotSettings.Concat(store.Settings).Concat(SimPlant.Settings(new Random(seed))));
        Processes = new(this, settings);
        Plant = Processes.Any()!.Get<PlantProfiles>().Get(SimPlant.Id);
        People = [.. SimPlant.People.Select(one => teams.Person(one.Name))];
        Channel = teams.Channel("S&OE");
        Meeting = teams.Meeting("Weekly execution", [.. People]);
        var token = (Until: DateTimeOffset.MinValue, Text: "");
        teams.Client.ConnectTo(new HttpClient(new Door(() => Processes.Any(), Token)), new Uri("http://bot/api/messages"), signed: false);
        teams.Client.MayBeDown = true;

        string Token()
        {
            if (Time.GetUtcNow() > token.Until) token = (Time.GetUtcNow().AddHours(20), teams.Tokens.Create(Time.GetUtcNow(), expiresIn: TimeSpan.FromHours(21)));
            return token.Text;
        }
    }

    public int Seed { get; }
    public Spent Spent { get; } = new();
    public Random Chance { get; }
    public SimStore Store { get; }
    public FakeTeams Teams { get; }
    public FakeWire Wire { get; }
    public SimTime Time { get; }
    public Weather Weather { get; }
    public Deriving Deriving { get; }
    public Processes Processes { get; }
    public PlantProfile Plant { get; }
    public PlantCalendar Calendar => Plant.Calendar;
    public IReadOnlyList<FakePerson> People { get; }
    /// <summary>Those who have not left.</summary>
    public IReadOnlyList<FakePerson> AtWork => [.. People.Where(person => !person.HasLeft)];
    public FakeConversation Channel { get; }
    public FakeConversation Meeting { get; }
    public List<Arrival> Arrivals { get; } = [];
    public List<ChangedLine> ChangedInTheErp { get; } = [];

    /// <summary>What people wrote, as it was answered.</summary>
    public List<BotAnswer> Posted { get; } = [];

    /// <summary>Share of the lively days on which a process dies.</summary>
    public double Deaths { get; init; }
    public IReadOnlyList<IAction> Actions { get; init; } = SimActions.All();
    public IReadOnlyList<IInvariant> Invariants { get; init; } = SimInvariants.All();
    public DateTimeOffset Now => Time.GetUtcNow();
    public DateOnly Today => Calendar.DayOf(Now);
    public IEnumerable<string> Trace => _trace;

    /// <summary>When all was looked at before.</summary>
    public DateTimeOffset LastCheck { get; private set; } = SimPlant.Begin;

    /// <summary>The plan as it stands in the ERP.</summary>
    public PlanSnapshot InTheErp { get; set; } = SimPlant.PlanOn(DateOnly.FromDateTime(SimPlant.Begin.UtcDateTime));

    /// <summary>What the ERP was told of approved requests.</summary>
    public List<AgreedInTheErp> AgreedInTheErp { get; } = [];

    /// <summary>How often what happened.</summary>
    public SortedDictionary<string, int> Happened { get; } = new(StringComparer.Ordinal);

    /// <param name="seed">All that is left to chance comes from it.</param>
    /// <param name="kind">Where it is kept.</param>
    /// <param name="dense">In each week people do much, as long as a year lasts; ten times the work.</param>
    /// <param name="deaths">Share of the lively days on which a process dies.</param>
    public static async Task<PlantYear> NewAsync(int seed, StoreKind kind, bool dense, double deaths = 0.12)
    {
        var time = new SimTime(SimPlant.Begin);
        return new(seed, dense, await SimStore.NewAsync(kind), await FakeTeams.StartAsync(time), time) { Deaths = deaths };
    }

    public async Task RunAsync(int days)
    {
        SimLog.WriteTo(_log);
        foreach (var person in People) await Teams.Client.InstallAsync(person, Teams.Personal(person));
        await Teams.Client.InstallAsync(People[0], Channel);
        await Teams.Client.InstallAsync(People[0], Meeting);
        // In two plants of three somebody stands in for the plant manager.
        if (Seed % 3 != 0) await Processes.Any()!.Get<DeputyStore>().SetAsync(SimPlant.Id, Role.PlantManager, PersonKey.Of(People[7].TenantId, People[7].AadObjectId), Effect.None, CancellationToken.None);
        await TurnAsync(tick: true);
        for (var day = Today.AddDays(1); days-- > 0; day = day.AddDays(1))
        {
            await UntilAsync(Calendar.At(day, new TimeOnly(0, 10)));
            if (IsLively(day) || IsLively(day.AddDays(-1)) || day.DayNumber % QuietDays == 0)
            {
                await TurnAsync(tick: true);
                CheckDay(atTheEnd: false);
                LastCheck = Now;
                Teams.ForgetAllBut(600);
            }
            Count("days");
            if (Calendar.Local(Calendar.At(day, new TimeOnly(12, 0))).Offset != Calendar.Local(Calendar.At(day.AddDays(-1), new TimeOnly(12, 0))).Offset) Count("clock changes");
            if (IsLively(day)) Count("lively days");
            if (Calendar.Holidays.Contains(day)) Count("holidays");
            foreach (var action in Actions)
                if (action.IsAlways || IsLively(day)) action.PlanDay(this, day);
        }
        await UntilAsync(Now.AddHours(20));
        await RestAsync();
        CheckDay(atTheEnd: true);
    }

    /// <summary>Whether people do much in the week of that day.</summary>
    public bool IsLively(DateOnly day) => _weeks.IsLively(day);

    /// <summary>So much later; what lies in the past by then happens at once.</summary>
    public void Plan(DateTimeOffset at, string name, Func<Task> action) => _agenda.Enqueue((name, action), (at, _order++));

    public void Plan(TimeSpan wait, string name, Func<Task> action) => Plan(Now + wait, name, action);

    public void Count(string what, int times = 1) => Happened[what] = Happened.GetValueOrDefault(what) + times;

    public bool Happens(double share) => Chance.NextDouble() < share;

    public T Pick<T>(IReadOnlyList<T> of) => of[Chance.Next(of.Count)];

    public void Say(string what)
    {
        _trace.Add($"{Calendar.Local(Now):MM-dd HH:mm:ss} {what}");
        _file?.WriteLine(_trace[^1]);
    }

    /// <summary>The newest first.</summary>
    public IEnumerable<FakeMessage> Newest(FakeConversation where) => _places.TryGetValue(where.IdWithoutThread, out var known) ? Enumerable.Reverse(known) : [];

    private void Arrive(FakeMessage message, bool posted)
    {
        if (!posted)
        {
            if (ReaderOf(message) is { } reader) Show(reader, message);
            return;
        }
        var row = Store.Read("SELECT id, key, kind, repeats, target, card_source, card_about, chain FROM outbox WHERE state = 'Sending' AND @at >= 0", Now,
            one => new InHand(one.GetInt64(0), one.GetString(1), one.GetString(2), one.GetInt32(3), one.GetString(4), one.GetString(5), one.GetString(6), one.IsDBNull(7) ? null : one.GetString(7)));
        var place = message.ConversationId.Split(';')[0];
        if (!_places.TryGetValue(place, out var known)) known = _places[place] = [];
        known.Add(message);
        if (known.Count > 60) known.RemoveRange(0, 30);
        var arrival = new Arrival(row.Count == 1 ? row[0] : null, Now, ReaderOf(message), message);
        Arrivals.Add(arrival);
        Count(arrival.IsReminder ? "reminders sent" : "other messages sent");
        Count($"cards of {arrival.Row?.Source}");
        if (arrival.Row is { Repeats: > 0 }) Count("messages repeated because nobody knew their fate");
        Say($"  -> {(arrival.To?.Name ?? place)} {arrival.Row?.Key} {message.Summary}");
        foreach (var invariant in Invariants)
            if (invariant.Arrived(this, arrival) is { } what) _broken.Add(new Broken(invariant.Name, what));
        foreach (var action in Actions) action.Arrived(this, arrival);
    }

    /// <summary>Whoever answers to what they see now.</summary>
    public void Show(FakePerson who, FakeMessage message)
    {
        foreach (var action in Actions) action.Shown(this, who, message);
    }

    /// <summary>Whose own chat it is in.</summary>
    private FakePerson? ReaderOf(FakeMessage message) => People.FirstOrDefault(person => person.PersonalChatId == message.ConversationId.Split(';')[0]);

    private void CheckDay(bool atTheEnd)
    {
        foreach (var invariant in Invariants)
            if ((atTheEnd ? invariant.AtTheEnd(this) : invariant.Daily(this)) is { } what) throw Fail(new Broken(invariant.Name, what));
    }

    private Broken Fail(Broken broken)
    {
        Say($"BROKEN {broken.Message}");
        return broken;
    }

    public async ValueTask DisposeAsync()
    {
        await Processes.DisposeAsync();
        _file?.Dispose();
        Teams.AllowsViolations = true;
        await Teams.DisposeAsync();
        await Store.DisposeAsync();
    }
}
