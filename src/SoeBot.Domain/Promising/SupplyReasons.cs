using SoeBot.Domain.Fences;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Promising;

/// <summary>Why one supply comes when it comes: as a cause, and as a sentence.</summary>
internal sealed class SupplyReasons
{
    private readonly PegBook _book;
    private readonly PlantCalendar _calendar;
    private readonly DateOnly _frozenEnd;
    private readonly QueuedHours _queues;
    private readonly CentreTable _centres;

    public SupplyReasons(PegBook book, PlantCalendar calendar)
        : this(book, calendar, new QueuedHours(book.Plan.Schedule ?? []))
    {
    }

    private SupplyReasons(PegBook book, PlantCalendar calendar, QueuedHours queues)
    {
        (_book, _calendar, _queues) = (book, calendar, queues);
        _frozenEnd = FenceRules.FrozenWeek(book.Today, calendar).End;
        _centres = new CentreTable(book.Plan, calendar, book.Today);
    }

    /// <summary>The same for another thread: the hours of a work centre are looked up while they are asked for.</summary>
    public SupplyReasons Another() => new(_book, _calendar, _queues);

    /// <summary>The supply that comes last; null when nothing covers the demand.</summary>
    public static Supply? Decisive(PegBook book, int demand)
    {
        var last = -1;
        foreach (var peg in book.Of(demand))
            if (last < 0 || book.SupplyAt(peg.Supply).Day > book.SupplyAt(last).Day) last = peg.Supply;
        return last < 0 ? null : book.SupplyAt(last);
    }

    public LateCause Cause(Supply supply, DateOnly need)
    {
        if (supply.Kind == SupplyKind.Possible) return PossibleCause(_book.Possible[supply.Row], need);
        if (supply.Kind != SupplyKind.Schedule) return LateCause.AwaitingSupply;
        var line = _book.Plan.Schedule![supply.Row];
        var timing = _book.Timing(supply.Row);
        if (timing.Delay == LineDelay.Capacity) return LateCause.Capacity;
        if (timing.Delay != LineDelay.None) return LateCause.AwaitingSupply;
        if (_queues.NeededBy(line, need) > Available(line, need)) return LateCause.Capacity;
        return need <= _frozenEnd ? LateCause.Fence : LateCause.AwaitingSupply;
    }

    private LateCause PossibleCause(PossibleMake make, DateOnly need)
    {
        if (make.DayWithoutQueue <= need && make.Day > need) return LateCause.Capacity;
        if (make.DayInsideFence <= need && make.Day > need) return LateCause.Fence;
        for (var below = false; ; below = true)
        {
            if (make.Day != Supply.Never && make.Day > make.DayWithoutQueue) return LateCause.Capacity;
            if (!make.KnowsLeadTime || (below && !_book.Items.IsMade(make.Item))) return LateCause.AwaitingSupply;
            if (!make.WaitsForComponent) return LateCause.LeadTime;
            if (make.MakeBelow == 0) return LateCause.AwaitingSupply;
            make = _book.Possible[make.MakeBelow - 1];
        }
    }

    public void Say(Supply supply, DateOnly need, List<string> chain)
    {
        var name = _book.Items.Name(supply.Item);
        switch (supply.Kind)
        {
            case SupplyKind.Stock: chain.Add($"{name} is in stock"); break;
            case SupplyKind.Purchase: chain.Add(Purchase(name, _book.Plan.Purchases![supply.Row], supply.Day)); break;
            case SupplyKind.Schedule: Schedule(name, supply, need, chain); break;
            case SupplyKind.Possible: Possible(name, _book.Possible[supply.Row], need, chain); break;
        }
    }

    private string Purchase(string name, PurchaseLine line, DateOnly day)
    {
        var order = $"{name} comes with purchase order {line.Order} from {line.Supplier}";
        if (line.Expected < _book.Today)
            return $"{order}, expected {PlanWords.Day(line.Expected)} and not here: {PlanWords.Day(day)} at the earliest";
        return $"{order} on {PlanWords.Day(day)} ({(line.Confirmed is null ? "not confirmed" : "confirmed")})";
    }

    private void Schedule(string name, Supply supply, DateOnly need, List<string> chain)
    {
        var line = _book.Plan.Schedule![supply.Row];
        var timing = _book.Timing(supply.Row);
        var order = $"Production order {line.Number} for {name}";
        var due = PlanWords.Day(line.Due);
        chain.Add(timing.Delay switch
        {
            LineDelay.PastDue => $"{order} was due {due} and is still open: {PlanWords.Day(timing.Day)} at the earliest",
            LineDelay.Capacity => $"{order} is due {due}, but {Queue(line, timing)}: done {PlanWords.Day(timing.Day)} at the earliest",
            LineDelay.Components => Waits(order, line, timing),
            LineDelay.None when timing.Day > need && _queues.NeededBy(line, need) > Available(line, need) =>
                $"{order} is scheduled for {due}; {Needed(line, need)}",
            LineDelay.None when timing.Day > need && need <= _frozenEnd =>
                $"{order} is scheduled for {due}; to be in time it would have to move inside the frozen week, which ends {PlanWords.Day(_frozenEnd)}",
            LineDelay.None when timing.Day > need => $"{order} is scheduled for {due}, after it is needed; nothing known stops it from moving up",
            LineDelay.None => $"{order} is due {due}",
        });
    }

    private string Waits(string order, ScheduleLine line, LineTiming timing)
    {
        var wanted = _book.Demands[timing.ShortDemand];
        var covered = _book.CoveredBy(timing.ShortDemand, wanted.Need) / wanted.Quantity;
        return $"{order} is to start {PlanWords.Day(line.Start)}, but {_book.Items.Name(wanted.Item)} covers {PlanWords.Percent(covered)}"
            + $" of need by {PlanWords.Day(wanted.Need)}; {LateReasons.Rest(_book.CoveredOn(timing.ShortDemand))}";
    }

    private string Queue(ScheduleLine line, LineTiming timing) =>
        $"{_centres.Find(line.WorkCentre)!.Centre.Name} has {Hours(timing.QueueHours)} queued up to it and {Hours(Available(line, line.Due))} available by {PlanWords.Day(line.Due)}";

    private string Needed(ScheduleLine line, DateOnly by) =>
        $"by {PlanWords.Day(by)} {_centres.Find(line.WorkCentre)!.Centre.Name} would need {Hours(_queues.NeededBy(line, by))} and has {Hours(Available(line, by))}";

    private static string Hours(decimal hours) => $"{PlanWords.Quantity(Math.Round(hours, 1))} h";

    /// <summary>From what could be made down to what decides its day.</summary>
    private void Possible(string name, PossibleMake make, DateOnly need, List<string> chain)
    {
        while (true)
        {
            chain.Add(PossibleStep(name, make, need));
            if (!make.WaitsForComponent || make.Day > make.DayWithoutQueue || chain.Count > 5) return;
            if (make.SupplyBelow > 0) Say(_book.Supplies[make.SupplyBelow - 1], need, chain);
            if (make.MakeBelow == 0) return;
            make = _book.Possible[make.MakeBelow - 1];
            (name, need) = (_book.Items.Name(make.Item), DateOnly.MinValue);
        }
    }

    private string PossibleStep(string name, PossibleMake make, DateOnly need)
    {
        if (!_book.Items.IsMade(make.Item))
            return make.KnowsLeadTime
                ? $"Nothing more of {name} is in stock or on order; bought today it is here {PlanWords.Day(make.Day)}"
                : $"Nothing more of {name} is in stock or on order, and its lead time is not known";
        if (make.Day != Supply.Never && make.Day > make.DayWithoutQueue)
            return $"Nothing more of {name} is in stock or scheduled; it needs {Hours(make.Hours)} of {CentreOf(make)}, which others fill: done {PlanWords.Day(make.Day)}, "
                + $"with nothing before it {PlanWords.Day(make.DayWithoutQueue)}";
        if (make.ShortItem >= 0 && (make.Day > need || make.Day == Supply.Never) && (make.WaitsForComponent || make.MakeBelow == 0))
            return $"Nothing more of {name} is in stock or scheduled, and its component {_book.Items.Name(make.ShortItem)} is short "
                + (make.ShortUntil == Supply.Never ? "with no day known" : $"until {PlanWords.Day(make.ShortUntil)}");
        if (!make.KnowsLeadTime)
            return $"Nothing more of {name} is in stock or scheduled, and how long it takes to make is not known";
        return $"Nothing more of {name} is in stock or scheduled; started after the frozen week it can be done {PlanWords.Day(make.Day)}"
            + (make.DayInsideFence <= need && make.Day > need ? $", inside the frozen week {PlanWords.Day(make.DayInsideFence)}" : "");
    }

    private string CentreOf(PossibleMake make) => _centres.Find(_book.Items.Fact(make.Item)?.WorkCentre)!.Centre.Name;

    /// <summary>Hours of the line's work centre from today to a day; what is not known is not short.</summary>
    private decimal Available(ScheduleLine line, DateOnly until) => _centres.Find(line.WorkCentre)?.UpTo(until) ?? decimal.MaxValue;
}
