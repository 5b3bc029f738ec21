using System.Buffers;
using System.Globalization;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Tables;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Csv;

/// <summary>Writes a plan as the ten files of our own layout; reading them without a mapping gives the same plan.</summary>
public static class PlanCsvWriter
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n");

    /// <param name="open">Gives the writer for a file name; the writer is disposed here. Absent tables give no file.</param>
    public static void Write(PlanSnapshot snapshot, Func<string, TextWriter> open)
    {
        foreach (var table in PlanTables.All)
        {
            if (table.From(snapshot) is not { } rows) continue;
            using var writer = open(table.File);
            WriteLine(writer, table.Columns.Select(c => c.Name));
            foreach (var row in rows) WriteLine(writer, table.Columns.Select(c => Text(c.Value(row))));
        }
    }

    private static void WriteLine(TextWriter writer, IEnumerable<string> values)
    {
        writer.Write(string.Join(',', values.Select(v =>
            v.AsSpan().IndexOfAny(Quoted) >= 0 || v.Length != v.AsSpan().Trim().Length ? $"\"{v.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : v)));
        writer.Write('\n');
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateOnly day => day.ToString(DayText.Iso, CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        ShopEventKind kind => EventKinds.Word(kind),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
