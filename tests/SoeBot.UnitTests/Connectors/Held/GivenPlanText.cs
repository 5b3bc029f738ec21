using System.Text;
using CsCheck;

namespace SoeBot.UnitTests.Connectors.Held;

/// <summary>A small plan as files, and what people and programs do to such files from one day to the next.</summary>
internal sealed class GivenPlanText
{
    public const string Mapping = """
        { "name": "comma", "format": { "decimal": ",", "delimiter": ";" }, "tables": {
          "items": { "file": "items.csv", "optional": true, "columns": { "number": { "from": "number" }, "name": { "from": "name" }, "safety_stock": { "from": "safety_stock" } } },
          "orders": { "file": "orders.csv", "optional": true, "keep": { "column": "line", "isNot": ["9"] }, "columns": { "order": { "from": "order" }, "line": { "from": "line" }, "item": { "from": "item" }, "quantity": { "from": "quantity" }, "requested": { "from": "requested" } } } } }
        """;

    private static readonly string[] Ends = ["\n", "\r\n", "\r"];
    private static readonly Encoding[] Encodings = [new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, Encoding.Latin1];
    private readonly Dictionary<string, List<string>> tables = new()
    {
        ["items.csv"] = ["number,name,made,safety_stock", .. Enumerable.Range(1, 8).Select(item => $"I-{item},\"Pump, {item}\",{(item < 5 ? "true" : "false")},{item}")],
        ["bill.csv"] = ["assembly,component,per", "I-1,I-2,2", "I-2,I-3,1", "I-3,I-6,4", "I-4,I-7,1.5"],
        ["orders.csv"] = ["order,line,item,customer,quantity,requested", .. Enumerable.Range(1, 25).Select(line => $"SO{line / 3},{line % 3 + 1},I-{line % 8 + 1},{(line % 5 == 0 ? "\"Blue \"\"x\"\"\"" : $"Bläu {line % 4}")},{line * 7},2026-09-{line:00}")],
        ["schedule.csv"] = ["number,item,start,due,planned,for_order", .. Enumerable.Range(1, 9).Select(line => $"W{line},I-{line % 4 + 1},2026-08-2{line % 9},2026-08-28,{line}0,{(line % 3 == 0 ? "SO1/2" : "")}")],
        ["stock.csv"] = ["item,location,on_hand", .. Enumerable.Range(1, 8).Select(item => $"I-{item},Main,{item * 10}")],
    };

    private string end = "\n";
    private bool open, mapped;
    private Encoding encoding = new UTF8Encoding(false);

    public string? MappingText => mapped ? Mapping : null;

    public Dictionary<string, byte[]> Files => tables.ToDictionary(table => table.Key, table =>
    {
        var text = string.Join(end, table.Value) + (open ? "" : end);
        if (mapped) text = text.Replace(',', ';');
        return (byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    });

    /// <summary>What may happen; much of it is refused.</summary>
    public static Gen<Action<GivenPlanText>> Change { get; } = Gen.Frequency(
        (8, On((lines, at, number) => lines[at] = Cell(lines[at], number % 5 + 1, $"{number}"))),
        (6, On((lines, at, number) => lines.Insert(at, Cell(Cell(lines[at], 0, $"N{number}"), 4, $"{number}")))),
        (4, On((lines, at, _) => lines.RemoveAt(at))),
        (4, On((lines, at, number) => Move(lines, at, 1 + number % (lines.Count - 1)))),
        (1, On((lines, _, number) => lines.Reverse(1, Math.Min(lines.Count - 1, 1 + number % 7)))),
        (1, On((lines, at, _) => lines.Insert(at, lines[at]))),
        (1, On((lines, at, number) => lines[at] = Cell(lines[at], number % 3, ""))),
        (1, On((lines, at, number) => lines[at] = Cell(lines[at], number % 6, "\"a\nb\""))),
        (1, On((lines, at, number) => lines[at] = Cell(lines[at], 3, $"\"two, {number}\""))),
        (1, On((lines, at, number) => lines[at] = Cell(lines[at], number % 6, "\"open"))),
        (1, On((lines, at, number) => lines[at] = Cell(lines[at], number % 6, "a \" b"))),
        (1, On((lines, at, number) => lines[at] = Cell(lines[at], number % 6, number % 2 == 0 ? "1.250" : "1.234,5"))),
        (1, On((lines, at, _) => lines[at] += ",one too many")),
        (1, On((lines, at, _) => lines.Insert(at, lines[0]))),
        (2, On((lines, at, number) => lines.Insert(at, number % 2 == 0 ? "" : ",,,,,"[..lines[0].Count(c => c == ',')]))),
        (1, On((lines, _, number) => lines[0] = number % 2 == 0 ? $"{lines[0]},remark" : lines[0].ToUpperInvariant())),
        (1, On((lines, _, _) => lines.RemoveRange(lines.Count / 2, lines.Count - lines.Count / 2))),
        (1, Gen.Int[0, 4].Select<int, Action<GivenPlanText>>(table => plan => plan.tables.Remove(plan.tables.Keys.ElementAt(table % plan.tables.Count)))),
        (1, Gen.Int[0, 2].Select<int, Action<GivenPlanText>>(at => plan => plan.end = Ends[at])),
        (1, Gen.Bool.Select<bool, Action<GivenPlanText>>(open => plan => plan.open = open)),
        (1, Gen.Bool.Select<bool, Action<GivenPlanText>>(mapped => plan => plan.mapped = mapped)),
        (1, Gen.Int[0, 3].Select<int, Action<GivenPlanText>>(at => plan => plan.encoding = Encodings[at])),
        (1, Gen.Const<Action<GivenPlanText>>(plan => plan.tables.TryAdd("events.csv", ["number,kind,object,cause,day", "E1,downtime,Line 1,leak,2026-08-25"]))));

    private static Gen<Action<GivenPlanText>> On(Action<List<string>, int, int> change) => Gen.Int[0, 4].Select(Gen.Int[0, 99], Gen.Int[0, 99]).Select<(int Table, int At, int Number), Action<GivenPlanText>>(drawn => plan =>
    {
        var lines = plan.tables.Values.ElementAt(drawn.Table % plan.tables.Count);
        if (lines.Count > 2) change(lines, 1 + drawn.At % (lines.Count - 1), drawn.Number);
    });

    private static string Cell(string line, int column, string value)
    {
        var cells = line.Split(',');
        cells[column % cells.Length] = value;
        return string.Join(',', cells);
    }

    private static void Move(List<string> lines, int from, int to)
    {
        var line = lines[from];
        lines.RemoveAt(from);
        lines.Insert(Math.Min(to, lines.Count), line);
    }
}
