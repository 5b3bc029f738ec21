using System.Globalization;
using SoeBot.UnitTests.Connectors.Csv;
using static SoeBot.UnitTests.Connectors.Corpus.Broken;

namespace SoeBot.UnitTests.Connectors.Corpus;

/// <summary>Cells that cannot be, and cells that can be read in one way only.</summary>
internal static class BrokenValues
{
    public static readonly Broken[] Cases =
    [
        new("a day with points", Due("24.08.2026"),
            "purchases.csv, row 2, column due, value \"24.08.2026\": is no date; expected is a date like 2026-08-24 (year-month-day). It looks like d.M.yyyy: write it as expected, or say so in the mapping (\"dates\")."),
        new("a day with slashes, the day first", Due("24/08/2026"),
            "purchases.csv, row 2, column due, value \"24/08/2026\": is no date; expected is a date like 2026-08-24 (year-month-day). It looks like d/M/yyyy: write it as expected, or say so in the mapping (\"dates\")."),
        new("a day with slashes, the month first", Due("08/24/2026"),
            "purchases.csv, row 2, column due, value \"08/24/2026\": is no date; expected is a date like 2026-08-24 (year-month-day). It looks like M/d/yyyy: write it as expected, or say so in the mapping (\"dates\")."),
        new("a day with slashes that may be either", Due("08/09/2026"),
            "purchases.csv, row 2, column due, value \"08/09/2026\": is no date; expected is a date like 2026-08-24 (year-month-day). It looks like d/M/yyyy or M/d/yyyy: write it as expected, or say so in the mapping (\"dates\")."),
        new("a day without anything between", Due("20260824"),
            "purchases.csv, row 2, column due, value \"20260824\": is no date; expected is a date like 2026-08-24 (year-month-day). It looks like yyyyMMdd: write it as expected, or say so in the mapping (\"dates\")."),
        new("a day with the year first and slashes", Due("2026/08/24"),
            "purchases.csv, row 2, column due, value \"2026/08/24\": is no date; expected is a date like 2026-08-24 (year-month-day). It looks like yyyy/M/d: write it as expected, or say so in the mapping (\"dates\")."),
        new("a day with the month's name", Due("24-Aug-2026"),
            "purchases.csv, row 2, column due, value \"24-Aug-2026\": is no date; expected is a date like 2026-08-24 (year-month-day). It looks like d-MMM-yyyy: write it as expected, or say so in the mapping (\"dates\")."),
        new("a day that does not exist", Due("2026-02-30"),
            "purchases.csv, row 2, column due, value \"2026-02-30\": is no date; expected is a date like 2026-08-24 (year-month-day). Correct it."),
        new("a day of Excel as a number", Due("46258"),
            "purchases.csv, row 2, column due, value \"46258\": is no date; expected is a date like 2026-08-24 (year-month-day). It looks like Excel's number for 2026-08-24: give the column a date format before it is saved."),
        new("a day with midnight behind it", Due("2026-08-24T00:00:00")) { Loaded = plan => plan.Purchases![0].Due == new DateOnly(2026, 8, 24) },
        new("a day before all plans", Due("1753-01-01"),
            "purchases.csv, row 2, column due, value \"1753-01-01\": is before the year 1900 or after 9000. Leave the cell empty when there is no date."),
        new("a day after all plans, meant as none", Due("9999-12-31"),
            "purchases.csv, row 2, column due, value \"9999-12-31\": is before the year 1900 or after 9000. Leave the cell empty when there is no date."),
        new("a decimal comma", Quantity("\"12,5\"")) { Loaded = plan => plan.Purchases![0].Quantity == 12.5m },
        new("a decimal comma behind a zero", Quantity("\"0,125\"")) { Loaded = plan => plan.Purchases![0].Quantity == 0.125m },
        new("thousands with points and a decimal comma", Quantity("\"1.234,56\"")) { Loaded = plan => plan.Purchases![0].Quantity == 1234.56m },
        new("thousands with commas and a decimal point", Quantity("\"1,234.56\"")) { Loaded = plan => plan.Purchases![0].Quantity == 1234.56m },
        new("millions with points", Quantity("1.250.000")) { Loaded = plan => plan.Purchases![0].Quantity == 1_250_000 },
        new("millions with commas", Quantity("\"1,250,000\"")) { Loaded = plan => plan.Purchases![0].Quantity == 1_250_000 },
        new("thousands with a blank that does not break", Quantity("1\u00A0250")) { Loaded = plan => plan.Purchases![0].Quantity == 1250 },
        new("thousands with apostrophes", Quantity("1'250.5")) { Loaded = plan => plan.Purchases![0].Quantity == 1250.5m },
        new("a comma that may be either", Quantity("\"1,250\""),
            "purchases.csv, row 2, column quantity, value \"1,250\": may mean 1250 or 1.250. Write it without a separator between the thousands, or say in the mapping which is meant (\"decimal\", \"thousands\")."),
        new("a point that may be either, below a decimal comma", With("purchases.csv", GivenFiles.Purchases.Replace("24,50,0", "24,\"12,5\",0", StringComparison.Ordinal).Replace("31,50,0", "31,1.250,0", StringComparison.Ordinal)),
            "purchases.csv, row 3, column quantity, value \"1.250\": may mean 1250 or 1.250: other numbers of this file have a decimal comma. Say in the mapping which is meant (\"decimal\", \"thousands\")."),
        new("a point that may be either, above a decimal comma", With("purchases.csv", GivenFiles.Purchases.Replace("24,50,0", "24,1.250,0", StringComparison.Ordinal).Replace("31,50,0", "31,\"12,5\",0", StringComparison.Ordinal)),
            "purchases.csv, row 3, column quantity, value \"12,5\": shows that the decimals of this file stand behind a comma, and numbers above like 1.250 were read with a point. Say in the mapping which is meant (\"decimal\", \"thousands\")."),
        new("thousands in groups of two", Quantity("\"12,34,567\""),
            "purchases.csv, row 2, column quantity, value \"12,34,567\": is no number; expected is a number with \".\" before the decimals and no thousands separators. Write the number alone."),
        new("a number with its unit", Quantity("50 pcs"),
            "purchases.csv, row 2, column quantity, value \"50 pcs\": is no number; expected is a number with \".\" before the decimals and no thousands separators. Write the number alone."),
        new("a number with its currency", Quantity("€50"),
            "purchases.csv, row 2, column quantity, value \"€50\": is no number; expected is a number with \".\" before the decimals and no thousands separators. Write the number alone."),
        new("not a number", Quantity("NaN"),
            "purchases.csv, row 2, column quantity, value \"NaN\": is no number; expected is a number with \".\" before the decimals and no thousands separators. Write the number alone."),
        new("infinity", Quantity("∞"),
            "purchases.csv, row 2, column quantity, value \"∞\": is no number; expected is a number with \".\" before the decimals and no thousands separators. Write the number alone."),
        new("a number of scientists", Quantity("1e9"),
            "purchases.csv, row 2, column quantity, value \"1e9\": is no number; expected is a number with \".\" before the decimals and no thousands separators. Write the number alone."),
        new("a number beyond range", Quantity("9999999999999"),
            "purchases.csv, row 2, column quantity, value \"9999999999999\": is larger than any number of a plan (1,000,000,000,000). Correct it."),
        new("a number of a hundred digits", Quantity(new string('9', 100)),
            "purchases.csv, row 2, column quantity, value \"9999999999999999999999999999999999999999…\": is larger than any number of a plan (1,000,000,000,000). Correct it."),
        new("a number too small to keep", Quantity("0.00001"),
            "purchases.csv, row 2, column quantity, value \"0.00001\": is too small: four decimals are kept. Give it in a smaller unit, or per 1,000."),
        new("what binary fractions leave behind", Quantity("0.30000000000000004")) { Loaded = plan => plan.Purchases![0].Quantity is > 0.29m and < 0.31m },
        new("a negative quantity", Quantity("-50"),
            "purchases.csv, row 2, column quantity, value \"-50\": is below zero, which this column cannot be. Correct it, or leave the row out."),
        new("a negative quantity with the minus behind it", Quantity("50-"),
            "purchases.csv, row 2, column quantity, value \"50-\": is below zero, which this column cannot be. Correct it, or leave the row out."),
        new("a dash for nothing", Quantity("-"),
            "purchases.csv, row 2, column quantity, value \"-\": is no number; expected is a number with \".\" before the decimals and no thousands separators. Write the number alone."),
        new("half a day of lead time", Items("number,name,lead_time_days\nCP-25,Pump,2.5\n"),
            "items.csv, row 2, column lead_time_days, value \"2.5\": is no whole number. Round it."),
        new("a flag in German", Items("number,name,made\nCP-25,Pump,ja\n"),
            "items.csv, row 2, column made, value \"ja\": is neither true nor false; expected is true, yes, 1, false, no or 0. Write it so, or say in the mapping what it means (\"codes\")."),
        new("an event of an unknown kind", With("events.csv", "number,kind,object,cause,day\n1,broken,A30,belt,2026-08-25\n"),
            "events.csv, row 2, column kind, value \"broken\": is no kind of event; known are downtime, quality-hold, scrap, labour-shortage, slow-run, material-shortage, logistics, expedite, overtime, changeover. Write one of them, or say in the mapping which is meant (\"codes\")."),
        new("a value that every row needs is empty", Due(""),
            "purchases.csv, row 2, column due: is empty, but every row needs a value here. Fill it, or leave the row out."),
        new("a text of five hundred letters", Items($"number,name\nCP-25,{new string('x', 500)}\n"),
            "items.csv, row 2, column name, value \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\": has 500 characters, at most 200 are taken. Shorten it."),
        new("a text of two lines", Items("number,name\nCP-25,\"Pump\nlarge\"\n"),
            "items.csv, row 2, column name, value \"Pump large\": has more than one line. Write it in one."),
        new("a value of hostile letters", Due("20\u202E\u001b[31m **evil** <at>Ada</at>"),
            "purchases.csv, row 2, column due, value \"20  [31m **evil** <at>Ada</at>\": is no date; expected is a date like 2026-08-24 (year-month-day). Correct it."),
        new("a formula as a text", Items("number,name\n=1+1,\"=HYPERLINK(\"\"http://x\"\")\"\n")) { Loaded = plan => plan.Items![0] is { Number: "=1+1", Name: "=HYPERLINK(\"http://x\")" } },
        new("a row twice", With("purchases.csv", GivenFiles.Purchases.Replace("PO-1,2", "PO-1,1", StringComparison.Ordinal)),
            "purchases.csv, row 3, value \"PO-1/1\": stands in row 2 already; each may stand there once."),
        new("an item that is not there", With("purchases.csv", GivenFiles.Purchases.Replace("1,S-10", "1,S-11", StringComparison.Ordinal)),
            "purchases.csv, row 2, column item, value \"S-11\": is not in items.csv; add it there or correct it here."),
        new("a work centre that is not there", files =>
        {
            files["work-centres.csv"] = Bytes("number,name,hours_per_day\n10,Assembly,8\n");
            files["schedule.csv"] = Bytes("number,item,work_centre,start,due,planned\nW1,CP-25,20,2026-08-24,2026-08-25,5\n");
        },
            "schedule.csv, row 2, column work_centre, value \"20\": is not in work-centres.csv; add it there or correct it here."),
        new("an order that is not there", files =>
        {
            files["orders.csv"] = Bytes("order,line,item,quantity,requested\nSO1,1,CP-25,5,2026-09-01\n");
            files["schedule.csv"] = Bytes("number,item,start,due,planned,for_order\nW1,CP-25,2026-08-24,2026-08-25,5,SO2/1\n");
        },
            "schedule.csv, row 2, column for_order, value \"SO2/1\": is not in orders.csv; add it there or correct it here."),
        new("a component that is not there", Bill("CP-25,S-99,1"),
            "bill.csv, row 2, column component, value \"S-99\": is not in items.csv; add it there or correct it here."),
        new("an item made of itself", Bill("CP-25,CP-25,1"),
            "bill.csv, row 2, column component, value \"CP-25\": closes a loop: CP-25 → CP-25. Nothing is made of itself; take this line or another one of the loop out."),
        new("a loop in the bill of materials", Bill("CP-25,S-10,1\nS-10,CP-25,1"),
            "bill.csv, row 3, column component, value \"CP-25\": closes a loop: CP-25 → S-10 → CP-25. Nothing is made of itself; take this line or another one of the loop out."),
        new("a loop a thousand levels deep", Deep(1_000, loop: true),
            "bill.csv, row 1001, column component, value \"L0\": closes a loop: L0 → L1 → L2 → L3 → … → L0. Nothing is made of itself; take this line or another one of the loop out."),
        new("a bill a hundred thousand levels deep", Deep(100_000, loop: false)) { Loaded = plan => plan.Bill!.Count == 99_999 },
        new("what looks like a loop and never holds on one day", Bill("CP-25,S-10,1,,2026-01-01\nS-10,CP-25,1,2026-01-01,")) { Loaded = plan => plan.Bill!.Count == 2 },
        new("three hundred wrong rows", With("purchases.csv", $"{PurchasesHeader}\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"PO-{i},1,S-10,K,soon,2026-08-24,50,0\n"))), [.. Enumerable.Repeat("*", 200)]),
    ];

    private static Action<Dictionary<string, byte[]>> Due(string text) => Purchase("03,2026-08-24", $"03,{text}");
    private static Action<Dictionary<string, byte[]>> Quantity(string text) => Purchase("24,50,0", $"24,{text},0");
    private static Action<Dictionary<string, byte[]>> Bill(string rows) => With("bill.csv", $"assembly,component,per{(rows.Contains(",,", StringComparison.Ordinal) ? ",from,until" : "")}\n{rows}\n");

    private static Action<Dictionary<string, byte[]>> Deep(int levels, bool loop) => files =>
    {
        files["items.csv"] = Bytes("number,name\nS-10,Kit\n" + string.Concat(Enumerable.Range(0, levels).Select(i => string.Create(CultureInfo.InvariantCulture, $"L{i},Level\n"))));
        files["bill.csv"] = Bytes("assembly,component,per\n" + string.Concat(Enumerable.Range(0, levels - 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"L{i},L{i + 1},1\n"))) + (loop ? string.Create(CultureInfo.InvariantCulture, $"L{levels - 1},L0,1\n") : ""));
    };
}
