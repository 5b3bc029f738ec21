using SoeBot.Domain.Plan;
using Event = SoeBot.Connectors.Tables.ColumnsOf<SoeBot.Domain.Plan.ShopEvent>;
using Purchase = SoeBot.Connectors.Tables.ColumnsOf<SoeBot.Domain.Plan.PurchaseLine>;
using Schedule = SoeBot.Connectors.Tables.ColumnsOf<SoeBot.Domain.Plan.ScheduleLine>;
using Stock = SoeBot.Connectors.Tables.ColumnsOf<SoeBot.Domain.Plan.StockLine>;

namespace SoeBot.Connectors.Tables;

/// <summary>What covers it: production schedule, purchase orders, stock, and what happened on the shop floor.</summary>
internal static class SupplyTables
{
    public static readonly TableShape ScheduleLines = TableShape.Of<ScheduleLine>(
        "schedule",
        [
            Schedule.Key("number", r => r.Number), Schedule.Key("item", r => r.Item, "items"), Schedule.Text("work_centre", r => r.WorkCentre, "work centres"),
            Schedule.Whole("sequence", r => r.Sequence), Schedule.Day("start", r => r.Start, required: true), Schedule.Day("started_on", r => r.StartedOn),
            Schedule.Day("due", r => r.Due, required: true), Schedule.Number("planned", r => r.Planned, required: true),
            Schedule.Number("good", r => r.Good), Schedule.Number("scrapped", r => r.Scrapped), Schedule.Day("finished_on", r => r.FinishedOn),
            Schedule.Number("hours", r => r.Hours), Schedule.Number("reported_hours", r => r.ReportedHours), Schedule.Text("for_order", r => r.ForOrder, "orders"),
        ],
        r => new ScheduleLine
        {
            Number = r.Key("number"), Item = r.Key("item"), WorkCentre = r.Text("work_centre"), Sequence = r.Whole("sequence"),
            Start = r.Day("start") ?? default, StartedOn = r.Day("started_on"), Due = r.Day("due") ?? default, Planned = r.Number("planned") ?? 0,
            Good = r.Number("good") ?? 0, Scrapped = r.Number("scrapped") ?? 0, FinishedOn = r.Day("finished_on"),
            Hours = r.Number("hours"), ReportedHours = r.Number("reported_hours"), ForOrder = r.Text("for_order"),
        },
        p => p.Schedule, (p, rows) => p with { Schedule = rows }, r => (r.StartedOn, r.FinishedOn));

    public static readonly TableShape Purchases = TableShape.Of<PurchaseLine>(
        "purchases",
        [
            Purchase.Key("order", r => r.Order), Purchase.Key("line", r => r.Line), Purchase.Key("item", r => r.Item, "items"), Purchase.Key("supplier", r => r.Supplier),
            Purchase.Day("ordered_on", r => r.OrderedOn), Purchase.Day("due", r => r.Due, required: true), Purchase.Day("confirmed", r => r.Confirmed),
            Purchase.Number("quantity", r => r.Quantity, required: true), Purchase.Number("received", r => r.Received), Purchase.Number("rejected", r => r.Rejected),
            Purchase.Day("received_on", r => r.ReceivedOn), Purchase.Flag("cancelled", r => r.Cancelled),
            Purchase.Text("lane", r => r.Lane), Purchase.Text("ship_mode", r => r.ShipMode),
        ],
        r => new PurchaseLine
        {
            Order = r.Key("order"), Line = r.Key("line"), Item = r.Key("item"), Supplier = r.Key("supplier"),
            OrderedOn = r.Day("ordered_on"), Due = r.Day("due") ?? default, Confirmed = r.Day("confirmed"),
            Quantity = r.Number("quantity") ?? 0, Received = r.Number("received") ?? 0, Rejected = r.Number("rejected") ?? 0,
            ReceivedOn = r.Day("received_on"), Cancelled = r.Flag("cancelled"), Lane = r.Text("lane"), ShipMode = r.Text("ship_mode"),
        },
        p => p.Purchases, (p, rows) => p with { Purchases = rows }, r => (r.OrderedOn, r.ReceivedOn));

    public static readonly TableShape StockLines = TableShape.Of<StockLine>(
        "stock",
        [
            Stock.Key("item", r => r.Item, "items"), Stock.Key("location", r => r.Location),
            Stock.Number("on_hand", r => r.OnHand, required: true, mayBeNegative: true), Stock.Number("on_hold", r => r.OnHold),
        ],
        r => new StockLine { Item = r.Key("item"), Location = r.Key("location"), OnHand = r.Number("on_hand") ?? 0, OnHold = r.Number("on_hold") ?? 0 },
        p => p.Stock, (p, rows) => p with { Stock = rows });

    public static readonly TableShape Events = TableShape.Of<ShopEvent>(
        "events",
        [
            Event.Key("number", r => r.Number), new ColumnShape("kind", ColumnKind.EventKind, true, r => ((ShopEvent)r).Kind),
            Event.Key("object", r => r.Object), Event.Key("cause", r => r.Cause), Event.Day("day", r => r.Day, required: true),
            Event.Number("planned", r => r.Planned), Event.Number("actual", r => r.Actual), Event.Text("unit", r => r.Unit),
            Event.Text("note", r => r.Note), Event.Number("cost", r => r.Cost), Event.Day("ended_on", r => r.EndedOn),
        ],
        r => new ShopEvent
        {
            Number = r.Key("number"), Kind = r.EventKind("kind"), Object = r.Key("object"), Cause = r.Key("cause"), Day = r.Day("day") ?? default,
            Planned = r.Number("planned"), Actual = r.Number("actual"), Unit = r.Text("unit"), Note = r.Text("note"), Cost = r.Number("cost"), EndedOn = r.Day("ended_on"),
        },
        p => p.Events, (p, rows) => p with { Events = rows }, r => (r.Day, r.EndedOn));
}
