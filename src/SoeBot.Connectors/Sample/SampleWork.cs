using static SoeBot.Connectors.Sample.SampleChance;
using static SoeBot.Connectors.Sample.SampleDays;

namespace SoeBot.Connectors.Sample;

/// <summary>The 45 production orders of a week: 30 made to order, nine lots of fittings for stock, six of own parts.</summary>
internal sealed class SampleWork
{
    private readonly Dictionary<int, WorkStory[]> planned = [];
    private readonly Dictionary<int, WorkStory[]> ownParts = [];
    private readonly Dictionary<int, WorkStory[]> finished = [];
    private readonly Dictionary<int, WorkStory[]> all = [];
    private readonly Dictionary<(int, int), OrderStory> orders = [];

    public OrderStory Order(int home, int slot)
    {
        if (orders.TryGetValue((home, slot), out var story)) return story;
        DateOnly? finish = slot < SampleOrders.FirstFitting ? Finished(home)[slot].Finish : null;
        return orders[(home, slot)] = SampleOrders.Tell(home, slot, finish);
    }

    /// <summary>All production orders due in a week.</summary>
    public WorkStory[] Due(int week)
    {
        if (all.TryGetValue(week, out var known)) return known;
        var works = Finished(week).Concat(OwnParts(week))
            .GroupBy(w => w.Centre)
            .SelectMany(g => g.OrderBy(w => w.Due).ThenBy(w => w.Index).Select((w, place) => w with { Sequence = (place + 1) * 10 }))
            .OrderBy(w => w.Index);
        return all[week] = [.. works];
    }

    /// <summary>Those of finished products, by index.</summary>
    private WorkStory[] Finished(int week)
    {
        if (finished.TryGetValue(week, out var known)) return known;
        var works = Planned(week).ToArray();
        WaitForParts(week, works);
        RunLate(week, works, OwnParts(week).Sum(w => w.Frozen));
        return finished[week] = works;
    }

    /// <summary>Those that make fittings for stock.</summary>
    public IEnumerable<WorkStory> Lots(int week) => Finished(week).Where(w => w.Index >= SampleOrders.FirstFitting);

    private WorkStory[] Planned(int week) => planned.TryGetValue(week, out var known) ? known : planned[week] =
        [.. Enumerable.Range(0, SampleOrders.FirstFitting).Select(slot => ForOrder(week, slot)), .. MakeLots(week)];

    private static WorkStory ForOrder(int week, int slot)
    {
        var order = SampleOrders.Tell(week, slot, null);
        var due = SampleOrders.WorkDue(week, slot);
        var start = AddWorking(due, -Between(1, 2, Topic.Length, week, slot));
        var role = order.Product.Kind == ProductKind.Valve ? SampleTrouble.RoleOf(week, slot) : ValveRole.Plain;
        var work = new WorkStory(
            week, slot, Number(week, slot), order.Product.Number, order.Product.Centre, Later(start, Day(week, Mon)), due,
            order.Ordered, order.Final, due, order.Product.HoursPerPiece, order.MainKey, SampleCatalogue.BillOf(order.Product))
        {
            Begun = Later(start, Day(week, Mon)),
        };
        if (order is { WorkFollows: true, Raise: { } raise }) return work with { Change = (raise.From, due, raise.Pieces) };
        return role switch
        {
            ValveRole.ChangedOnTuesday when week % 2 == 0 => work with { Change = (Day(week, Tue), Day(week, Fri), work.Planned), Finish = Day(week, Fri) },
            ValveRole.ChangedOnTuesday => work with { Change = (Day(week, Tue), due, (int)(work.Planned * 1.15)) },
            ValveRole.ChangedOnFriday => work with { Change = (Day(week, Fri), Day(week + 1, Mon), work.Planned), Finish = Day(week + 1, Mon) },
            _ => work,
        };
    }

    /// <summary>Fittings are made for the commitments of the week after next.</summary>
    private static IEnumerable<WorkStory> MakeLots(int week)
    {
        var demand = Enumerable.Range(0, SampleOrders.Slots).Select(slot => SampleOrders.Tell(week + 2, slot, null)).ToArray();
        foreach (var product in SampleCatalogue.Products.Where(p => p.Kind == ProductKind.Fitting))
        {
            var pieces = demand.Sum(o => (o.Product == product ? o.Final : 0) + (o.Second is { } s && s.Product == product ? s.Pieces : 0));
            for (var lot = 0; lot < 3; lot++)
            {
                var index = SampleOrders.FirstFitting + (product.Index - 9) * 3 + lot;
                var due = Day(week, Tue + lot);
                var planned = pieces * (lot + 1) / 3 - pieces * lot / 3;
                yield return new WorkStory(
                    week, index, Number(week, index), product.Number, product.Centre, AddWorking(due, -1), due, planned, planned,
                    due, product.HoursPerPiece, null, SampleCatalogue.BillOf(product)) { Begun = AddWorking(due, -1) };
            }
        }
    }

    /// <summary>Own parts are made in the week before the products that take them.</summary>
    public WorkStory[] OwnParts(int week) =>
        ownParts.TryGetValue(week, out var known) ? known : ownParts[week] = [.. MakeParts(week, Planned(week + 1))];

    private static IEnumerable<WorkStory> MakeParts(int week, WorkStory[] next)
    {
        foreach (var part in SampleCatalogue.Parts.Where(p => p.Supplier is null))
        {
            var index = 39 + part.Index - 19;
            var need = (int)next.Sum(w => w.Final * w.Bill.Where(b => b.Part == part.Index).Sum(b => b.Per));
            var due = Day(week, Between(Wed, Thu, Topic.WorkDay, week, index));
            yield return new WorkStory(
                week, index, Number(week, index), part.Number, SampleCatalogue.CentreOf(part), AddWorking(due, -2), due, need, need,
                due, SampleCatalogue.HoursPerPieceOf(part), null, SampleCatalogue.BillOf(part)) { Begun = AddWorking(due, -2) };
        }
    }

    /// <summary>Pumps without casting or seal kit are finished two working days after the part has come.</summary>
    private static void WaitForParts(int week, WorkStory[] works)
    {
        var pump = SampleTrouble.LateCasting(week);
        var seal = SampleTrouble.MissingSeal(week);
        foreach (var work in works.Where(w => w.Index / 3 == pump && w.Index < SampleOrders.FirstValve).ToArray())
            works[work.Index] = Arriving(work, SampleTrouble.CastingArrives(week));
        foreach (var work in SampleBuying.InOrderOfNeed(works, seal).Skip(4).ToArray())
            works[work.Index] = Arriving(works[work.Index], SampleTrouble.SealArrives(week));

        static WorkStory Arriving(WorkStory work, DateOnly day)
        {
            var possible = AddWorking(day, day == SampleTrouble.Promised(work.Week) ? 2 : 1);
            return work with { Begun = Later(work.Begun, AddWorking(possible, -1)), Finish = Later(work.Finish, possible) };
        }
    }

    /// <summary>Lots with time to spare slip into the next week until the week's attainment is what the story wants.</summary>
    private static void RunLate(int week, WorkStory[] works, int ownPieces)
    {
        var total = ownPieces + works.Sum(w => w.Frozen);
        var nextWeek = Day(week + 1, Mon);
        var missing = total * (1 - SampleTrouble.AttainmentOf(week)) - works.Sum(w => Math.Max(0, w.Frozen - w.GoodOn(nextWeek)));
        var free = works.Where(w => w.Index >= SampleOrders.FirstValve
            && (w.Index >= SampleOrders.FirstFitting || SampleTrouble.RoleOf(week, w.Index) is not
                (ValveRole.OnHold or ValveRole.ChangedOnTuesday or ValveRole.ChangedOnFriday or ValveRole.EarlierGranted)));
        foreach (var work in free.OrderBy(w => Between(0, 1 << 20, Topic.Late, week, w.Index)).ToArray())
        {
            if (missing < work.Frozen * 0.6) continue;
            works[work.Index] = work with { Finish = Day(week + 1, Tue) };
            missing -= work.Frozen;
        }
    }

    private static string Number(int week, int index)
    {
        var (year, isoWeek) = Iso(week);
        return $"WO{year:00}{isoWeek:00}-{index + 1:00}";
    }
}
