using System.Globalization;
using System.Text;

namespace SoeBot.Connectors.Csv;

/// <summary>Collects what is wrong: all of it is counted, the first 200 are kept.</summary>
internal sealed class ProblemList
{
    public const int Kept = 200;
    private const int LongestValue = 40;
    private readonly List<ImportProblem> kept = [];

    public int Count { get; private set; }
    public IReadOnlyList<ImportProblem> All => kept;

    /// <summary>What is added now is only counted.</summary>
    public bool IsFull => kept.Count >= Kept;

    public void Add(string file, int? row, string? column, string? value, string reason)
    {
        Count++;
        if (kept.Count < Kept) kept.Add(new ImportProblem(file, row, column is null ? null : Shown(column), value is null ? null : Shown(value), reason));
    }

    /// <summary>Those of another list behind these.</summary>
    public void Add(ProblemList others)
    {
        Count += others.Count;
        kept.AddRange(others.kept.Take(Kept - kept.Count));
    }

    /// <summary>Takes back all but the first so many: something better can be said.</summary>
    public void TakeBack(int all)
    {
        Count = all;
        if (kept.Count > all) kept.RemoveRange(all, kept.Count - all);
    }

    /// <summary>Whatever stands in a file, short and harmless: no control or direction characters, no half characters.</summary>
    public static string Shown(ReadOnlySpan<char> value)
    {
        var shown = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            if (shown.Length >= LongestValue) return shown.Append('…').ToString();
            var harmless = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            shown.Append(harmless ? rune.ToString() : " ");
        }
        return shown.ToString();
    }
}
