using System.Globalization;

namespace SoeBot.Benchmarks.Size;

/// <summary>
/// Writes a generated plant as the files of our own layout, row by row: shipped and open orders over fourteen months, four levels of
/// items with shared parts, work that is done, running and planned, purchases with and without a confirmation.
/// </summary>
/// <param name="plant">The proportions.</param>
/// <param name="changed">Rows of orders, schedule, purchases and stock out of a hundred that differ from the plant without this.</param>
internal sealed class SizeFiles(SizePlant plant, int changed = 0)
{
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        Table(folder, "items", "number,name,family,unit,made,safety_stock,lead_time_days,cost", plant.Items, Item);
        Table(folder, "work-centres", "number,name,hours_per_day", plant.Centres, (to, row) => to.Write($"WC-{row},Line {row},{16 + row % 3 * 4}"));
        Table(folder, "bill", "assembly,component,per,from,until", plant.Bill, BillLine);
        Table(folder, "orders", "order,line,item,customer,customer_class,priority,quantity,shipped_quantity,shipped_on,ordered_on,requested,first_confirmed,last_confirmed,value,penalty,cancelled", plant.Orders, OrderLine);
        Table(folder, "schedule", "number,item,work_centre,sequence,start,started_on,due,planned,good,scrapped,finished_on,hours,for_order", plant.Schedule, ScheduleLine);
        Table(folder, "purchases", "order,line,item,supplier,ordered_on,due,confirmed,quantity,received,rejected,received_on,cancelled", plant.Purchases, PurchaseLine);
        Table(folder, "stock", "item,location,on_hand,on_hold", plant.Stock, StockLine);
        Table(folder, "forecast", "item,week,quantity,point_of_sale", plant.Forecast, Forecast);
        Table(folder, "events", "number,kind,object,cause,day,planned,actual,unit,note,ended_on", plant.Events, Event);
        Table(folder, "sales-plan", "family,month,quantity", SizePlant.Families * SizePlant.Months, (to, row) =>
            to.Write($"Family {row / SizePlant.Months},{Day(new DateOnly(2026, row % SizePlant.Months + 1, 1))},{40_000 + row * 10}"));
    }

    private void Item(TextWriter to, int row)
    {
        var chance = new Chance(1, row);
        var made = row < plant.Made;
        to.Write($"{SizePlant.Item(row)},{(row < plant.Sold ? "Bicycle" : made ? "Assembly" : "Part")} number {row},Family {row % SizePlant.Families},pcs,{(made ? "true" : "false")},{chance.Next(50)},{chance.Between(1, made ? 6 : 40)},{chance.Between(1, 900)}.{chance.Between(10, 99)}");
    }

    /// <summary>Each assembly has its share of lines; of one assembly the components differ, because each comes from a stretch of its own.</summary>
    private void BillLine(TextWriter to, int row)
    {
        var assembly = row % plant.Made;
        var turn = row / plant.Made;
        var turns = plant.Bill / plant.Made + 1;
        var deeper = Math.Max(assembly + 1, assembly < plant.Sold ? plant.Sold : (plant.Sold + plant.Made) / 2 > assembly ? (plant.Sold + plant.Made) / 2 : plant.Made);
        var stretch = (plant.Items - deeper) / turns;
        to.Write($"{SizePlant.Item(assembly)},{SizePlant.Item(deeper + turn * stretch + new Chance(2, row).Popular(stretch))},{new Chance(3, row).Between(1, 4)},,");
    }

    private void OrderLine(TextWriter to, int row)
    {
        var chance = new Chance(4, row);
        var (order, line) = SizePlant.OrderLine(row);
        var header = new Chance(5, row / 3);
        var requested = SizePlant.Today.AddDays(header.Between(-330, 90));
        var (quantity, promised) = (chance.Between(1, 60), requested.AddDays(chance.In(70) ? 0 : chance.Between(1, 9)));
        var shipped = promised < SizePlant.Today && !chance.In(6);
        var shippedOn = promised.AddDays(chance.In(80) ? -chance.Next(3) : chance.Next(12));
        if (shippedOn >= SizePlant.Today) shipped = false;
        var last = promised.AddDays(chance.In(90) ? 0 : chance.Between(-3, 7));
        if (Differs(chance)) (quantity, last) = (quantity + 1, last.AddDays(2));
        to.Write($"{order},{line},{SizePlant.Item(chance.Popular(plant.Sold))},Customer {header.Popular(Math.Max(10, plant.Orders / 200))},{"ABC"[header.Next(3)]},{header.Between(1, 5)},{quantity},{(shipped ? quantity : 0)},{(shipped ? Day(shippedOn) : "")},{Day(requested.AddDays(-30))},{Day(requested)},{Day(promised)},{Day(last)},{quantity * chance.Between(40, 900)}.50,{(header.In(5) ? "500" : "")},{(chance.In(1) ? "true" : "false")}");
    }

    private void ScheduleLine(TextWriter to, int row)
    {
        var chance = new Chance(6, row);
        var start = SizePlant.Today.AddDays(chance.Between(-200, 40));
        var due = start.AddDays(chance.Between(1, 6));
        var planned = chance.Between(20, 200);
        var finished = due < SizePlant.Today && !chance.In(4);
        var started = finished || (start < SizePlant.Today && chance.In(50));
        if (Differs(chance)) (planned, due) = (planned + 5, due.AddDays(1));
        // A fifth of them is made for an order line; rows that do not exist in a small plant are not named.
        var forOrder = chance.In(20) ? SizePlant.OrderLine(chance.Next(plant.Orders)) : default;
        to.Write($"WO{row:0000000},{SizePlant.Item(chance.Popular(plant.Made))},WC-{row % plant.Centres},{row % 97},{Day(start)},{(started ? Day(start) : "")},{Day(due)},{planned},{(finished ? planned : started ? planned / 3 : 0)},{chance.Next(3)},{(finished ? Day(due.AddDays(-chance.Next(2))) : "")},{chance.Between(1, 9)}.5,{(forOrder.Order is null ? "" : $"{forOrder.Order}/{forOrder.Line}")}");
    }

    private void PurchaseLine(TextWriter to, int row)
    {
        var chance = new Chance(7, row);
        var due = SizePlant.Today.AddDays(chance.Between(-160, 60));
        var quantity = chance.Between(50, 900);
        var received = due < SizePlant.Today && !chance.In(5);
        var late = chance.In(85) ? 0 : chance.Between(1, 9);
        if (Differs(chance)) (quantity, late) = (quantity + 10, late + 1);
        to.Write($"PO{row / 4:0000000},{row % 4 + 1},{SizePlant.Item(plant.Made + chance.Popular(plant.Items - plant.Made))},Supplier {chance.Popular(Math.Max(5, plant.Items / 100))},{Day(due.AddDays(-35))},{Day(due)},{(chance.In(80) ? Day(due.AddDays(late)) : "")},{quantity},{(received ? quantity : 0)},0,{(received ? Day(Min(due.AddDays(late))) : "")},false");
    }

    private void StockLine(TextWriter to, int row)
    {
        var chance = new Chance(8, row);
        var held = chance.In(5) ? chance.Next(30) : 0;
        to.Write($"{SizePlant.Item(row)},Main,{chance.Next(400) + (Differs(chance) ? 7 : 0)},{held}");
    }

    private void Forecast(TextWriter to, int row)
    {
        var chance = new Chance(9, row);
        to.Write($"{SizePlant.Item(row / 8 % plant.Sold)},{Day(new DateOnly(2026, 11, 2).AddDays(7 * (row % 8 + 8 * (row / 8 / plant.Sold))))},{chance.Between(10, 500)},{(chance.In(50) ? $"{chance.Between(10, 500)}" : "")}");
    }

    private void Event(TextWriter to, int row)
    {
        var chance = new Chance(10, row);
        var day = SizePlant.Today.AddDays(-chance.Next(5));
        to.Write($"EV{row:000000},downtime,WC-{chance.Next(plant.Centres)},cause {chance.Next(9)},{Day(day)},8,{chance.Next(8)},h,,{(chance.In(50) ? Day(day) : "")}");
    }

    private bool Differs(Chance chance) => chance.Next(100) < changed;

    private static DateOnly Min(DateOnly day) => day < SizePlant.Today ? day : SizePlant.Today.AddDays(-1);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Table(string folder, string name, string header, int rows, Action<TextWriter, int> write)
    {
        using var to = new StreamWriter(Path.Combine(folder, name + ".csv"), append: false, new System.Text.UTF8Encoding(false), 1 << 16);
        to.NewLine = "\n";
        to.WriteLine(header);
        for (var row = 0; row < rows; row++)
        {
            write(to, row);
            to.WriteLine();
        }
    }
}
