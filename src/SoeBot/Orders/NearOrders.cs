namespace SoeBot.Orders;

/// <summary>Orders whose number is near to what was typed.</summary>
internal static class NearOrders
{
    private const int Most = 5;
    private const int MostEdits = 2;

    public static IReadOnlyList<string> Of(string asked, IEnumerable<string> candidates) =>
        [.. candidates.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(order => (Order: order, Edits: Distance(Digits(asked), Digits(order))))
            .Where(one => one.Edits <= MostEdits)
            .OrderBy(one => one.Edits).ThenBy(one => one.Order, StringComparer.Ordinal)
            .Select(one => one.Order).Take(Most)];

    /// <summary>People leave out what all orders begin with, so the last digits alone may be near as well.</summary>
    private static int Distance(string asked, string order) =>
        order.Length > asked.Length + 1 ? Math.Min(Edits(asked, order), Edits(asked, order[^asked.Length..])) : Edits(asked, order);

    private static string Digits(string order) => new([.. order.Where(char.IsAsciiDigit)]);

    /// <summary>Digits to change, add or leave out (Levenshtein); a swap of two neighbours counts as one, because that is how people mistype.</summary>
    internal static int Edits(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > MostEdits) return int.MaxValue;
        var cost = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var change = one[i - 1] == other[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j] + 1, cost[i, j - 1] + 1), cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }
        return cost[one.Length, other.Length];
    }
}
