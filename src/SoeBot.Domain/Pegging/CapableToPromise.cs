using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Pegging;

/// <summary>
/// The earliest day at which something could exist that nobody has planned: bought within its lead time, or made from components
/// that nobody else needs, started after the frozen week. Working days for making, calendar days for buying. Capacity is not looked at.
/// </summary>
internal sealed class CapableToPromise(PegLedger ledger, PlantCalendar calendar, DateOnly today)
{
    private readonly DateOnly _afterFence = calendar.WorkingDayFrom(FenceRules.FrozenWeek(today, calendar).End.AddDays(1));

    /// <summary>
    /// Per item, the answer once nothing is left below it: it no longer depends on the quantity. Stock only shrinks, so the answer stays,
    /// except for those found in an attempt that is undone.
    /// </summary>
    private readonly Dictionary<int, PossibleMake> _fromNothing = [];
    private readonly List<int> _foundNow = [];

    /// <summary>Pegs the quantity to a new possible supply; when no day can be given, nothing is taken from anybody.</summary>
    public void Cover(int demand, decimal quantity)
    {
        var mark = ledger.Pegs.Count;
        var item = ledger.Demands[demand].Item;
        var make = Make(item, quantity, ledger.Demands[demand].Priority);
        if (make.Day == Supply.Never && ledger.Pegs.Count > mark)
        {
            ledger.UndoSince(mark);
            foreach (var found in _foundNow) _fromNothing.Remove(found);
        }
        _foundNow.Clear();
        ledger.Possible.Add(make);
        var supply = ledger.Add(new Supply(SupplyKind.Possible, ledger.Possible.Count - 1, item, make.Day, quantity));
        ledger.Take(demand, supply, quantity);
    }

    private PossibleMake Make(int item, decimal quantity, int priority)
    {
        if (_fromNothing.TryGetValue(item, out var known)) return known;
        var mark = ledger.Pegs.Count;
        var make = ledger.Items.IsMade(item) ? MakeOf(item, quantity, priority) : Buy(item);
        if (ledger.Pegs.Count > mark) return make;
        _fromNothing[item] = make;
        _foundNow.Add(item);
        return make;
    }

    private PossibleMake Buy(int item)
    {
        var leadTime = ledger.Items.Fact(item)?.LeadTimeDays;
        var arrives = leadTime is { } days ? calendar.WorkingDayFrom(today.AddDays(days)) : Supply.Never;
        return new PossibleMake(item, arrives, arrives, -1, today, leadTime is not null);
    }

    private PossibleMake MakeOf(int item, decimal quantity, int priority)
    {
        var leadTime = ledger.Items.Fact(item)?.LeadTimeDays;
        var ready = today;
        var shortItem = -1;
        foreach (var component in ledger.Items.ComponentSpan(item))
        {
            var there = ComponentDay(component.Item, quantity * component.Per, priority);
            if (there <= ready) continue;
            ready = there;
            shortItem = component.Item;
            if (ready == Supply.Never) break;
        }
        if (ready == Supply.Never || leadTime is null)
            return new PossibleMake(item, Supply.Never, Supply.Never, shortItem, ready, leadTime is not null);

        var start = calendar.WorkingDayFrom(ready);
        var outside = start > _afterFence ? start : _afterFence;
        return new PossibleMake(
            item,
            calendar.AddWorkingDays(outside, leadTime.Value),
            calendar.AddWorkingDays(start, leadTime.Value),
            shortItem, ready, true);
    }

    private DateOnly ComponentDay(int item, decimal quantity, int priority)
    {
        var day = today;
        if (ledger.HasLeft(item))
        {
            var demand = ledger.Add(new Demand(DemandKind.Possible, ledger.Possible.Count, item, today, quantity, priority));
            (day, quantity) = ledger.TakeLeft(demand, item, quantity, today);
        }
        if (quantity <= 0) return day;
        var made = Make(item, quantity, priority).Day;
        return made > day ? made : day;
    }
}
