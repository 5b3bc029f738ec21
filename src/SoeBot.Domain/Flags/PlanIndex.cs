using System.Runtime.InteropServices;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Flags;

/// <summary>Every item of a plan by a small number, and the number of each row of orders and schedule: made once, so that rules need no texts.</summary>
public sealed class PlanIndex
{
    private readonly Dictionary<string, int> _places;
    private readonly List<string> _numbers;
    private readonly Item?[] _facts;
    private readonly int[] _ofOrder, _ofSchedule;

    public PlanIndex(PlanSnapshot plan)
    {
        var items = plan.Items ?? [];
        _places = new(items.Count, StringComparer.Ordinal);
        _numbers = new(items.Count);
        foreach (var item in items) Place(item.Number);
        var orders = plan.Orders ?? [];
        _ofOrder = new int[orders.Count];
        for (var row = 0; row < _ofOrder.Length; row++) _ofOrder[row] = Place(orders[row].Item);
        var schedule = plan.Schedule ?? [];
        _ofSchedule = new int[schedule.Count];
        for (var row = 0; row < _ofSchedule.Length; row++) _ofSchedule[row] = Place(schedule[row].Item);
        foreach (var line in plan.Stock ?? []) Place(line.Item);
        foreach (var line in plan.Forecast ?? []) Place(line.Item);
        _facts = new Item?[_numbers.Count];
        foreach (var item in items) _facts[_places[item.Number]] = item;
        Plan = plan;
    }

    public PlanSnapshot Plan { get; }
    public int Count => _numbers.Count;

    /// <summary>The item of a row of the plan's orders.</summary>
    public int OfOrder(int row) => _ofOrder[row];

    /// <summary>The item of a row of the plan's schedule.</summary>
    public int OfSchedule(int row) => _ofSchedule[row];

    /// <summary>-1 for an item that neither has a row nor is ordered, made, in stock or forecast.</summary>
    public int Find(string number) => _places.GetValueOrDefault(number, -1);
    public string Number(int item) => _numbers[item];
    public string Name(int item) => _facts[item]?.Name ?? _numbers[item];
    public Item? Fact(int item) => _facts[item];

    private int Place(string number)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, number, out var known);
        if (known) return place;
        place = _numbers.Count;
        _numbers.Add(number);
        return place;
    }
}
