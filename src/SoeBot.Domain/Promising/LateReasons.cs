using SoeBot.Domain.Fences;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Promising;

/// <summary>Walks from a late order line to what decides its day, and says each step. Sentences are made only when a chain is asked for.</summary>
internal sealed class LateReasons
{
    private const int Depth = 4; // five sentences, the first of them about the order itself

    private readonly PegBook _book;
    private readonly Dictionary<string, decimal> _onHold;
    private readonly Dictionary<string, RowChange<OrderLine>> _changes;
    private readonly SupplyReasons _supply;

    public LateReasons(PegBook book, PlantCalendar calendar, TableDifference<OrderLine>? changes)
    {
        (_book, _onHold, _changes) = (book, new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        _supply = new SupplyReasons(book, calendar);
        foreach (var line in book.Plan.Stock ?? [])
            if (line.OnHold > 0) _onHold[line.Item] = _onHold.GetValueOrDefault(line.Item) + Math.Min(line.OnHold, line.OnHand);
        foreach (var change in changes?.Changed ?? []) _changes[change.Key] = change;
    }

    private LateReasons(LateReasons other) => (_book, _onHold, _changes, _supply) = (other._book, other._onHold, other._changes, other._supply.Another());

    /// <summary>The same for another thread.</summary>
    public LateReasons Another() => new(this);

    public LateCause Find(int demand, OrderLine line, decimal covered, List<string>? chain)
    {
        SayCoverage(demand, line, covered, chain);
        var changed = CustomerChange(demand, line, chain);
        var held = HeldBack(demand, chain);
        if (covered == 1) return changed ?? LateCause.None; // past due, and everything is there
        var cause = Walk(demand, line.Commitment, 1, chain, out var heldBelow);
        return changed ?? (held || heldBelow ? LateCause.Quality : cause);
    }

    public void SayCovered(int demand, OrderLine line, decimal covered, List<string>? chain)
    {
        if (chain is null) return;
        SayCoverage(demand, line, covered, chain);
        if (SupplyReasons.Decisive(_book, demand) is { } supply) _supply.Say(supply, line.Commitment, chain);
    }

    private void SayCoverage(int demand, OrderLine line, decimal covered, List<string>? chain)
    {
        if (chain is null) return;
        var wanted = _book.Demands[demand];
        var name = _book.Items.Name(wanted.Item);
        var by = line.Commitment < _book.Today ? $"today (it was due {PlanWords.Day(line.Commitment)})" : PlanWords.Day(line.Commitment);
        chain.Add(covered == 1
            ? $"{name}: all {PlanWords.Quantity(wanted.Quantity)} are covered by {by}"
            : $"{name} covers {PlanWords.Percent(covered)} of {PlanWords.Quantity(wanted.Quantity)} by {by}; {Rest(_book.CoveredOn(demand))}");
    }

    internal static string Rest(DateOnly day) =>
        day == Supply.Never ? "no day can be given for the rest" : $"the rest comes {PlanWords.Day(day)}";

    /// <summary>The customer's own change, when the order would have been in time without it.</summary>
    private LateCause? CustomerChange(int demand, OrderLine line, List<string>? chain)
    {
        if (_changes.Count == 0 || !_changes.TryGetValue(line.Key, out var change)) return null;
        var day = _book.CoveredOn(demand);
        var pulledIn = line.Commitment < change.Before.Commitment && day != Supply.Never && day <= change.Before.Commitment;
        var raised = line.Quantity > change.Before.Quantity
            && _book.CoveredBy(demand, _book.Demands[demand].Need) >= change.Before.OpenQuantity;
        if (!pulledIn && !raised) return null;
        chain?.Add($"The customer changed {string.Join(" and ", change.Words)}; before that it would have been in time");
        return LateCause.CustomerChange;
    }

    /// <summary>Stock on hold that would have covered what is missing by the day of need.</summary>
    private bool HeldBack(int demand, List<string>? chain)
    {
        if (_onHold.Count == 0) return false;
        var wanted = _book.Demands[demand];
        if (!_onHold.TryGetValue(_book.Items.Number(wanted.Item), out var held)) return false;
        var missing = wanted.Quantity - _book.CoveredBy(demand, wanted.Need);
        if (missing <= 0 || held < missing) return false;
        chain?.Add($"{PlanWords.Quantity(held)} of {_book.Items.Name(wanted.Item)} are on quality hold and would cover the {PlanWords.Quantity(missing)} that are missing");
        return true;
    }

    private LateCause Walk(int demand, DateOnly need, int depth, List<string>? chain, out bool held)
    {
        held = false;
        if (SupplyReasons.Decisive(_book, demand) is not { } supply) return LateCause.AwaitingSupply;
        var cause = _supply.Cause(supply, need);
        if (chain is not null) _supply.Say(supply, need, chain);
        if (depth >= Depth || supply.Kind != SupplyKind.Schedule) return Below(cause, depth);
        var timing = _book.Timing(supply.Row);
        if (timing.Delay != LineDelay.Components || timing.ShortDemand < 0) return cause;

        held = HeldBack(timing.ShortDemand, chain);
        var below = Walk(timing.ShortDemand, _book.Demands[timing.ShortDemand].Need, depth + 1, chain, out var heldBelow);
        held |= heldBelow;
        return below;
    }

    /// <summary>Below the order itself, a component that nobody ordered is supply that is waited for.</summary>
    private static LateCause Below(LateCause cause, int depth) =>
        depth > 1 && cause == LateCause.LeadTime ? LateCause.AwaitingSupply : cause;
}
