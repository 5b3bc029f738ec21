using System.Runtime.InteropServices;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Flags;

/// <summary>
/// One customer orders far more of an item than in a normal week (R112). Normal is the mean of the last complete weeks, this one left out;
/// with less than <see cref="LeastWeeks"/> of history there is no base yet. Orders without a customer count as one customer.
/// </summary>
internal static class OrderSurgeRule
{
    private const int Weeks = 8;
    private const int LeastWeeks = 4;

    private sealed class Pair
    {
        public decimal Now;
        public DateOnly First = DateOnly.MaxValue;
        public readonly decimal[] Before = new decimal[Weeks];
    }

    public static void Find(FlagInput input, List<PlanFlag> found)
    {
        var orders = input.Index.Plan.Orders ?? [];
        var week = input.Calendar.WeekOf(input.Today);
        var pairs = ThisWeek(input, orders, week, out var ordered);
        if (pairs.Count == 0) return;
        for (var row = 0; row < orders.Count; row++)
        {
            var item = input.Index.OfOrder(row);
            if (!ordered[item] || orders[row].OrderedOn is not { } day || day >= week.Start) continue;
            if (!pairs.TryGetValue((orders[row].Customer, item), out var pair)) continue;
            if (day < pair.First) pair.First = day;
            var back = (week.Start.DayNumber - day.DayNumber - 1) / 7;
            if (!orders[row].Cancelled && back < Weeks) pair.Before[back] += orders[row].Quantity;
        }
        foreach (var ((customer, item), pair) in pairs)
            if (Flag(input, customer, item, pair, week.Start) is { } surge) found.Add(surge);
    }

    private static Dictionary<(string? Customer, int Item), Pair> ThisWeek(FlagInput input, IReadOnlyList<OrderLine> orders, PlantWeek week, out bool[] ordered)
    {
        var pairs = new Dictionary<(string? Customer, int Item), Pair>();
        ordered = new bool[input.Index.Count];
        for (var row = 0; row < orders.Count; row++)
        {
            if (orders[row].Cancelled || orders[row].OrderedOn is not { } day || day < week.Start || day > input.Today) continue;
            var item = input.Index.OfOrder(row);
            ordered[item] = true;
            ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (orders[row].Customer, item), out _);
            pair ??= new Pair();
            pair.Now += orders[row].Quantity;
        }
        return pairs;
    }

    private static PlanFlag? Flag(FlagInput input, string? customer, int item, Pair pair, DateOnly weekStart)
    {
        if (pair.First == DateOnly.MaxValue) return null;
        var weeks = Math.Min(Weeks, (weekStart.DayNumber - pair.First.DayNumber - 1) / 7 + 1);
        if (weeks < LeastWeeks) return null;
        decimal sum = 0, largest = 0;
        for (var i = 0; i < weeks; i++)
        {
            sum += pair.Before[i];
            largest = Math.Max(largest, pair.Before[i]);
        }
        var (normal, settings) = (sum / weeks, input.Settings);
        if (normal <= 0 || pair.Now < settings.SurgeLeastPieces
            || pair.Now < settings.SurgeTimes * normal || pair.Now < settings.SurgeTimesLargest * largest) return null;

        var times = Math.Round(pair.Now / normal, 1);
        return new PlanFlag(
            FlagKind.OrderSurge, $"{customer ?? "all customers"} / {input.Index.Number(item)}", input.Today,
            $"{(customer is null ? "Customers" : $"Customer {customer}")} ordered {PlanWords.Quantity(pair.Now)} of {input.Index.Name(item)} this week, "
            + $"{PlanWords.Quantity(times)} times the normal {PlanWords.Quantity(Math.Round(normal, 1))} (mean of {weeks} weeks, the largest {PlanWords.Quantity(largest)})",
            pair.Now, Math.Round(normal, 1), "pcs");
    }
}
