namespace SoeBot.Domain.Pegging;

/// <summary>
/// Shares one item's supplies among its demands. A more important demand takes a piece from a less important one only when it needs
/// that piece to be on time; within one priority the earlier need goes first. Then the pieces go out in the order they are needed.
/// </summary>
internal sealed class ItemAllocation(PegLedger ledger)
{
    private readonly record struct Portion(int Demand, DateOnly Deadline, decimal Quantity);

    /// <param name="supplies">By day.</param>
    /// <param name="demands">By priority, then need.</param>
    /// <param name="open">What each demand still needs; zero where covered when this returns.</param>
    public void Share(int[] supplies, int[] demands, decimal[] open)
    {
        if (supplies.Length == 0 || demands.Length == 0) return;
        var priority = ledger.Demands[demands[0]].Priority;
        if (ledger.Demands[demands[^1]].Priority == priority)
            HandOut(supplies, demands, open);
        else
            HandOutPortions(supplies, demands, open, Reserve(supplies, demands, open));
    }

    private void HandOut(int[] supplies, int[] demands, decimal[] open)
    {
        var next = 0;
        for (var i = 0; i < demands.Length; i++)
        {
            while (open[i] > 0 && next < supplies.Length)
            {
                open[i] -= ledger.Take(demands[i], supplies[next], open[i]);
                if (ledger.Left[supplies[next]] == 0) next++;
            }
        }
    }

    /// <summary>Each demand in turn reserves the latest pieces that are still in time, then the earliest of the late ones.</summary>
    private List<(int Index, Portion Portion)> Reserve(int[] supplies, int[] demands, decimal[] open)
    {
        var left = new decimal[supplies.Length];
        for (var i = 0; i < left.Length; i++) left[i] = ledger.Left[supplies[i]];
        var earlier = new SkipList(supplies.Length + 1);
        var later = new SkipList(supplies.Length + 1);
        var portions = new List<(int, Portion)>(demands.Length);
        for (var i = 0; i < demands.Length; i++)
        {
            var need = ledger.Demands[demands[i]].Need;
            var wanted = open[i];
            var after = FirstAfter(supplies, need);
            for (var s = earlier.Find(after); wanted > 0 && s > 0; s = earlier.Find(s)) // place s stands for supply s - 1
            {
                wanted -= Reserve(i, s - 1, wanted, need);
                if (left[s - 1] == 0) earlier.Skip(s, s - 1);
            }
            for (var s = later.Find(after); wanted > 0 && s < supplies.Length; s = later.Find(s))
            {
                wanted -= Reserve(i, s, wanted, ledger.Supplies[supplies[s]].Day);
                if (left[s] == 0) later.Skip(s, s + 1);
            }
        }
        return portions;

        decimal Reserve(int index, int place, decimal wanted, DateOnly deadline)
        {
            var taken = Math.Min(wanted, left[place]);
            if (taken <= 0) return 0;
            left[place] -= taken;
            portions.Add((index, new Portion(demands[index], deadline, taken)));
            return taken;
        }
    }

    /// <summary>Earliest deadline first meets every deadline that the reservation met, and gives stock to whoever needs it first.</summary>
    private void HandOutPortions(int[] supplies, int[] demands, decimal[] open, List<(int Index, Portion Portion)> portions)
    {
        portions.Sort((a, b) =>
        {
            var order = a.Portion.Deadline.CompareTo(b.Portion.Deadline);
            return order != 0 ? order : a.Index.CompareTo(b.Index);
        });
        var next = 0;
        foreach (var (index, portion) in portions)
        {
            var wanted = portion.Quantity;
            while (wanted > 0 && next < supplies.Length)
            {
                var taken = ledger.Take(demands[index], supplies[next], wanted);
                wanted -= taken;
                open[index] -= taken;
                if (ledger.Left[supplies[next]] == 0) next++;
            }
        }
    }

    private int FirstAfter(int[] supplies, DateOnly day)
    {
        int low = 0, high = supplies.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ledger.Supplies[supplies[middle]].Day <= day) low = middle + 1; else high = middle;
        }
        return low;
    }

    /// <summary>Finds the next place that is not used up, in almost constant time however many are.</summary>
    private readonly struct SkipList(int size)
    {
        private readonly int[] _to = [.. Enumerable.Range(0, size)];

        public int Find(int place)
        {
            while (_to[place] != place)
            {
                _to[place] = _to[_to[place]];
                place = _to[place];
            }
            return place;
        }

        public void Skip(int place, int to) => _to[place] = to;
    }
}
