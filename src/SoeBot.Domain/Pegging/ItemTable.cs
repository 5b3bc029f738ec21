using System.Runtime.InteropServices;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Pegging;

/// <summary>Every item that any table names, by a small number, with its bill of materials from the day on and the order in which to compute them.</summary>
public sealed class ItemTable
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
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
        foreach (var row in plan.Items ?? []) Add(row.Number);
        foreach (var row in plan.Orders ?? []) Add(row.Item);
        foreach (var row in plan.Schedule ?? []) Add(row.Item);
        foreach (var row in plan.Purchases ?? []) Add(row.Item);
        foreach (var row in plan.Stock ?? []) Add(row.Item);
        foreach (var row in plan.Bill ?? [])
        {
            Add(row.Assembly);
            Add(row.Component);
        }

        _facts = new Item?[_numbers.Count];
        foreach (var row in plan.Items ?? []) _facts[_places[row.Number]] = row;
        _goesIntoSomething = new bool[_numbers.Count];
        _components = ReadBill(plan.Bill ?? [], day);
        BottomUp = SortBottomUp();
    }

    public int Count => _numbers.Count;

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

    private void Add(string number)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, number, out var known);
        if (known) return;
        place = _numbers.Count;
        _numbers.Add(number);
    }

    private Component[][] ReadBill(IReadOnlyList<BillLine> bill, DateOnly day)
    {
        var lists = new Dictionary<int, List<Component>>();
        foreach (var line in bill)
        {
            if (line.Assembly.Length == 0 || line.Per <= 0 || line.Until <= day) continue;
            var assembly = _places[line.Assembly];
            if (!lists.TryGetValue(assembly, out var list)) lists[assembly] = list = [];
            _goesIntoSomething[_places[line.Component]] = true;
            list.Add(new Component(_places[line.Component], line.Per, line.From ?? DateOnly.MinValue, line.Until ?? DateOnly.MaxValue));
        }
        var result = new Component[_numbers.Count][];
        Array.Fill(result, []);
        foreach (var (assembly, list) in lists)
        {
            list.Sort((a, b) => string.CompareOrdinal(_numbers[a.Item], _numbers[b.Item]));
            result[assembly] = [.. list];
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
            _components[item] = Array.FindAll(_components[item], component => state[component.Item] == 2);
            state[item] = 2;
            order.Add(item);
        }
    }
}
