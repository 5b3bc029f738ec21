using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Pegging;

/// <summary>The customer order lines that production orders were made for, each by a small number. Of a million order lines no key is written but those that may be meant.</summary>
internal sealed class LinkedOrders
{
    private readonly int[] _ofSchedule;
    private readonly List<(int Link, int Row)> _rows = [];

    public LinkedOrders(PlanSnapshot plan)
    {
        var schedule = plan.Schedule ?? [];
        _ofSchedule = new int[schedule.Count];
        var links = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < _ofSchedule.Length; row++)
        {
            if (schedule[row].ForOrder is not { } key) _ofSchedule[row] = -1;
            else if (!links.TryGetValue(key, out _ofSchedule[row])) links[key] = _ofSchedule[row] = links.Count;
        }
        Count = links.Count;
        if (Count > 0) FindRows(plan.Orders ?? [], links);
    }

    public int Count { get; }

    /// <summary>The order line of a schedule row; -1 when it was made for none.</summary>
    public int OfSchedule(int row) => _ofSchedule[row];

    /// <summary>The rows of the order lines, in the order of the plan.</summary>
    public IReadOnlyList<(int Link, int Row)> Rows => _rows;

    private void FindRows(IReadOnlyList<OrderLine> orders, Dictionary<string, int> links)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in links.Keys)
            for (var slash = key.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = key.IndexOf('/', slash + 1)) numbers.Add(key[..slash]);
        string? last = null;
        var meant = false;
        for (var row = 0; row < orders.Count; row++)
        {
            var order = orders[row].Order;
            if (!ReferenceEquals(order, last)) (last, meant) = (order, numbers.Contains(order));
            if (meant && links.TryGetValue(orders[row].Key, out var link)) _rows.Add((link, row));
        }
    }
}
