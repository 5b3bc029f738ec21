namespace SoeBot.Connectors.Tables;

/// <summary>The ten tables, in the order they are read: what others refer to comes first.</summary>
internal static class PlanTables
{
    public static readonly IReadOnlyList<TableShape> All =
    [
        MasterTables.Items, MasterTables.WorkCentres, MasterTables.BillLines,
        DemandTables.Orders, SupplyTables.ScheduleLines, SupplyTables.Purchases, SupplyTables.StockLines,
        DemandTables.ForecastLines, SupplyTables.Events, DemandTables.SalesPlan,
    ];

    public static TableShape? Find(string word) => All.FirstOrDefault(t => t.Word == word);
}
