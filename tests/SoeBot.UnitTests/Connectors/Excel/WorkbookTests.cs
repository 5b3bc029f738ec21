using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Sample;
using SoeBot.TestKit.Excel;
using SoeBot.UnitTests.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Excel;

/// <summary>A workbook is read as the CSV files are, cell by cell.</summary>
public sealed class WorkbookTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly object[] Header = ["number", "name", "made", "safety_stock"];

    [Theory]
    [InlineData(true), InlineData(false)]
    public void A_whole_plant_in_ten_sheets_is_the_plant_of_its_ten_files(bool typed)
    {
        var plan = SamplePlant.At(Day);
        var book = new WorkbookFile();
        PlanCsvWriter.Write(plan, name => new SheetWriter(text => book.SheetOfCsv(Path.GetFileNameWithoutExtension(name), text, typed)));

        var read = Read(book);

        Assert.Empty(read.Problems);
        Assert.Equal(plan.Orders!, read.Snapshot!.Orders);
        Assert.Equal(plan.Schedule, read.Snapshot.Schedule);
        Assert.Equal(plan.Purchases, read.Snapshot.Purchases);
        Assert.Equal(plan.Items, read.Snapshot.Items);
        Assert.Equal(plan.Stock, read.Snapshot.Stock);
        Assert.Equal(plan.WorkCentres, read.Snapshot.WorkCentres);
        Assert.Equal(["plan.xlsx"], read.Sources);
    }

    [Theory]
    [InlineData("items"), InlineData("Items"), InlineData(" ITEMS "), InlineData("items (2)")]
    public void A_sheet_is_found_by_its_name_however_it_is_written(string sheet) =>
        Assert.Equal(1, Read(new WorkbookFile().Sheet("Notes", [["Do not touch"]]).Sheet(sheet, [Header, ["CP-25", "Pump", true, 2]])).Rows["items"]);

    [Theory]
    [InlineData("work_centres"), InlineData("Work Centres"), InlineData("work-centres")]
    public void Blanks_and_underscores_are_the_same(string sheet) =>
        Assert.Equal(1, Read(new WorkbookFile().Sheet(sheet, [["number", "name", "hours_per_day"], [10, "Assembly", 8.5]])).Rows["work centres"]);

    [Fact]
    public void Numbers_days_formulas_and_texts_are_taken_as_they_are_meant()
    {
        var read = Read(new WorkbookFile().Sheet("orders",
        [
            ["order", "line", "item", "quantity", "requested", "value"],
            [63216, 1, "CP-25", new Formula("2*6", 12), new DateOnly(2026, 11, 30), 0.1 + 0.2],
            ["SO-7", "2", "CP-25", "3.5", "2026-12-01", new Formula("UPPER(\"x\")", "4")],
            ["SO-8", 1, "CP-25", 1, new DateTime(2026, 12, 2, 14, 30, 0), null],
        ]));

        Assert.Empty(read.Problems);
        var orders = read.Snapshot!.Orders!;
        Assert.Equal(("63216", "1", 12m, new DateOnly(2026, 11, 30), 0.3m), (orders[0].Order, orders[0].Line, orders[0].Quantity, orders[0].Requested, orders[0].Value));
        Assert.Equal((3.5m, new DateOnly(2026, 12, 1), 4m), (orders[1].Quantity, orders[1].Requested, orders[1].Value));
        Assert.Equal(new DateOnly(2026, 12, 2), orders[2].Requested);
    }

    [Fact]
    public void A_typed_cell_needs_no_format_of_the_mapping_and_a_text_does()
    {
        var mapping = PlanMapping.Parse("""
            { "format": { "decimal": ",", "thousands": ".", "dates": "dd.MM.yyyy" },
              "tables": { "orders": { "file": "Auftraege.csv", "columns": { "order": "Nr", "line": { "constant": "1" }, "item": "Teil", "quantity": "Menge", "requested": "Termin" } } } }
            """).Mapping!;
        var read = PlanReader.Read(
            Files("plan.xlsx", new WorkbookFile().Sheet("Auftraege",
                [["Nr", "Teil", "Menge", "Termin"], ["A1", "T", 1234.5, new DateOnly(2026, 12, 1)], ["A2", "T", "1.234,5", "02.12.2026"]]).Bytes()),
            mapping, new ReadRequest(Day));

        Assert.Empty(read.Problems);
        Assert.Equal([1234.5m, 1234.5m], read.Snapshot!.Orders!.Select(order => order.Quantity));
        Assert.Equal([new(2026, 12, 1), new(2026, 12, 2)], read.Snapshot.Orders!.Select(order => order.Requested));
    }

    [Fact]
    public void Empty_rows_are_passed_over_and_rows_keep_their_numbers()
    {
        var read = Read(new WorkbookFile().Sheet("items", [null, Header, null, ["CP-25", "Pump", true, 2], [null, " "], null, ["CP-26", "Pump", "maybe", 2]]));

        Assert.Equal(["plan.xlsx, sheet items, row 7, column made, value \"maybe\": is neither true nor false; expected is true, yes, 1, false, no or 0. Write it so, or say in the mapping what it means (\"codes\")."], Texts(read));
    }

    [Fact]
    public void What_is_wrong_is_named_by_sheet_row_and_column()
    {
        var read = Read(new WorkbookFile()
            .Sheet("Items", [Header, ["CP-25", "Pump", true, "two"], ["S-10", "Kit", false, new CellError("#N/A")], ["S-11", "Kit", false, new DateOnly(2026, 1, 1)]])
            .Sheet("Orders", [["order", "line", "item", "quantity", "requested"], ["SO1", 1, "CP-25", 5, 46000], ["SO2", 1, "NONE", new Formula("1/0", new CellError("#DIV/0!")), "soon"]]));

        Assert.Equal(
        [
            "plan.xlsx, sheet Items, row 2, column safety_stock, value \"two\": is no number; expected is a number with \".\" before the decimals and no thousands separators. Write the number alone.",
            "plan.xlsx, sheet Items, row 3, column safety_stock, value \"#N/A\": is an error of Excel, not a value. Mend the formula.",
            "plan.xlsx, sheet Items, row 4, column safety_stock, value \"2026-01-01\": is a date, not a number. Give the cell a number format.",
            "plan.xlsx, sheet Orders, row 2, column requested, value \"46000\": is a number, not a date. Give the cell a date format.",
            "plan.xlsx, sheet Orders, row 3, column quantity, value \"#DIV/0!\": is an error of Excel, not a value. Mend the formula.",
            "plan.xlsx, sheet Orders, row 3, column requested, value \"soon\": is no date; expected is a date like 2026-08-24 (year-month-day). Correct it.",
        ], Texts(read));
        Assert.Null(read.Snapshot);
    }

    [Fact]
    public void Merged_cells_are_not_guessed_at() =>
        Assert.Equal(
            ["plan.xlsx, sheet items, row 3, column name: is part of merged cells. Unmerge them and write the value into every row."],
            Texts(Read(new WorkbookFile().Sheet("items", [Header, ["CP-25", "Pump", true, 2], ["CP-26", null, true, 2]], "B2:B3"))));

    [Fact]
    public void Two_sheets_of_one_table_are_refused() =>
        Assert.Equal(
            ["plan.xlsx: plan.xlsx, sheet Items and plan.xlsx, sheet items (2) are one table by their names; leave one of them."],
            Texts(Read(new WorkbookFile().Sheet("Items", [Header]).Sheet("items (2)", [Header]))));

    [Fact]
    public void A_workbook_of_one_sheet_may_be_named_as_the_table_and_stand_beside_a_csv_file()
    {
        var read = PlanReader.Read(
            new PlanParts(new Dictionary<string, byte[]>
            {
                ["Items (1).xlsx"] = new WorkbookFile().Sheet("Tabelle1", [Header, ["S-10", "Kit", false, 2]]).Bytes(),
                ["purchases.csv"] = System.Text.Encoding.UTF8.GetBytes(GivenFiles.Purchases),
            }),
            PlanMapping.Native, new ReadRequest(GivenFiles.Today));

        Assert.Empty(read.Problems);
        Assert.Equal((1, 2), (read.Rows["items"], read.Rows["purchases"]));
    }

    private static ImportRead Read(WorkbookFile book) => PlanReader.Read(Files("plan.xlsx", book.Bytes()), PlanMapping.Native, new ReadRequest(Day));

    private static PlanParts Files(string name, byte[] content) => new(new Dictionary<string, byte[]> { [name] = content });

    private static string[] Texts(ImportRead read) => [.. read.Problems.Select(problem => problem.ToString())];

    private sealed class SheetWriter(Action<string> done) : StringWriter
    {
        protected override void Dispose(bool disposing)
        {
            done(ToString());
            base.Dispose(disposing);
        }
    }
}
