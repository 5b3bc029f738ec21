using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Domain.Plan;
using SoeBot.UnitTests.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Mapping;

public sealed class PlanMappingTests
{
    private const string Whole = """
        {
          "name": "Our ERP",
          "format": { "delimiter": ";", "dates": ["dd.MM.yyyy"], "decimal": ",", "thousands": ".", "emptyWhen": ["NULL"] },
          "tables": {
            "purchases": {
              "file": "EKPO.csv",
              "knownFrom": "BEDAT",
              "keep": { "all": [ { "column": "STATUS", "isNot": ["gone"] }, { "any": [ { "column": "EINDT", "from": "week-7", "upTo": "week+20" }, { "column": "STATUS", "is": "vip" } ] } ] },
              "columns": {
                "order": "EBELN",
                "line": { "join": ["EBELP", "ETENR"], "with": "." },
                "item": "MATNR",
                "supplier": { "from": "LIFNR", "lookup": { "file": "LFA1.csv", "key": "LIFNR", "value": "NAME1" }, "else": { "constant": "unknown" } },
                "ordered_on": "BEDAT",
                "due": "EINDT",
                "quantity": { "from": "MENGE", "scale": 0.001 },
                "received": { "from": "WEMNG", "scale": 0.001, "knownFrom": { "column": "WEDAT", "plus": 1 } },
                "cancelled": { "from": "LOEKZ", "codes": { "L": "true", "-": "false" } }
              }
            }
          }
        }
        """;

    private const string Header = "EBELN;EBELP;ETENR;MATNR;LIFNR;BEDAT;EINDT;MENGE;WEMNG;WEDAT;LOEKZ;STATUS\n";

    [Fact]
    public void Read_ThroughAMapping_RenamesLooksUpScalesAndHides()
    {
        var lines = Lines(
            "45;10;1;S-10;700;03.08.2026;31.08.2026;1.250.000;500.000;24.08.2026;-;",
            "46;10;1;S-10;999;03.08.2026;31.08.2026;12,5;10,5;25.08.2026;L;NULL",
            "47;10;1;S-10;700;26.08.2026;31.08.2026;1;0;;-;",
            "48;10;1;S-10;700;03.08.2026;03.11.2026;1;0;;-;",
            "49;10;1;S-10;700;03.08.2026;03.11.2026;1;0;;-;VIP",
            "50;10;1;S-10;700;03.08.2026;31.08.2026;1;0;;-;gone");

        Assert.Equal(["45/10.1", "46/10.1", "49/10.1"], lines.Select(l => l.Key));
        Assert.Equal(("Keystone Seals", 1_250m, 500m, false), (lines[0].Supplier, lines[0].Quantity, lines[0].Received, lines[0].Cancelled));
        Assert.Equal(("unknown", 0.0125m, 0m, true), (lines[1].Supplier, lines[1].Quantity, lines[1].Received, lines[1].Cancelled));
        Assert.Equal(new DateOnly(2026, 8, 31), lines[0].Due);
    }

    [Theory]
    [InlineData("45;10;1;S-10;700;03.08.2026;2026-08-31;1;0;;-;", "EKPO.csv, row 2, column EINDT, value \"2026-08-31\": is no date; expected is a date written as dd.MM.yyyy. It looks like yyyy-M-d: write it as expected, or say so in the mapping (\"dates\").")]
    [InlineData("45;10;1;S-10;700;03.08.2026;31.08.2026;12.5;0;;-;", "EKPO.csv, row 2, column MENGE, value \"12.5\": is no number; expected is a number with \",\" before the decimals and \".\" between the thousands. Write the number alone.")]
    [InlineData("45;10;1;S-10;700;03.08.2026;31.08.2026;1;0;;X;", "EKPO.csv, row 2, column LOEKZ, value \"X\": is no known code; known are L, -. Add it to the codes of the mapping or correct the file.")]
    [InlineData("45;10;1;S-10;700;soon;31.08.2026;1;0;;-;", "EKPO.csv, row 2, column BEDAT, value \"soon\": is no date; expected is a date written as dd.MM.yyyy. Correct it.")]
    public void Read_WrongValue_SpeaksInTheSourcesWords(string row, string problem) => Assert.Equal([problem], Given(row).Problems());

    [Fact]
    public void Read_MissingFileOfALookup_IsRefused() =>
        Assert.Equal(["LFA1.csv: is missing; the mapping looks values up in it."], Given().Without("LFA1.csv").Problems());

    [Fact]
    public void Read_MissingFile_IsRefused() =>
        Assert.Equal(["EKPO.csv: is missing; the mapping reads purchases from it. Send it too."], Given().Without("EKPO.csv").Problems());

    [Theory]
    [InlineData("\"EBELN\"", "\"EBELN\", \"quantiti\": \"X\"", "$.tables.purchases.columns.quantiti: there is no such column in purchases; nearest: quantity, lane, supplier.")]
    [InlineData("\"purchases\"", "\"purchase\"", "$.tables.purchase: there is no such table; nearest: purchases, forecast, orders.")]
    [InlineData("\"knownFrom\": \"BEDAT\"", "\"knowFrom\": \"BEDAT\"", "$.tables.purchases.knowFrom: there is no such property; nearest: knownFrom, columns, encoding.")]
    [InlineData("\"item\": \"MATNR\",", "", "$.tables.purchases.columns: item is missing: every row of purchases needs it.")]
    [InlineData("\"file\": \"EKPO.csv\",", "", "$.tables.purchases: file is missing.")]
    [InlineData("\"dd.MM.yyyy\"", "\"tomorrow\"", "$.format.dates: \"tomorrow\" is no date format; write yyyy, MM and dd, e.g. dd.MM.yyyy.")]
    [InlineData("\"decimal\": \",\"", "\"decimal\": 5", "$.format.decimal: a text in quotes is expected here, not a number.")]
    [InlineData("\"decimal\": \",\"", "\"decimal\": \"comma\"", "$.format.decimal: exactly one character is expected here.")]
    [InlineData("\"week-7\"", "\"monday\"", "$.tables.purchases.keep.all[1].any[0].from: a day is today or week (the first day of this week), with days added or taken away: today-7, week+13.")]
    [InlineData("\"isNot\": [\"gone\"]", "\"isNot\": [\"gone\"], \"is\": \"x\"", "$.tables.purchases.keep.all[0]: a condition is { column, is }, { column, isNot }, { column, from and/or upTo }, { all: [...] } or { any: [...] }.")]
    [InlineData("\"scale\": 0.001 },", "\"scale\": 0.001, \"knownFrom\": \"WEDAT\" },", "$.tables.purchases.columns.quantity.knownFrom: quantity needs a value in every row, so it cannot be unknown; give knownFrom to the table, and the row is left out.")]
    [InlineData("\"due\": \"EINDT\"", "\"due\": { \"from\": \"EINDT\", \"constant\": \"x\" }", "$.tables.purchases.columns.due: exactly one of from, constant and join is expected here.")]
    [InlineData("\"due\": \"EINDT\"", "\"due\": { \"from\": \"EINDT\", \"scale\": 2 }", "$.tables.purchases.columns.due.scale: due is no number.")]
    [InlineData("\"key\": \"LIFNR\", ", "", "$.tables.purchases.columns.supplier.lookup: key is missing.")]
    [InlineData("\"name\": \"Our ERP\",", "\"name\": \"Our ERP\" \"x\"", "$: the mapping is no JSON (line 2, character 21).")]
    [InlineData("\"due\": \"EINDT\"", "\"due\": \"EINDT\", \"due\": \"EINDT\"", "$: the mapping is no JSON (a property stands there twice).")]
    public void Parse_WrongMapping_NamesThePlace(string sound, string spoilt, string problem)
    {
        Assert.Contains(sound, Whole);
        var at = Whole.IndexOf(sound, StringComparison.Ordinal);
        var parse = PlanMapping.Parse(Whole[..at] + spoilt + Whole[(at + sound.Length)..]);

        Assert.Null(parse.Mapping);
        Assert.Equal([problem], parse.Problems);
    }

    private static IReadOnlyList<PurchaseLine> Lines(params string[] rows)
    {
        var read = Given(rows).Read();
        Assert.True(read.Outcome == ImportOutcome.Read, string.Join('\n', read.Problems));
        return read.Snapshot!.Purchases!;
    }

    private static GivenFiles Given(params string[] rows)
    {
        var parse = PlanMapping.Parse(Whole);
        Assert.Empty(parse.Problems);
        return new GivenFiles { Mapping = parse.Mapping! }
            .With("EKPO.csv", Header + string.Join('\n', rows))
            .With("LFA1.csv", "LIFNR;NAME1\n700;Keystone Seals\n");
    }
}
