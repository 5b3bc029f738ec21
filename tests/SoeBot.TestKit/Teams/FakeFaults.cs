namespace SoeBot.TestKit.Teams;

/// <summary>What goes wrong next. Each fault takes the next writes that it fits and is then used up.</summary>
public sealed class FakeFaults
{
    private static readonly int[] Broken = [500, 502, 503, 504];
    private const int MostInARow = 3;
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];
    private readonly Dictionary<string, int> _unlucky = [];
    private Func<Fault?>? _lot;
    private int _hanging;

    /// <summary>429, nothing is stored.</summary>
    public void Throttle(int times = 1, TimeSpan? retryAfter = null, Func<FakeRequest, bool>? when = null) =>
        Add(new Fault(times, when) { Status = 429, Code = "Throttled", RetryAfter = retryAfter });

    public void FailBeforeStoring(int status = 500, string code = "ServiceError", int times = 1, Func<FakeRequest, bool>? when = null) =>
        Add(new Fault(times, when) { Status = status, Code = code });

    /// <summary>The message is there and the answer says that it failed.</summary>
    public void FailAfterStoring(int status = 502, int times = 1, Func<FakeRequest, bool>? when = null) =>
        Add(new Fault(times, when) { Status = status, Code = "ServiceError", Stores = true });

    /// <summary>The message is there and no answer comes.</summary>
    public void TimeOutAfterStoring(int times = 1, Func<FakeRequest, bool>? when = null) =>
        Add(new Fault(times, when) { Hangs = true, Stores = true });

    /// <summary>Nothing is stored and no answer comes.</summary>
    public void TimeOutBeforeStoring(int times = 1, Func<FakeRequest, bool>? when = null) => Add(new Fault(times, when) { Hangs = true });

    /// <summary>
    /// Every write may fail, drawn by lot: so many of a hundred with 429, half of those with a time to wait; so many with a 5xx before anything
    /// is stored; and so many are stored and never answered. The wait for such an answer is not played, only its loss. To the same address three
    /// fail in a row at most, so that nothing is given up by bad luck alone.
    /// </summary>
    public void ByLot(Random random, int throttled = 10, int failing = 5, int lost = 2)
    {
        lock (_gate)
        {
            _lot = () => random.Next(100) switch
            {
                var drawn when drawn < throttled => new Fault(1, null) { Status = 429, Code = "Throttled", RetryAfter = drawn % 2 == 0 ? TimeSpan.FromSeconds(1) : null },
                var drawn when drawn < throttled + failing => new Fault(1, null) { Status = Broken[drawn % Broken.Length], Code = "ServiceError" },
                var drawn when drawn < throttled + failing + lost => new Fault(1, null) { Cuts = true, Stores = true },
                _ => null,
            };
        }
    }

    /// <summary>How many requests have begun to wait for an answer that does not come.</summary>
    public int Hanging => Volatile.Read(ref _hanging);

    public void CutConnection(bool afterStoring, int times = 1, Func<FakeRequest, bool>? when = null) =>
        Add(new Fault(times, when) { Cuts = true, Stores = afterStoring });

    /// <summary>Somebody else edits at the same moment.</summary>
    public void Conflict(int times = 1, Func<FakeRequest, bool>? when = null) =>
        Add(new Fault(times, when) { Status = 412, Code = "PreconditionFailed" });

    /// <summary>Any answer at all, with a body as it is.</summary>
    public void Answer(int status, string body, int times = 1, bool stores = false, Func<FakeRequest, bool>? when = null) =>
        Add(new Fault(times, when) { Status = status, RawBody = body, Stores = stores });

    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
            _lot = null;
        }
    }

    internal void Hangs() => Interlocked.Increment(ref _hanging);

    internal Fault? Take(FakeRequest request)
    {
        lock (_gate)
        {
            var fault = _faults.FirstOrDefault(one => one.When?.Invoke(request) ?? request.Method != "GET");
            if (fault is not null && --fault.Times == 0)
            {
                _faults.Remove(fault);
            }

            return fault ?? (request.Method == "GET" ? null : Drawn(request));
        }
    }

    private Fault? Drawn(FakeRequest request)
    {
        var address = $"{request.Method} {request.Path}";
        var (drawn, before) = (_lot?.Invoke(), _unlucky.GetValueOrDefault(address));
        if (drawn is null || before >= MostInARow) _unlucky.Remove(address);
        else _unlucky[address] = before + 1;
        return before < MostInARow ? drawn : null;
    }

    private void Add(Fault fault)
    {
        lock (_gate)
        {
            _faults.Add(fault);
        }
    }

    internal sealed class Fault(int times, Func<FakeRequest, bool>? when)
    {
        public int Times { get; set; } = times;

        public Func<FakeRequest, bool>? When { get; } = when;

        public int Status { get; init; }

        public string Code { get; init; } = "";

        public string? RawBody { get; init; }

        public TimeSpan? RetryAfter { get; init; }

        public bool Stores { get; init; }

        public bool Hangs { get; init; }

        public bool Cuts { get; init; }
    }
}
