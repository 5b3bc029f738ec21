using SoeBot.Domain.Plan;

namespace SoeBot.Store.Plans;

internal static class PlanTables
{
    public static readonly IPlanTable Schedule = new PlanTable<ScheduleLine>("schedule", plan => plan.Schedule, (plan, rows) => plan with { Schedule = rows });

    /// <summary>The largest first, so that who works on several at once is not left with it in the end.</summary>
    public static readonly IReadOnlyList<IPlanTable> All =
    [
        new PlanTable<OrderLine>("orders", plan => plan.Orders, (plan, rows) => plan with { Orders = rows }),
        Schedule,
        new PlanTable<PurchaseLine>("purchases", plan => plan.Purchases, (plan, rows) => plan with { Purchases = rows }),
        new PlanTable<StockLine>("stock", plan => plan.Stock, (plan, rows) => plan with { Stock = rows }),
        new PlanTable<Item>("items", plan => plan.Items, (plan, rows) => plan with { Items = rows }),
        new PlanTable<BillLine>("bill", plan => plan.Bill, (plan, rows) => plan with { Bill = rows }),
        new PlanTable<WorkCentre>("work centres", plan => plan.WorkCentres, (plan, rows) => plan with { WorkCentres = rows }),
        new PlanTable<ForecastLine>("forecast", plan => plan.Forecast, (plan, rows) => plan with { Forecast = rows }),
        new PlanTable<ShopEvent>("events", plan => plan.Events, (plan, rows) => plan with { Events = rows }),
        new PlanTable<SalesPlanLine>("sales plan", plan => plan.SalesPlan, (plan, rows) => plan with { SalesPlan = rows }),
    ];
}
