using System.Runtime.InteropServices;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Pegging;

/// <summary>One item after the other: its supplies, the links the source gives, the sharing, and what is left to make or buy.</summary>
internal sealed class PeggingRun
{
    private readonly PlanSnapshot _plan;
    private readonly PlantCalendar _calendar;
    private readonly DateOnly _today;
    private readonly PegLedger _ledger;
    private readonly int[] _firstComponent;
    private readonly LineTiming[] _timings;
    private readonly RowsByItem _demands, _schedule, _purchases;
    private readonly decimal[] _stock;
    private readonly LinkedOrders _links;
    private readonly int[] _linkedDemands;
    private readonly ItemAllocation _allocation;
    private readonly CapableToPromise _possible;
    private readonly Comparer<int> _byRight;
    private readonly TextOrder _orders = new(), _numbers = new();
    private readonly List<(int Demand, decimal Open)> _rest = [], _restLater = [];
    private readonly List<(int[] Supplies, int[] Demands, decimal[] Open)> _later = [];
    private readonly DateOnly _until;

    public PeggingRun(
        PlanSnapshot plan, PlantCalendar calendar, DateOnly today, DateOnly until, PegLedger ledger, LinkedOrders links, CentreTable centres, int[] demandOfOrder, int[] firstComponent, LineTiming[] timings)
    {
        (_plan, _calendar, _today, _until, _ledger, _links, _firstComponent, _timings) = (plan, calendar, today, until, ledger, links, firstComponent, timings);
        var items = ledger.Items;
        _demands = new RowsByItem(items.Count, Rows(ledger.Demands, (demand, _) => demand.Item));
        _schedule = new RowsByItem(items.Count, Rows(plan.Schedule ?? [], (line, row) => line.OpenQuantity > 0 ? items.OfSchedule[row] : -1));
        _purchases = new RowsByItem(items.Count, Rows(plan.Purchases ?? [], (line, row) => line.OpenQuantity > 0 ? items.OfPurchases[row] : -1));
        _stock = new decimal[items.Count];
        for (var row = 0; row < items.OfStock.Length; row++) _stock[items.OfStock[row]] += plan.Stock![row].Available;
        _linkedDemands = LinkedDemands(demandOfOrder);
        _byRight = Comparer<int>.Create(InOrderOfRight);
        foreach (var demand in ledger.Demands)
        {
            if (demand.Kind == DemandKind.Component) _numbers.Add(plan.Schedule![demand.Row].Number);
            else _orders.Add(plan.Orders![demand.Row].Order);
        }
        _allocation = new ItemAllocation(ledger);
        _possible = new CapableToPromise(ledger, calendar, centres, today);
    }

    public void Compute(int item)
    {
        var supplies = Supplies(item);
        _ledger.SetSupplies(item, supplies);
        var demands = _demands.Of(item).ToArray();
        if (demands.Length == 0) return;
        SortByRight(demands, demand => demand);

        var open = new decimal[demands.Length];
        for (var i = 0; i < open.Length; i++) open[i] = _ledger.Demands[demands[i]].Quantity;
        TakeLinked(supplies, demands, open);
        if (_ledger.Items.IsComponent(item)) PutLaterOrdersAside(supplies, ref demands, ref open);
        _allocation.Share(supplies, demands, open);
        for (var i = 0; i < open.Length; i++)
        {
            if (open[i] <= 0) continue;
            // A production order is promised already, and what it goes into waits for its day; an order that nothing covers waits its turn.
            if (_ledger.Demands[demands[i]].Kind != DemandKind.Order) _possible.Cover(demands[i], open[i]);
            else (IsLater(demands[i]) ? _restLater : _rest).Add((demands[i], open[i]));
        }
    }

    /// <summary>
    /// What of the orders nothing planned covers, by right over all items: first those of the horizon, which may take what is in stock of a
    /// component before a later order for that component does.
    /// </summary>
    public void CoverTheRest()
    {
        CoverByRight(_rest);
        foreach (var (supplies, demands, open) in _later)
        {
            _allocation.Share(supplies, demands, open);
            for (var i = 0; i < open.Length; i++)
                if (open[i] > 0) _restLater.Add((demands[i], open[i]));
        }
        CoverByRight(_restLater);
    }

    private void CoverByRight(List<(int Demand, decimal Open)> rest)
    {
        SortByRight(CollectionsMarshal.AsSpan(rest), one => one.Demand);
        foreach (var (demand, open) in rest) _possible.Cover(demand, open);
    }

    private bool IsLater(int demand) => _ledger.Demands[demand] is { Kind: DemandKind.Order } wanted && wanted.Need > _until;

    /// <summary>Both parts keep their order.</summary>
    private void PutLaterOrdersAside(int[] supplies, ref int[] demands, ref decimal[] open)
    {
        var first = Array.FindIndex(demands, IsLater);
        if (first < 0) return;
        List<int> stay = [.. demands.AsSpan(0, first)], later = [];
        List<decimal> stayOpen = [.. open.AsSpan(0, first)], laterOpen = [];
        for (var i = first; i < demands.Length; i++)
        {
            var aside = IsLater(demands[i]);
            (aside ? later : stay).Add(demands[i]);
            (aside ? laterOpen : stayOpen).Add(open[i]);
        }
        _later.Add((supplies, [.. later], [.. laterOpen]));
        (demands, open) = ([.. stay], [.. stayOpen]);
    }

    /// <summary>For each order line needed by a day that planned supply alone covers, but too late: what making or buying the late pieces anew would bring.</summary>
    public Dictionary<int, PossibleMake> AskAnew(PegBook book, DateOnly until)
    {
        var found = new Dictionary<int, PossibleMake>();
        for (var row = 0; row < (_plan.Orders?.Count ?? 0); row++)
        {
            var demand = book.DemandOfOrder(row);
            if (demand < 0) continue;
            var wanted = _ledger.Demands[demand];
            if (wanted.Need > until || _ledger.ReadyOn[demand] <= wanted.Need || book.MadeFor(demand) is not null) continue;
            var late = wanted.Quantity - book.CoveredBy(demand, wanted.Need);
            found[demand] = _possible.Ask(wanted.Item, late, wanted.Priority);
        }
        return found;
    }

    private int[] Supplies(int item)
    {
        var supplies = new List<int>();
        if (_stock[item] > 0) supplies.Add(_ledger.Add(new Supply(SupplyKind.Stock, -1, item, _today, _stock[item])));
        foreach (var row in _purchases.Of(item))
        {
            var line = _plan.Purchases![row];
            var day = line.Expected < _today ? _calendar.AddWorkingDays(_today, 1) : line.Expected;
            supplies.Add(_ledger.Add(new Supply(SupplyKind.Purchase, row, item, day, line.OpenQuantity)));
        }
        foreach (var row in _schedule.Of(item))
        {
            var timing = _timings[row] = WithComponents(row);
            supplies.Add(_ledger.Add(new Supply(SupplyKind.Schedule, row, item, timing.Day, _plan.Schedule![row].OpenQuantity)));
        }
        var byDay = supplies.ToArray();
        Array.Sort(byDay, (a, b) => InOrderOfDay(_ledger.Supplies[a], _ledger.Supplies[b]));
        return byDay;
    }

    /// <summary>A production order whose component comes after its start is late by as many working days as it takes from start to due.</summary>
    private LineTiming WithComponents(int row)
    {
        var line = _plan.Schedule![row];
        var start = line.Start > _today ? line.Start : _today;
        var ready = start;
        var shortDemand = -1;
        for (var demand = _firstComponent[row]; demand < _firstComponent[row + 1]; demand++)
        {
            var there = _ledger.ReadyOn[demand];
            if (there <= ready) continue;
            ready = there;
            shortDemand = demand;
        }
        var timing = _timings[row];
        if (shortDemand < 0) return timing;
        if (ready == Supply.Never) return timing with { Day = Supply.Never, Delay = LineDelay.Components, ShortDemand = shortDemand };

        var done = _calendar.WorkingDayFrom(ready);
        for (var day = line.Start; day < line.Due; day = day.AddDays(1))
            if (_calendar.IsWorkingDay(day)) done = _calendar.AddWorkingDays(done, 1);
        return done > timing.Day ? timing with { Day = done, Delay = LineDelay.Components, ShortDemand = shortDemand } : timing;
    }

    /// <summary>A production order made for a customer order serves it first.</summary>
    private void TakeLinked(int[] supplies, int[] demands, decimal[] open)
    {
        if (_links.Count == 0) return;
        foreach (var supply in supplies)
        {
            if (_ledger.Supplies[supply] is not { Kind: SupplyKind.Schedule, Row: var row }) continue;
            if (_links.OfSchedule(row) is not (>= 0 and var link)) continue;
            var demand = _linkedDemands[link];
            var place = demand < 0 ? -1 : Array.BinarySearch(demands, demand, _byRight);
            if (place >= 0 && open[place] > 0) open[place] -= _ledger.Take(demand, supply, open[place]);
        }
    }

    private int[] LinkedDemands(int[] demandOfOrder)
    {
        var linked = new int[_links.Count];
        Array.Fill(linked, -1);
        foreach (var (link, row) in _links.Rows)
            if (demandOfOrder[row] >= 0) linked[link] = demandOfOrder[row];
        return linked;
    }

    /// <summary>By numbers, in the order of <see cref="InOrderOfRight"/>; only what they do not tell apart is compared row by row.</summary>
    private void SortByRight<T>(Span<T> items, Func<T, int> demandOf) =>
        Sorting.By(items, one => RightOf(_ledger.Demands[demandOf(one)]), equals =>
            Sorting.By(equals, one => DayOf(_ledger.Demands[demandOf(one)]), sameDay =>
                Sorting.By(sameDay, one => NumberOf(_ledger.Demands[demandOf(one)]), same => same.Sort((a, b) => InOrderOfRight(demandOf(a), demandOf(b))))));

    /// <summary>Priority, need and kind, in the order of <see cref="InOrderOfRight"/>.</summary>
    private static long RightOf(in Demand demand) => ((((long)demand.Priority << 24) | (uint)demand.Need.DayNumber) << 2) | (long)demand.Kind;

    private int DayOf(in Demand demand) => demand.Kind == DemandKind.Component ? 0 : _plan.Orders![demand.Row].Commitment.DayNumber;

    private long NumberOf(in Demand demand) => demand.Kind == DemandKind.Component ? _numbers.Of(_plan.Schedule![demand.Row].Number) : _orders.Of(_plan.Orders![demand.Row].Order);

    private int InOrderOfRight(int a, int b)
    {
        var demands = CollectionsMarshal.AsSpan(_ledger.Demands);
        ref readonly var one = ref demands[a];
        ref readonly var other = ref demands[b];
        var order = one.Priority.CompareTo(other.Priority);
        if (order == 0) order = one.Need.CompareTo(other.Need);
        if (order == 0) order = one.Kind.CompareTo(other.Kind);
        if (order != 0) return order;
        if (one.Kind == DemandKind.Component) return string.CompareOrdinal(_plan.Schedule![one.Row].Number, _plan.Schedule[other.Row].Number);
        OrderLine left = _plan.Orders![one.Row], right = _plan.Orders[other.Row];
        order = left.Commitment.CompareTo(right.Commitment);
        if (order == 0) order = string.CompareOrdinal(left.Order, right.Order);
        return order != 0 ? order : string.CompareOrdinal(left.Line, right.Line);
    }

    private int InOrderOfDay(Supply one, Supply other)
    {
        var order = one.Day.CompareTo(other.Day);
        if (order == 0) order = one.Kind.CompareTo(other.Kind);
        if (order != 0 || one.Kind == SupplyKind.Stock) return order;
        if (one.Kind == SupplyKind.Schedule) return string.CompareOrdinal(_plan.Schedule![one.Row].Number, _plan.Schedule[other.Row].Number);
        PurchaseLine left = _plan.Purchases![one.Row], right = _plan.Purchases[other.Row];
        order = string.CompareOrdinal(left.Order, right.Order);
        return order != 0 ? order : string.CompareOrdinal(left.Line, right.Line);
    }

    private static int[] Rows<T>(IReadOnlyList<T> rows, Func<T, int, int> itemOf)
    {
        var result = new int[rows.Count];
        for (var row = 0; row < result.Length; row++) result[row] = itemOf(rows[row], row);
        return result;
    }
}
