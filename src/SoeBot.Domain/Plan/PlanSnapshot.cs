namespace SoeBot.Domain.Plan;

/// <summary>The whole plan of a plant at one version: the ten tables. An absent table is null, an empty one has no rows; the difference is said on the cards.</summary>
public sealed record PlanSnapshot
{
    public IReadOnlyList<OrderLine>? Orders { get; init; }
    public IReadOnlyList<ScheduleLine>? Schedule { get; init; }
    public IReadOnlyList<PurchaseLine>? Purchases { get; init; }
    public IReadOnlyList<StockLine>? Stock { get; init; }
    public IReadOnlyList<Item>? Items { get; init; }
    public IReadOnlyList<BillLine>? Bill { get; init; }
    public IReadOnlyList<WorkCentre>? WorkCentres { get; init; }
    public IReadOnlyList<ForecastLine>? Forecast { get; init; }
    public IReadOnlyList<ShopEvent>? Events { get; init; }
    public IReadOnlyList<SalesPlanLine>? SalesPlan { get; init; }
}
