using SoeBot.Connectors.Csv;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Reading.Checks;

/// <summary>An assembly that is made of itself, however far down: nothing could ever be made of it.</summary>
internal static class BillLoops
{
    private const int Shown = 6;

    /// <summary>Each loop is said once, at the line that closes it. Lines whose days never overlap make no loop together.</summary>
    public static void Find(IReadOnlyDictionary<string, TableRead> tables, ProblemList problems)
    {
        if (!tables.TryGetValue("bill", out var bill) || !bill.Sound || bill.IsKept || bill.Edit is { Fresh.Count: 0 }) return;
        var below = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < bill.Rows.Count; i++)
            if (below.TryGetValue(((BillLine)bill.Rows[i]).Assembly, out var lines)) lines.Add(i);
            else below[((BillLine)bill.Rows[i]).Assembly] = [i];

        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var top in below.Keys) Walk(top, bill, below, done, problems);
    }

    /// <summary>Depth first with a stack of our own: a bill may be as deep as somebody likes.</summary>
    private static void Walk(string top, TableRead bill, Dictionary<string, List<int>> below, HashSet<string> done, ProblemList problems)
    {
        if (done.Contains(top)) return;
        var path = new List<(string Item, int Line, int Next)> { (top, -1, 0) };
        var open = new Dictionary<string, int>(StringComparer.Ordinal) { [top] = 0 };
        while (path.Count > 0)
        {
            var (item, line, next) = path[^1];
            if (!below.TryGetValue(item, out var lines) || next >= lines.Count)
            {
                done.Add(item);
                open.Remove(item);
                path.RemoveAt(path.Count - 1);
                continue;
            }
            path[^1] = (item, line, next + 1);
            var component = ((BillLine)bill.Rows[lines[next]]).Component;
            if (open.TryGetValue(component, out var at))
            {
                var loop = path.Skip(at + 1).Select(step => step.Line).Append(lines[next]).ToList();
                if (Overlap(loop.Select(i => (BillLine)bill.Rows[i]))) Say(bill, lines[next], [.. path.Skip(at).Select(step => step.Item), component], problems);
            }
            else if (!done.Contains(component))
            {
                open[component] = path.Count;
                path.Add((component, lines[next], 0));
            }
        }
    }

    private static bool Overlap(IEnumerable<BillLine> loop)
    {
        var (from, until) = (DateOnly.MinValue, DateOnly.MaxValue);
        foreach (var line in loop)
        {
            if (line.From > from) from = line.From.Value;
            if (line.Until < until) until = line.Until.Value;
        }
        return from < until;
    }

    private static void Say(TableRead bill, int line, IReadOnlyList<string> loop, ProblemList problems)
    {
        var names = loop.Select(item => ProblemList.Shown(item)).ToList();
        var shown = names.Count <= Shown ? names : [.. names.Take(Shown - 2), "…", .. names.TakeLast(1)];
        var column = bill.Mapping.Shape.Columns.First(one => one.Name == "component");
        problems.Add(bill.File, bill.Edit is null ? bill.Lines[line] : null, bill.Shown(column), loop[^1],
            $"closes a loop: {string.Join(" → ", shown)}. Nothing is made of itself; take this line or another one of the loop out.");
    }
}
