namespace SoeBot.Domain.Pegging;

/// <summary>The book while it is being written: what is left of each supply, and every peg so far.</summary>
/// <param name="supplies">About how many to make room for: lists of millions that grow by halves are copied again and again.</param>
/// <param name="demands">The same.</param>
internal sealed class PegLedger(ItemTable items, int supplies = 0, int demands = 0)
{
    /// <summary>Per item, its supplies by day, once the item has been computed.</summary>
    private readonly int[][] _byDay = new int[items.Count][];
    private readonly int[] _firstLeft = new int[items.Count];

    public ItemTable Items { get; } = items;
    public List<Supply> Supplies { get; } = new(supplies);
    public List<decimal> Left { get; } = new(supplies);
    public List<Demand> Demands { get; } = new(demands);

    /// <summary>Per demand, the last day of what covers it so far.</summary>
    public List<DateOnly> ReadyOn { get; } = new(demands);
    public List<Peg> Pegs { get; } = new(demands);
    public List<PossibleMake> Possible { get; } = new(demands);

    public int Add(Supply supply)
    {
        Supplies.Add(supply);
        Left.Add(supply.Quantity);
        return Supplies.Count - 1;
    }

    public int Add(Demand demand)
    {
        Demands.Add(demand);
        ReadyOn.Add(DateOnly.MinValue);
        return Demands.Count - 1;
    }

    /// <summary>Takes as much as is wanted and left; returns what it took.</summary>
    public decimal Take(int demand, int supply, decimal wanted)
    {
        var taken = Math.Min(wanted, Left[supply]);
        if (taken <= 0) return 0;
        Left[supply] -= taken;
        Pegs.Add(new Peg(demand, supply, taken));
        if (Supplies[supply].Day > ReadyOn[demand]) ReadyOn[demand] = Supplies[supply].Day;
        return taken;
    }

    /// <summary>Gives back everything taken since a mark, as if it had not been tried.</summary>
    public void UndoSince(int mark)
    {
        for (var i = Pegs.Count - 1; i >= mark; i--)
        {
            Left[Pegs[i].Supply] += Pegs[i].Quantity;
            var item = Supplies[Pegs[i].Supply].Item;
            _firstLeft[item] = 0;
        }
        Pegs.RemoveRange(mark, Pegs.Count - mark);
    }

    public (int Pegs, int Demands, int Possible) MarkNow() => (Pegs.Count, Demands.Count, Possible.Count);

    /// <summary>As if nothing had happened since a mark that <see cref="MarkNow"/> gave.</summary>
    public void BackTo((int Pegs, int Demands, int Possible) mark)
    {
        UndoSince(mark.Pegs);
        Demands.RemoveRange(mark.Demands, Demands.Count - mark.Demands);
        ReadyOn.RemoveRange(mark.Demands, ReadyOn.Count - mark.Demands);
        Possible.RemoveRange(mark.Possible, Possible.Count - mark.Possible);
    }

    public void SetSupplies(int item, int[] byDay) => _byDay[item] = byDay;

    /// <summary>Whether anything of an item is left that has a day.</summary>
    public bool HasLeft(int item)
    {
        var byDay = _byDay[item] ?? [];
        ref var first = ref _firstLeft[item];
        while (first < byDay.Length && Left[byDay[first]] == 0) first++;
        return first < byDay.Length && Supplies[byDay[first]].Day != Supply.Never;
    }

    /// <summary>Takes what is left of an item, the earliest first, never what has no day; returns the last day used, what is still wanted, and the supply of that day plus one.</summary>
    public (DateOnly Day, decimal Wanted, int Last) TakeLeft(int demand, int item, decimal wanted, DateOnly today)
    {
        var day = today;
        var last = 0;
        while (wanted > 0 && HasLeft(item))
        {
            var supply = _byDay[item][_firstLeft[item]];
            wanted -= Take(demand, supply, wanted);
            if (Supplies[supply].Day <= day) continue;
            day = Supplies[supply].Day;
            last = supply + 1;
        }
        return (day, wanted, last);
    }
}
