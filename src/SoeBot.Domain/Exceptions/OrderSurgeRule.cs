using System.Runtime.InteropServices;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Exceptions;

/// <summary>
/// A customer orders far more of an item in the current week than normal (R112). Normal is the mean of the complete weeks before,
/// weeks without an order included, from the pair's first order on. Counted by the day of ordering; without customers, per item.
/// </summary>
internal static class OrderSurgeRule
{
    public const string Cause = "order surge";

    private sealed class Pair(int weeks)
    {
        public decimal Now;
        public DateOnly First = DateOnly.MaxValue;
        public readonly decimal[] Before = new decimal[weeks];
    }

    public static void Find(ExceptionInput input, List<PlanException> found)
    {
        if (input.Plan.Orders is not { } orders) return;
        var settings = input.Surge;
        var week = input.Calendar.WeekOf(input.Today);
        var pairs = new Dictionary<(string? Customer, string Item), Pair>();
        foreach (var line in orders)
        {
            if (line.Cancelled || line.OrderedOn is not { } day || day < week.Start || day > input.Today) continue;
            ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (line.Customer, line.Item), out _);
            pair ??= new Pair(settings.Weeks);
            pair.Now += line.Quantity;
        }
        if (pairs.Count == 0) return;

        foreach (var line in orders)
        {
            if (line.OrderedOn is not { } day || day >= week.Start) continue;
            if (!pairs.TryGetValue((line.Customer, line.Item), out var pair)) continue;
            if (day < pair.First) pair.First = day;
            var back = (week.Start.DayNumber - day.DayNumber - 1) / 7;
            if (!line.Cancelled && back < pair.Before.Length) pair.Before[back] += line.Quantity;
        }

        var names = PlanNames.Of(input.Plan);
        foreach (var ((customer, item), pair) in pairs)
            if (Exception(customer, item, pair, week.Start, settings, names) is { } surge) found.Add(surge);
    }

    private static PlanException? Exception(
        string? customer, string item, Pair pair, DateOnly weekStart, SurgeSettings settings, Func<string, string> names)
    {
        if (pair.First == DateOnly.MaxValue) return null;
        var weeks = Math.Min(settings.Weeks, (weekStart.DayNumber - pair.First.DayNumber - 1) / 7 + 1);
        if (weeks < settings.LeastWeeks) return null;
        decimal sum = 0, largest = 0;
        for (var i = 0; i < weeks; i++)
        {
            sum += pair.Before[i];
            largest = Math.Max(largest, pair.Before[i]);
        }
        var normal = sum / weeks;
        if (normal <= 0 || pair.Now < settings.LeastQuantity
            || pair.Now < settings.Times * normal || pair.Now < settings.TimesLargest * largest) return null;

        var times = Math.Round(pair.Now / normal, 1);
        return new PlanException(
            ExceptionCategory.OrderChange, $"{customer ?? "all customers"} / {item}", Cause, weekStart,
            $"{(customer is null ? "Customers" : $"Customer {customer}")} ordered {PlanWords.Quantity(pair.Now)} of {names(item)} this week, "
            + $"{PlanWords.Quantity(times)} times the normal {PlanWords.Quantity(Math.Round(normal, 1))} (mean of {weeks} weeks, the largest {PlanWords.Quantity(largest)})",
            Math.Round(normal, 1), pair.Now, "pcs");
    }
}
