using System.Collections.Concurrent;
using SoeBot.Domain.Fences;
using SoeBot.JourneyTests.Simulation.Actions;
using SoeBot.Plants;
using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>
/// One plant for a year, or so many days of it: real slices, stores and sender in two processes on one store, a clock that jumps from one
/// thing to the next, and nothing left to chance but what the seed says. What is going on stands still while the clock moves.
/// </summary>
internal sealed class PlantYear : IAsyncDisposable
{
    private readonly PriorityQueue<(string Name, Func<Task> Do), (DateTimeOffset At, int Order)> _agenda = new();
    private readonly Dictionary<string, List<FakeMessage>> _places = [];
    private readonly ConcurrentQueue<string> _log = new();
    private readonly List<string> _trace = [];
    private readonly List<Broken> _broken = [];
    private readonly StreamWriter? _file = Environment.GetEnvironmentVariable("SOEBOT_TRACE") is { Length: > 0 } file ? new(file) { AutoFlush = true } : null;
    private int _order;

    private PlantYear(int seed, SimStore store, FakeTeams teams, SimTime time)
    {
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

    /// <summary>Share of the days on which a process dies.</summary>
    public double Deaths { get; init; }
    public IReadOnlyList<IAction> Actions { get; init; } = SimActions.All();
    public IReadOnlyList<IInvariant> Invariants { get; init; } = SimInvariants.All();
    public DateTimeOffset Now => Time.GetUtcNow();
    public DateOnly Today => Calendar.DayOf(Now);
    public IEnumerable<string> Trace => _trace;

    /// <summary>How often what happened.</summary>
    public SortedDictionary<string, int> Happened { get; } = new(StringComparer.Ordinal);

    public static async Task<PlantYear> NewAsync(int seed, StoreKind kind, double deaths = 0.06)
    {
        var time = new SimTime(SimPlant.Begin);
        return new(seed, await SimStore.NewAsync(kind), await FakeTeams.StartAsync(time), time) { Deaths = deaths };
    }

    public async Task RunAsync(int days)
    {
        SimLog.WriteTo(_log);
        foreach (var person in People) await Teams.Client.InstallAsync(person, Teams.Personal(person));
        await Teams.Client.InstallAsync(People[0], Channel);
        await Teams.Client.InstallAsync(People[0], Meeting);
        await TurnAsync(tick: true);
        for (var day = Today.AddDays(1); days-- > 0; day = day.AddDays(1))
        {
            await UntilAsync(Calendar.At(day, new TimeOnly(0, 10)));
            await TurnAsync(tick: true);
            CheckDay(atTheEnd: false);
            Teams.ForgetAllBut(600);
            Count("days");
            if (Calendar.Local(Calendar.At(day, new TimeOnly(12, 0))).Offset != Calendar.Local(Calendar.At(day.AddDays(-1), new TimeOnly(12, 0))).Offset) Count("clock changes");
            foreach (var action in Actions) action.PlanDay(this, day);
        }
        await UntilAsync(Now.AddHours(20));
        await RestAsync();
        CheckDay(atTheEnd: true);
    }

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

    /// <summary>What the processes do by themselves, until nothing is left that could be done now. Only parts that have something to do are turned.</summary>
    /// <param name="tick">Derives anew what should happen, and not only when something changed that asks for it.</param>
    public async Task TurnAsync(bool tick = false)
    {
        if ((tick || Deriving.At <= Now) && Processes.Any() is { } first)
        {
            Deriving.Now(Now);
            await first.TickAsync();
            while (first.Jobs.TryTake(out _)) { }
        }
        for (var (round, open) = (0, Open.Of(Store, Now)); round < 5; round++)
        {
            if (open.Occurrences) await WorkOccurrencesAsync(isFirst: round == 0);
            if (open.Inbox && Processes.Any() is { } second) await second.WorkInboxAsync();
            foreach (var one in Processes.Up)
                if (one.HasAnswers) await one.KeepAnswersAsync();
            if (Open.Of(Store, Now).Outbox && Processes.Any() is { } third) await third.SendAsync(Teams.TenantId, TimeSpan.FromMinutes(3), () => _broken.Count > 0);
            open = Open.Of(Store, Now);
            if (Processes.Any() is null || !open.IsAny) break;
            // Somebody died with it in hand, a job was lost, or the service said to wait.
            Time.Advance(TimeSpan.FromSeconds(31));
        }
        await Processes.BuryAsync();
        while (_log.TryDequeue(out var line)) Say(line);
        if (Teams.Violations.Count > 0) throw Fail(new Broken("the wire is kept", string.Join(' ', Teams.Violations)));
        if (_broken.Count > 0) throw Fail(_broken[0]);
    }

    private async Task WorkOccurrencesAsync(bool isFirst)
    {
        foreach (var kind in Store.Read($"SELECT kind FROM occurrences WHERE state = 'Pending' AND due_at <= {Now.UtcTicks} GROUP BY kind ORDER BY min(due_at)", row => row.GetString(0)))
        {
            // Hangfire may lose a job, or run it twice.
            var times = !isFirst ? 1 : Chance.Next(20) switch { 0 => 0, 1 => 2, _ => 1 };
            if (times != 1) Count(times == 0 ? "a job is lost" : "a job runs twice");
            for (; times > 0; times--)
                if (Processes.Any() is { } worker) await worker.WorkAsync(SimPlant.Id.Value, kind);
        }
    }

    private async Task UntilAsync(DateTimeOffset end)
    {
        while (true)
        {
            var due = Processes.Any() is null ? DateTimeOffset.MaxValue : Due();
            var next = _agenda.TryPeek(out _, out var soon) ? soon.At : DateTimeOffset.MaxValue;
            var at = due < next ? due : next;
            if (at > end) break;
            if (at > Now) Time.Advance(at - Now);
            if (next <= at)
            {
                var (name, action) = _agenda.Dequeue();
                Say(name);
                Count(name.Split(" for ")[0].Split(" after ")[0]);
                await action();
            }
            await TurnAsync();
        }
        if (end > Now) Time.Advance(end - Now);
    }

    /// <summary>When something is due by itself: an occurrence, a message's next try, deriving anew. What is overdue is looked at again a minute later.</summary>
    private DateTimeOffset Due()
    {
        var next = new[] { Open.Next(Store, Now), Deriving.At }.Min();
        return next <= Now ? Now.AddMinutes(1) : next;
    }

    /// <summary>The weather is fine, nobody dies any more, and all that waits is done.</summary>
    private async Task RestAsync()
    {
        Weather.Clear();
        Processes.AllUp();
        for (var round = 0; round < 6; round++)
        {
            Time.Advance(TimeSpan.FromMinutes(6));
            await TurnAsync(tick: true);
        }
    }

    private void Arrive(FakeMessage message, bool posted)
    {
        if (!posted) return;
        var row = Store.Read("SELECT id, key, kind, repeats, target, card_source, card_about, chain FROM outbox WHERE state = 'Sending'",
            one => new InHand(one.GetInt64(0), one.GetString(1), one.GetString(2), one.GetInt32(3), one.GetString(4), one.GetString(5), one.GetString(6), one.IsDBNull(7) ? null : one.GetString(7)));
        var place = message.ConversationId.Split(';')[0];
        if (!_places.TryGetValue(place, out var known)) known = _places[place] = [];
        known.Add(message);
        if (known.Count > 60) known.RemoveRange(0, 30);
        var arrival = new Arrival(row.Count == 1 ? row[0] : null, Now, People.FirstOrDefault(person => person.PersonalChatId == place), message);
        Arrivals.Add(arrival);
        Count(arrival.IsReminder ? "reminders sent" : "other messages sent");
        if (arrival.Row is { Repeats: > 0 }) Count("messages repeated because nobody knew their fate");
        Say($"  -> {(arrival.To?.Name ?? place)} {arrival.Row?.Key} {message.Summary}");
        foreach (var invariant in Invariants)
            if (invariant.Arrived(this, arrival) is { } what) _broken.Add(new Broken(invariant.Name, what));
        foreach (var action in Actions) action.Arrived(this, arrival);
    }

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
