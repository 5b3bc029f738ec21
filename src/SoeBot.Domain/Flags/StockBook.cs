namespace SoeBot.Domain.Flags;

/// <summary>What comes and goes per item and day of the horizon, in two arrays.</summary>
internal sealed class StockBook
{
    private readonly int[] _slot;
    private readonly List<int> _items = [];
    private readonly decimal[] _moves, _onHand, _open, _missing, _nextQuantity;
    private readonly int[] _lines, _next, _short;
    private readonly DateOnly _today;
    private readonly int _days, _openDays;

    public StockBook(PlanIndex index, DateOnly today, int days, int openDays)
    {
        (_today, _days, _openDays) = (today, days + 1, openDays);
        _slot = new int[index.Count];
        foreach (var line in index.Plan.Stock ?? []) _slot[index.Find(line.Item)] = -1;
        var wanted = new bool[index.Count];
        for (var row = 0; row < (index.Plan.Orders?.Count ?? 0); row++)
            if (index.Plan.Orders![row].OpenQuantity > 0) wanted[index.OfOrder(row)] = true;
        foreach (var line in index.Plan.Forecast ?? []) wanted[index.Find(line.Item)] = true;
        for (var item = 0; item < _slot.Length; item++)
        {
            if (_slot[item] < 0 && wanted[item])
            {
                _items.Add(item);
                _slot[item] = _items.Count;
            }
            else _slot[item] = 0;
        }
        _moves = new decimal[_items.Count * _days];
        _onHand = new decimal[_items.Count];
        _open = new decimal[_items.Count];
        _nextQuantity = new decimal[_items.Count];
        _missing = new decimal[_items.Count];
        _lines = new int[_items.Count];
        _short = new int[_items.Count];
        _next = new int[_items.Count];
        Array.Fill(_next, int.MaxValue);
        foreach (var line in index.Plan.Stock ?? [])
            if (Slot(index.Find(line.Item)) is >= 0 and var slot) _onHand[slot] += line.OnHand - line.OnHold;
    }

    /// <summary>It has a stock row, and somebody orders it or it is forecast.</summary>
    public bool Follows(int item) => _slot[item] > 0;

    /// <summary>Somebody waits for it: an open order line.</summary>
    public void Ask(int item, DateOnly day, decimal pieces)
    {
        if (Slot(item) is not (>= 0 and var slot) || Day(day) is not (>= 0 and var at)) return;
        _moves[slot * _days + at] -= pieces;
        if (at > _openDays) return;
        _open[slot] += pieces;
        _lines[slot]++;
    }

    /// <summary>It will be taken, by nobody's order: forecast, a component.</summary>
    public void Expect(int item, DateOnly day, decimal pieces)
    {
        if (Slot(item) is >= 0 and var slot && Day(day) is >= 0 and var at) _moves[slot * _days + at] -= pieces;
    }

    public void Bring(int item, DateOnly day, decimal pieces)
    {
        if (Slot(item) is >= 0 and var slot && Day(day) is >= 0 and var at) _moves[slot * _days + at] += pieces;
    }

    /// <summary>Runs through the days, when all that comes and goes is known.</summary>
    public void Run()
    {
        for (var slot = 0; slot < _onHand.Length; slot++)
        {
            var stock = _onHand[slot];
            _short[slot] = -1;
            for (var day = 0; day < _days; day++)
            {
                stock += _moves[slot * _days + day];
                if (stock >= 0) continue;
                (_short[slot], _missing[slot]) = (day, -stock);
                break;
            }
        }
    }

    /// <summary>After <see cref="Run"/>: the supply that ends a shortage, of what is never short simply the next one.</summary>
    public void After(int item, DateOnly day, decimal pieces)
    {
        if (Slot(item) is not (>= 0 and var slot)) return;
        var when = day.DayNumber;
        if (_short[slot] >= 0 && when <= _today.DayNumber + _short[slot]) return;
        if (when < _next[slot]) (_next[slot], _nextQuantity[slot]) = (when, 0);
        if (when == _next[slot]) _nextQuantity[slot] += pieces;
    }

    public IReadOnlyList<StockProjection> Projections()
    {
        var result = new StockProjection[_items.Count];
        for (var slot = 0; slot < result.Length; slot++)
            result[slot] = new StockProjection(
                _items[slot], _onHand[slot], _open[slot], _lines[slot], _short[slot] < 0 ? null : _today.AddDays(_short[slot]), _missing[slot],
                _next[slot] == int.MaxValue ? null : DateOnly.FromDayNumber(_next[slot]), _nextQuantity[slot]);
        return result;
    }

    private int Slot(int item) => item < 0 ? -1 : _slot[item] - 1;

    /// <summary>-1 after the horizon; what is past counts today.</summary>
    private int Day(DateOnly day)
    {
        var at = Math.Max(0, day.DayNumber - _today.DayNumber);
        return at < _days ? at : -1;
    }
}
