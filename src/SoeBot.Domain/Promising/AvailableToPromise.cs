namespace SoeBot.Domain.Promising;

/// <summary>The time from one receipt until before the next.</summary>
/// <param name="From">Its first day; of the first period the day of the computation.</param>
/// <param name="Discrete">Received in it (in the first also what is on hand) less what is wanted in it; below zero when more is wanted.</param>
/// <param name="Available">The same after later shortages have eaten into it; never below zero except in the last period, where the total is short.</param>
/// <param name="Cumulative">What can be promised for any day from <see cref="From"/> on without taking it from a later order; never below zero.</param>
public sealed record PromisePeriod(DateOnly From, decimal Received, decimal Wanted, decimal Discrete, decimal Available, decimal Cumulative);

/// <summary>
/// Available to promise of one item, by the rules of the requirements: discrete by receipt, no forecast; a shortage is eaten from the nearest
/// earlier period first, then from later ones; cumulative with look-ahead, so that nothing is promised which a later order needs.
/// </summary>
public static class AvailableToPromise
{
    /// <param name="receipts">By any order; what is past comes today.</param>
    /// <param name="wanted">By any order; what is past due is wanted today.</param>
    public static IReadOnlyList<PromisePeriod> Compute(
        DateOnly today, decimal onHand, IEnumerable<(DateOnly Day, decimal Quantity)> receipts, IEnumerable<(DateOnly Day, decimal Quantity)> wanted)
    {
        var received = new SortedDictionary<DateOnly, decimal> { [today] = onHand };
        foreach (var (day, quantity) in receipts)
        {
            var on = day > today ? day : today;
            received[on] = received.GetValueOrDefault(on) + quantity;
        }
        var starts = received.Keys.ToArray();
        var demand = new decimal[starts.Length];
        foreach (var (day, quantity) in wanted)
        {
            var place = Array.BinarySearch(starts, day);
            demand[Math.Max(0, place >= 0 ? place : ~place - 1)] += quantity;
        }
        return Periods(starts, [.. received.Values], demand);
    }

    /// <summary>The first day by which so many can be promised; null when what is known never brings them.</summary>
    public static DateOnly? DayFor(IReadOnlyList<PromisePeriod> periods, decimal quantity)
    {
        foreach (var period in periods)
            if (period.Cumulative >= quantity) return period.From;
        return null;
    }

    private static PromisePeriod[] Periods(DateOnly[] starts, decimal[] received, decimal[] wanted)
    {
        var available = new decimal[starts.Length];
        var withSome = new Stack<int>();
        decimal owed = 0;
        for (var i = 0; i < starts.Length; i++)
        {
            available[i] = received[i] - wanted[i];
            while (available[i] < 0 && withSome.TryPeek(out var earlier)) // the nearest earlier first
            {
                var eaten = Math.Min(-available[i], available[earlier]);
                available[i] += eaten;
                available[earlier] -= eaten;
                if (available[earlier] == 0) withSome.Pop();
            }
            if (available[i] < 0)
            {
                owed -= available[i];
                available[i] = 0;
            }
            else if (owed > 0) // then later ones
            {
                var eaten = Math.Min(owed, available[i]);
                owed -= eaten;
                available[i] -= eaten;
            }
            if (available[i] > 0) withSome.Push(i);
        }

        var periods = new PromisePeriod[starts.Length];
        decimal cumulative = 0;
        for (var i = 0; i < periods.Length; i++)
        {
            cumulative += available[i];
            var left = i == periods.Length - 1 ? available[i] - owed : available[i];
            periods[i] = new PromisePeriod(starts[i], received[i], wanted[i], received[i] - wanted[i], left, cumulative);
        }
        return periods;
    }
}
