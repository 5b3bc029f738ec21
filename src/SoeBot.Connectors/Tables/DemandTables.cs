using SoeBot.Domain.Plan;
using Order = SoeBot.Connectors.Tables.ColumnsOf<SoeBot.Domain.Plan.OrderLine>;
using Forecast = SoeBot.Connectors.Tables.ColumnsOf<SoeBot.Domain.Plan.ForecastLine>;
using Plan = SoeBot.Connectors.Tables.ColumnsOf<SoeBot.Domain.Plan.SalesPlanLine>;

namespace SoeBot.Connectors.Tables;

/// <summary>What is wanted: customer orders, forecast, the monthly S&amp;OP plan.</summary>
internal static class DemandTables
{
    public static readonly TableShape Orders = TableShape.Of<OrderLine>(
        "orders",
        [
            Order.Key("order", r => r.Order), Order.Key("line", r => r.Line), Order.Key("item", r => r.Item, "items"),
            Order.Text("customer", r => r.Customer), Order.Text("customer_class", r => r.CustomerClass), Order.Whole("priority", r => r.Priority),
            Order.Number("quantity", r => r.Quantity, required: true), Order.Number("shipped_quantity", r => r.ShippedQuantity),
            Order.Day("shipped_on", r => r.ShippedOn), Order.Day("ordered_on", r => r.OrderedOn), Order.Day("requested", r => r.Requested, required: true),
            Order.Day("first_confirmed", r => r.FirstConfirmed), Order.Day("last_confirmed", r => r.LastConfirmed),
            Order.Number("value", r => r.Value), Order.Number("penalty", r => r.Penalty), Order.Flag("cancelled", r => r.Cancelled),
            Order.Text("supplier", r => r.Supplier), Order.Text("lane", r => r.Lane), Order.Text("ship_mode", r => r.ShipMode),
            Order.Text("split_from", r => r.SplitFrom), Order.Text("merged_into", r => r.MergedInto),
        ],
        r => new OrderLine
        {
            Order = r.Key("order"), Line = r.Key("line"), Item = r.Key("item"),
            Customer = r.Text("customer"), CustomerClass = r.Text("customer_class"), Priority = r.Whole("priority"),
            Quantity = r.Number("quantity") ?? 0, ShippedQuantity = r.Number("shipped_quantity") ?? 0,
            ShippedOn = r.Day("shipped_on"), OrderedOn = r.Day("ordered_on"), Requested = r.Day("requested") ?? default,
            FirstConfirmed = r.Day("first_confirmed"), LastConfirmed = r.Day("last_confirmed"),
            Value = r.Number("value"), Penalty = r.Number("penalty"), Cancelled = r.Flag("cancelled"),
            Supplier = r.Text("supplier"), Lane = r.Text("lane"), ShipMode = r.Text("ship_mode"),
            SplitFrom = r.Text("split_from"), MergedInto = r.Text("merged_into"),
        },
        p => p.Orders, (p, rows) => p with { Orders = rows }, r => (r.OrderedOn, r.ShippedOn));

    public static readonly TableShape ForecastLines = TableShape.Of<ForecastLine>(
        "forecast",
        [
            Forecast.Key("item", r => r.Item, "items"), Forecast.Day("week", r => r.Week, required: true),
            Forecast.Number("quantity", r => r.Quantity, required: true), Forecast.Number("point_of_sale", r => r.PointOfSale),
            Forecast.Number("statistical", r => r.Statistical), Forecast.Number("sales_adjustment", r => r.SalesAdjustment, mayBeNegative: true), Forecast.Number("marketing_adjustment", r => r.MarketingAdjustment, mayBeNegative: true),
            Forecast.Text("statistical_by", r => r.StatisticalBy), Forecast.Text("sales_by", r => r.SalesBy), Forecast.Text("marketing_by", r => r.MarketingBy), Forecast.Text("consensus_by", r => r.ConsensusBy),
        ],
        r => new ForecastLine
        {
            Item = r.Key("item"), Week = r.Day("week") ?? default, Quantity = r.Number("quantity") ?? 0, PointOfSale = r.Number("point_of_sale"),
            Statistical = r.Number("statistical"), SalesAdjustment = r.Number("sales_adjustment"), MarketingAdjustment = r.Number("marketing_adjustment"),
            StatisticalBy = r.Text("statistical_by"), SalesBy = r.Text("sales_by"), MarketingBy = r.Text("marketing_by"), ConsensusBy = r.Text("consensus_by"),
        },
        p => p.Forecast, (p, rows) => p with { Forecast = rows });

    public static readonly TableShape SalesPlan = TableShape.Of<SalesPlanLine>(
        "sales plan",
        [Plan.Key("family", r => r.Family), Plan.Day("month", r => r.Month, required: true), Plan.Number("quantity", r => r.Quantity, required: true)],
        r => new SalesPlanLine { Family = r.Key("family"), Month = r.Day("month") ?? default, Quantity = r.Number("quantity") ?? 0 },
        p => p.SalesPlan, (p, rows) => p with { SalesPlan = rows });
}
