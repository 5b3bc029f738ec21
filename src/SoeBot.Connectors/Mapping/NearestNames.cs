namespace SoeBot.Connectors.Mapping;

/// <summary>"Did you mean": the known names that differ least from a wrong one.</summary>
internal static class NearestNames
{
    public static string Of(string wrong, IEnumerable<string> known) =>
        string.Join(", ", known.OrderBy(k => Distance(wrong, k)).ThenBy(k => k, StringComparer.Ordinal).Take(3));

    private static int Distance(string one, string other)
    {
        if (one.Length > 100) return one.Length;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0]++;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (same ? 0 : 1)));
            }
        }
        return row[^1];
    }
}
