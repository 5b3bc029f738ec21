using System.Runtime.InteropServices;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Pegging;

/// <summary>Every item that any table names, by a small number, with its bill of materials from the day on and the order in which to compute them.</summary>
public sealed class ItemTable
{
    private readonly Dictionary<string, int> _places;
    private readonly List<string> _numbers = [];
    private readonly Item?[] _facts;
    private readonly Component[][] _components;
    private readonly bool[] _goesIntoSomething;

    /// <summary>One component of an assembly, from a day and until before another.</summary>
    public readonly record struct Component(int Item, decimal Per, DateOnly From, DateOnly Until)
    {
        public bool HoldsOn(DateOnly day) => From <= day && day < Until;
    }

    internal ItemTable(PlanSnapshot plan, DateOnly day)
    {
        _places = new(plan.Items?.Count ?? 0, StringComparer.Ordinal);
        foreach (var row in plan.Items ?? []) Place(row.Number);
        OfOrders = Places(plan.Orders, row => row.Item);
        OfSchedule = Places(plan.Schedule, row => row.Item);
        OfPurchases = Places(plan.Purchases, row => row.Item);
        OfStock = Places(plan.Stock, row => row.Item);
        var (assemblies, components) = (Places(plan.Bill, row => row.Assembly), Places(plan.Bill, row => row.Component));

        _facts = new Item?[_numbers.Count];
        foreach (var row in plan.Items ?? []) _facts[_places[row.Number]] = row;
        _goesIntoSomething = new bool[_numbers.Count];
        _components = ReadBill(plan.Bill ?? [], assemblies, components, day);
        BottomUp = SortBottomUp();
    }

    public int Count => _numbers.Count;

    /// <summary>The item of each row of a table, so that nobody looks for its number again.</summary>
    internal int[] OfOrders { get; }
    internal int[] OfSchedule { get; }
    internal int[] OfPurchases { get; }
    internal int[] OfStock { get; }

    /// <summary>Each item after all of its components. A bill that runs in a circle loses the line that closes it.</summary>
    public IReadOnlyList<int> BottomUp { get; }

    public int this[string number] => _places[number];
    public string Number(int item) => _numbers[item];
    public string Name(int item) => _facts[item]?.Name ?? _numbers[item];
    public Item? Fact(int item) => _facts[item];

    /// <summary>All that hold on the day of the table or later: ask each whether it holds on the day that matters.</summary>
    public IReadOnlyList<Component> Components(int item) => _components[item];
    internal ReadOnlySpan<Component> ComponentSpan(int item) => _components[item];

    /// <summary>Made here: the item says so, or it has a bill of materials and no row of its own.</summary>
    public bool IsMade(int item) => _facts[item]?.Made ?? _components[item].Length > 0;

    /// <summary>Goes into something else, as one of its components.</summary>
    public bool IsComponent(int item) => _goesIntoSomething[item];

    private int[] Places<T>(IReadOnlyList<T>? rows, Func<T, string> numberOf)
    {
        var places = new int[rows?.Count ?? 0];
        for (var row = 0; row < places.Length; row++) places[row] = Place(numberOf(rows![row]));
        return places;
    }

    private int Place(string number)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, number, out var known);
        if (known) return place;
        place = _numbers.Count;
        _numbers.Add(number);
        return place;
    }

    private Component[][] ReadBill(IReadOnlyList<BillLine> bill, int[] assemblies, int[] components, DateOnly day)
    {
        for (var row = 0; row < assemblies.Length; row++)
            if (bill[row].Assembly.Length == 0 || bill[row].Per <= 0 || bill[row].Until <= day) assemblies[row] = -1;
        var rows = new RowsByItem(_numbers.Count, assemblies);
        var result = new Component[_numbers.Count][];
        for (var assembly = 0; assembly < result.Length; assembly++)
        {
            var own = rows.Of(assembly);
            var list = result[assembly] = own.IsEmpty ? [] : new Component[own.Length];
            for (var at = 0; at < list.Length; at++)
            {
                var line = bill[own[at]];
                _goesIntoSomething[components[own[at]]] = true;
                list[at] = new Component(components[own[at]], line.Per, line.From ?? DateOnly.MinValue, line.Until ?? DateOnly.MaxValue);
            }
            if (list.Length > 1) Array.Sort(list, (a, b) => string.CompareOrdinal(_numbers[a.Item], _numbers[b.Item]));
        }
        return result;
    }

    private int[] SortBottomUp()
    {
        var order = new List<int>(_numbers.Count);
        var state = new byte[_numbers.Count]; // 0 new, 1 on the way down, 2 done
        var byNumber = Enumerable.Range(0, state.Length).ToArray(); // so that the order of the rows does not decide
        Array.Sort(byNumber, (a, b) => string.CompareOrdinal(_numbers[a], _numbers[b]));
        foreach (var item in byNumber) Visit(item);
        return [.. order];

        void Visit(int item)
        {
            if (state[item] != 0) return;
            state[item] = 1;
            foreach (var component in _components[item]) Visit(component.Item);
            if (Array.Exists(_components[item], component => state[component.Item] != 2))
                _components[item] = Array.FindAll(_components[item], component => state[component.Item] == 2);
            state[item] = 2;
            order.Add(item);
        }
    }
}
