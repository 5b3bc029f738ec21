using System.Runtime.InteropServices;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Pegging;

/// <summary>So many pieces of one supply cover so many of one demand.</summary>
public readonly record struct Peg(int Demand, int Supply, decimal Quantity);

/// <summary>Which supply covers which demand. No supply gives more than it has, and none before its day.</summary>
public sealed class PegBook
{
    private readonly Peg[] _pegs;
    private readonly List<Supply> _supplies;
    private readonly List<Demand> _demands;
    private readonly int[] _firstPeg;
    private readonly int[] _firstComponent;
    private readonly LineTiming[] _timings;
    private readonly decimal[] _left;
    private readonly int[] _demandOfOrder;
    private Dictionary<int, PossibleMake> _anew = [];

    internal PegBook(PlanSnapshot plan, DateOnly today, PegLedger ledger, int[] demandOfOrder, int[] firstComponent, LineTiming[] timings)
    {
        Plan = plan;
        Today = today;
        Items = ledger.Items;
        _supplies = ledger.Supplies;
        _demands = ledger.Demands;
        Possible = ledger.Possible;
        _left = [.. ledger.Left];
        _demandOfOrder = demandOfOrder;
        _firstComponent = firstComponent;
        _timings = timings;

        _firstPeg = new int[_demands.Count + 1];
        foreach (var peg in ledger.Pegs) _firstPeg[peg.Demand + 1]++;
        for (var i = 1; i < _firstPeg.Length; i++) _firstPeg[i] += _firstPeg[i - 1];
        _pegs = new Peg[ledger.Pegs.Count];
        var next = _firstPeg.AsSpan(0, _demands.Count).ToArray();
        foreach (var peg in ledger.Pegs) _pegs[next[peg.Demand]++] = peg;
    }

    public PlanSnapshot Plan { get; }

    /// <summary>The day it was computed for.</summary>
    public DateOnly Today { get; }
    public ItemTable Items { get; }
    public IReadOnlyList<Supply> Supplies => _supplies;
    public IReadOnlyList<Demand> Demands => _demands;
    public IReadOnlyList<PossibleMake> Possible { get; }
    public IReadOnlyList<Peg> Pegs => _pegs;

    /// <summary>One of <see cref="Supplies"/>, not copied: rules look at some of them millions of times.</summary>
    internal ref readonly Supply SupplyAt(int supply) => ref CollectionsMarshal.AsSpan(_supplies)[supply];

    /// <summary>One of <see cref="Demands"/>, not copied.</summary>
    internal ref readonly Demand DemandAt(int demand) => ref CollectionsMarshal.AsSpan(_demands)[demand];

    /// <summary>The pegs of one demand, hard links first, then by day.</summary>
    public ReadOnlySpan<Peg> Of(int demand) => _pegs.AsSpan(_firstPeg[demand].._firstPeg[demand + 1]);

    /// <summary>The demand of an order line by its place in the plan; -1 when nothing of it is open.</summary>
    public int DemandOfOrder(int row) => _demandOfOrder[row];

    /// <summary>The component demands of a production order by its place in the plan.</summary>
    public Range ComponentDemands(int row) => _firstComponent[row].._firstComponent[row + 1];

    /// <summary>When a production order is expected to be done; only of open ones.</summary>
    public LineTiming Timing(int row) => _timings[row];

    /// <summary>What would be made or bought for the pieces of a demand that nothing planned covers; null when all are.</summary>
    public PossibleMake? MadeFor(int demand)
    {
        foreach (var peg in Of(demand))
            if (SupplyAt(peg.Supply) is { Kind: SupplyKind.Possible, Row: var row }) return Possible[row];
        return null;
    }

    /// <summary>What could be made or bought anew in place of the planned pieces that come too late, for order lines needed within the horizon; nothing is taken for it.</summary>
    public PossibleMake? Anew(int demand) => _anew.TryGetValue(demand, out var make) ? make : null;

    internal void SetAnew(Dictionary<int, PossibleMake> anew) => _anew = anew;

    /// <summary>What of a supply nobody needs.</summary>
    public decimal Left(int supply) => _left[supply];

    /// <summary>The day the demand is covered in full: <see cref="Supply.Never"/> when it never is.</summary>
    public DateOnly CoveredOn(int demand)
    {
        decimal covered = 0;
        var day = Today;
        foreach (var peg in Of(demand))
        {
            covered += peg.Quantity;
            if (SupplyAt(peg.Supply).Day > day) day = SupplyAt(peg.Supply).Day;
        }
        return covered < DemandAt(demand).Quantity ? Supply.Never : day;
    }

    /// <summary>Pieces that what is in stock, scheduled or on order brings by a day.</summary>
    public decimal CoveredBy(int demand, DateOnly day)
    {
        decimal covered = 0;
        foreach (var peg in Of(demand))
        {
            ref readonly var supply = ref SupplyAt(peg.Supply);
            if (supply.IsPlanned && supply.Day <= day) covered += peg.Quantity;
        }
        return covered;
    }
}
