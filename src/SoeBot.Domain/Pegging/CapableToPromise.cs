using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Pegging;

/// <summary>
/// The earliest day at which something could exist that nobody has planned: bought within its lead time, or made from components
/// that nobody else needs, on hours of its work centre that nobody else needs, started after the frozen week. Nothing promised is moved.
/// Working days for making, calendar days for buying. An item with times of its own takes at least its hours, and at least its lead time where both are known.
/// </summary>
internal sealed class CapableToPromise(PegLedger ledger, PlantCalendar calendar, CentreTable centres, DateOnly today)
{
    private readonly DateOnly _afterFence = calendar.WorkingDayFrom(FenceRules.FrozenWeek(today, calendar).End.AddDays(1));
    private readonly DateOnly _now = calendar.WorkingDayFrom(today);

    /// <summary>
    /// Per item, the answer once nothing is left below it and no hours are asked for: it no longer depends on the quantity.
    /// Stock only shrinks, so the answer stays, except for those found in an attempt that is undone.
    /// </summary>
    private readonly PossibleMake?[] _fromNothing = new PossibleMake?[ledger.Items.Count];
    private readonly List<int> _foundNow = [];
    private readonly List<(CentreCapacity Centre, int Day, decimal Hours)> _worked = [];

    /// <summary>What the answer in hand rests on, of which only what decides is kept.</summary>
    private readonly List<PossibleMake> _below = [];
    private int _slot;

    /// <summary>In place of a place below: that of the short item is known from nothing.</summary>
    private const int FromNothing = -1;

    /// <summary>Pegs the quantity to a new possible supply; when no day can be given, nothing is taken from anybody.</summary>
    public void Cover(int demand, decimal quantity)
    {
        var mark = ledger.Pegs.Count;
        var item = ledger.Demands[demand].Item;
        _slot = ledger.Possible.Count;
        _worked.Clear();
        _below.Clear();
        ledger.Possible.Add(default);
        var make = Make(item, quantity, ledger.Demands[demand].Priority);
        Keep(make);
        if (make.Day == Supply.Never && (ledger.Pegs.Count > mark || _worked.Count > 0))
        {
            ledger.UndoSince(mark);
            GiveBack();
        }
        _foundNow.Clear();
        var supply = ledger.Add(new Supply(SupplyKind.Possible, _slot, item, make.Day, quantity));
        ledger.Take(demand, supply, quantity);
    }

    /// <summary>The answer for pieces that have other cover already, with nothing taken from anybody.</summary>
    public PossibleMake Ask(int item, decimal quantity, int priority)
    {
        var mark = ledger.MarkNow();
        _slot = ledger.Possible.Count;
        _worked.Clear();
        _below.Clear();
        var make = Make(item, quantity, priority);
        ledger.BackTo(mark);
        GiveBack();
        _foundNow.Clear();
        return make with { MakeBelow = 0 };
    }

    /// <summary>Writes the answer and, after it, what decides it step by step.</summary>
    private void Keep(PossibleMake make)
    {
        for (var place = _slot; ; place = ledger.Possible.Count - 1)
        {
            PossibleMake? next = make.MakeBelow switch { 0 => null, FromNothing => _fromNothing[make.ShortItem], var at => _below[at - 1] };
            ledger.Possible[place] = make with { MakeBelow = next is null ? 0 : ledger.Possible.Count + 1 };
            if (next is null) return;
            make = next.Value;
            ledger.Possible.Add(default);
        }
    }

    private void GiveBack()
    {
        foreach (var (centre, day, hours) in _worked) centre.GiveBack(day, hours);
        foreach (var found in _foundNow) _fromNothing[found] = null;
    }

    private PossibleMake Make(int item, decimal quantity, int priority)
    {
        if (_fromNothing[item] is { } known) return known;
        var (pegs, worked) = (ledger.Pegs.Count, _worked.Count);
        var make = ledger.Items.IsMade(item) ? MakeOf(item, quantity, priority) : Buy(item);
        if (ledger.Pegs.Count > pegs || _worked.Count > worked) return make;
        _fromNothing[item] = make.MakeBelow > 0 ? make with { MakeBelow = FromNothing } : make;
        _foundNow.Add(item);
        return make;
    }

    private PossibleMake Buy(int item)
    {
        var leadTime = ledger.Items.Fact(item)?.LeadTimeDays;
        var arrives = leadTime is { } days ? calendar.WorkingDayFrom(today.AddDays(days)) : Supply.Never;
        return new PossibleMake(item, arrives, arrives, -1, today, leadTime is not null) { EarliestStart = today, DayWithoutQueue = arrives };
    }

    private PossibleMake MakeOf(int item, decimal quantity, int priority)
    {
        var fact = ledger.Items.Fact(item);
        var centre = centres.Find(fact?.WorkCentre);
        var hours = centre is null ? null : fact!.HoursFor(quantity);
        var make = new PossibleMake(item, Supply.Never, Supply.Never, -1, today, fact?.LeadTimeDays is not null || hours is not null)
        {
            EarliestStart = _afterFence, DayWithoutQueue = Supply.Never, Hours = hours ?? 0,
        };
        foreach (var component in ledger.Items.ComponentSpan(item))
        {
            if (!component.HoldsOn(_afterFence)) continue;
            var there = ComponentDay(component.Item, quantity * component.Per, priority);
            if (there.Day <= make.ShortUntil) continue;
            make = make with { ShortItem = component.Item, ShortUntil = there.Day, MakeBelow = there.Make, SupplyBelow = there.Supply };
            if (there.Day == Supply.Never) break;
        }
        if (make.ShortUntil == Supply.Never || !make.KnowsLeadTime) return make;

        var inside = Later(_now, calendar.WorkingDayFrom(make.ShortUntil));
        var outside = Later(_afterFence, inside);
        var leadTime = fact?.LeadTimeDays ?? 0;
        var (done, doneInside) = (calendar.AddWorkingDays(outside, leadTime), calendar.AddWorkingDays(inside, leadTime));
        make = make with { Day = done, DayInsideFence = doneInside, DayWithoutQueue = done };
        if (hours is not { } needed) return make;

        // Asked before the hours are taken: the two are different answers to the same order.
        var workedInside = centre!.Work(inside, needed, null);
        if (workedInside is null) return make with { Day = Supply.Never, DayInsideFence = Supply.Never };
        var worked = centre.Work(outside, needed, _worked) ?? Supply.Never;
        var alone = centre.DayOf(centre.UpTo(outside.AddDays(-1)) + needed) ?? Supply.Never;
        return make with { Day = Later(done, worked), DayInsideFence = Later(doneInside, workedInside.Value), DayWithoutQueue = Later(done, alone) };
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private (DateOnly Day, int Make, int Supply) ComponentDay(int item, decimal quantity, int priority)
    {
        var day = today;
        var from = 0;
        if (ledger.HasLeft(item))
        {
            var demand = ledger.Add(new Demand(DemandKind.Possible, _slot, item, today, quantity, priority));
            (day, quantity, from) = ledger.TakeLeft(demand, item, quantity, today);
        }
        if (quantity <= 0) return (day, 0, from);
        var made = Make(item, quantity, priority);
        if (made.Day <= day) return (day, 0, from);
        _below.Add(made);
        return (made.Day, _below.Count, 0);
    }
}
