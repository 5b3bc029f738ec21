using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;

namespace SoeBot.Domain.Risk;

/// <summary>The drivers of one open order line, each 0 to 1 with its number in words (R46). A driver without data is not there.</summary>
internal sealed class Drivers
{
    private readonly RankingInput _input;
    private readonly PegBook _book;
    private readonly LateHistory _history;
    private readonly Complexity? _complexity;
    private readonly int[] _points;
    private readonly int[] _workingDays = new int[400]; // after today up to today plus so many days
    private readonly List<PurchaseLine> _supplies = [];

    /// <summary>Many lines wait for the same item and the same supply.</summary>
    private readonly Dictionary<int, LateExpectation?> _made = [], _received = [];

    /// <summary>Null while a line only has to be scored: then nobody reads words.</summary>
    private List<RiskDriver>? _told;
    private decimal _sum, _weights;

    /// <param name="demands">The demands of all lines that are ranked: complexity is a rank among them.</param>
    public Drivers(RankingInput input, IReadOnlyList<int> demands)
    {
        (_input, _book) = (input, input.Book);
        _history = input.History ?? LateHistory.From(_book.Plan, _book.Today, input.Settings);
        _complexity = _book.Plan.Bill is { Count: > 0 } ? new Complexity(_book) : null;
        for (var i = 1; i < _workingDays.Length; i++)
            _workingDays[i] = _workingDays[i - 1] + (input.Calendar.IsWorkingDay(_book.Today.AddDays(i)) ? 1 : 0);
        _points = [];
        if (_complexity is null) return;
        _points = new int[demands.Count];
        for (var i = 0; i < _points.Length; i++) _points[i] = _complexity.Points(demands[i]);
        Array.Sort(_points);
    }

    private Drivers(Drivers other) =>
        (_input, _book, _history, _complexity, _points, _workingDays) = (other._input, other._book, other._history, other._complexity, other._points, other._workingDays);

    /// <summary>The same for another thread.</summary>
    public Drivers Another() => new(this);

    /// <inheritdoc cref="Ranking.Score"/>
    public decimal Score(ProjectedLine line, int demand)
    {
        (_told, _sum, _weights) = (null, 0, 0);
        TellAll(line, demand);
        return Ranking.Mean(_sum, _weights);
    }

    /// <summary>The same in words, the strongest first.</summary>
    public List<RiskDriver> Of(ProjectedLine line, int demand)
    {
        var told = _told = new List<RiskDriver>(5);
        TellAll(line, demand);
        told.Sort((a, b) =>
        {
            var order = (b.Score * _input.Settings.WeightOf(b.Kind)).CompareTo(a.Score * _input.Settings.WeightOf(a.Kind));
            return order != 0 ? order : a.Kind.CompareTo(b.Kind);
        });
        return told;
    }

    private void TellAll(ProjectedLine line, int demand)
    {
        Supply(line, demand);
        Time(line, demand);
        History(line, demand);
        Change(line);
        Complex(demand);
    }

    private void Tell(RiskDriverKind kind, decimal score, string words)
    {
        if (_told is not null)
        {
            _told.Add(new RiskDriver(kind, score, words));
            return;
        }
        var weight = _input.Settings.WeightOf(kind);
        _sum += weight * score;
        _weights += weight;
    }

    /// <summary>Nothing that could cover an order is in the plan: no day can be projected.</summary>
    public bool IsUnprojected => _book.Plan is { Stock: null, Schedule: null, Purchases: null };

    private void Supply(ProjectedLine line, int demand)
    {
        if (IsUnprojected) return;
        Tell(RiskDriverKind.Supply, 1 - line.Covered, !IsSaid ? "" :
            $"{_book.Items.Name(_book.Demands[demand].Item)} covers {PlanWords.Percent(line.Covered)} by {PlanWords.Day(_book.Demands[demand].Need)}");
    }

    /// <summary>Critical ratio: working days left over working days still needed; 1 or less scores 1, three times as many score 0.</summary>
    private void Time(ProjectedLine line, int demand)
    {
        var left = WorkingDaysTo(line.Line.Commitment);
        if (IsUnprojected)
        {
            // Without a projection only what is past due is known of its time.
            if (left < 0) Tell(RiskDriverKind.Time, 1, "past due");
            return;
        }
        if (line.Projected is not { } projected)
        {
            Tell(RiskDriverKind.Time, 1, IsSaid ? $"{Days(left)} left and no day known" : "");
            return;
        }
        var work = WorkingDaysTo(projected);
        if (work <= 0) Tell(RiskDriverKind.Time, line.IsLate ? 1 : 0, line.IsLate ? "past due" : "nothing left to wait for");
        else Tell(RiskDriverKind.Time, line.IsLate ? 1 : Math.Clamp((3 - ((decimal)left / work)) / 2, 0, 1), IsSaid ? $"{Days(left)} left, {Days(work)} still needed" : "");
    }

    private bool IsSaid => _told is not null;

    private static string Days(int days) => days < 0 ? "no time" : PlanWords.Count(days, "working day", "working days");

    private void History(ProjectedLine line, int demand)
    {
        _supplies.Clear();
        LateExpectation? received = null;
        foreach (var peg in _book.Of(demand))
        {
            if (_book.SupplyAt(peg.Supply) is not { Kind: SupplyKind.Purchase, Row: var row }) continue;
            var purchase = _book.Plan.Purchases![row];
            _supplies.Add(purchase);
            if (!_received.TryGetValue(row, out var its)) _received[row] = its = _history.OfSupply(purchase);
            received = LateHistory.Worse(received, its);
        }
        var item = _book.DemandAt(demand).Item;
        if (!_made.TryGetValue(item, out var made)) _made[item] = made = _history.OfMaking(line.Line.Item);
        if (_history.Of(line.Line, made, received, _book.Today) is not { } expected) return;
        Tell(RiskDriverKind.History, expected.Score, !IsSaid ? "" : LateWords.Of(
            expected, LateTraits.Of(line.Line), _book.Items.Name(_book.Demands[demand].Item), _supplies.Count > 0 ? _supplies[0].Supplier : null, _input.Settings.HistoryDays));
    }

    private void Change(ProjectedLine line)
    {
        if (_input.RecentChanges is not { } all) return;
        decimal weight = 0;
        var count = 0;
        RecentChange? last = null;
        var first = _book.Today;
        foreach (var change in all.GetValueOrDefault(line.Line.Order) ?? [])
        {
            var age = _book.Today.DayNumber - change.Day.DayNumber;
            if (age < 0 || age >= _input.Settings.ChangeDays) continue;
            weight += 1 - (decimal)age / _input.Settings.ChangeDays;
            count++;
            if (change.Day < first) first = change.Day;
            if (last is null || change.Day >= last.Day) last = change;
        }
        if (last is null)
        {
            Tell(RiskDriverKind.RecentChange, 0, IsSaid ? $"no change in {_input.Settings.ChangeDays} days" : "");
            return;
        }
        var times = count switch { 1 => "once", 2 => "twice", _ => $"{count} times" };
        Tell(RiskDriverKind.RecentChange, Math.Min(1, weight / 2), !IsSaid ? "" :
            $"changed {times} since {PlanWords.Day(first)}: {last.Words}");
    }

    private void Complex(int demand)
    {
        if (_complexity is null) return;
        var points = _complexity.Points(demand);
        int below = 0, high = _points.Length; // how many have fewer points
        while (below < high)
        {
            var middle = (below + high) / 2;
            if (_points[middle] < points) below = middle + 1; else high = middle;
        }
        var share = _points.Length > 1 ? (decimal)below / (_points.Length - 1) : 0;
        Tell(RiskDriverKind.Complexity, Math.Clamp(share, 0, 1), !IsSaid ? "" :
            $"{PlanWords.Count(_complexity.Components(_book.Demands[demand].Item), "component", "components")}, more complex than {PlanWords.Percent(share)} of the open lines");
    }

    /// <summary>Working days after today up to a day; below zero when it is past.</summary>
    private int WorkingDaysTo(DateOnly day)
    {
        var ahead = day.DayNumber - _book.Today.DayNumber;
        return ahead < 0 ? -1 : ahead < _workingDays.Length ? _workingDays[ahead] : _workingDays[^1] + (ahead - _workingDays.Length) * 5 / 7;
    }
}
