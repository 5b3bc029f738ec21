using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.Plans;

/// <summary>
/// The ten tables hold the facts of the domain as they are, with columns beside them that the facts do not know.
/// A row holds in the versions from <see cref="FromVersion"/> to before <see cref="UntilVersion"/>.
/// </summary>
internal static class PlanMapping
{
    public const string Id = nameof(Id), Plant = nameof(Plant), RowKey = nameof(RowKey), FromVersion = nameof(FromVersion), UntilVersion = nameof(UntilVersion), RowHash = nameof(RowHash);

    /// <summary>The columns that an import writes beside the facts' own, as they are named in the tables.</summary>
    public static readonly IReadOnlyList<string> Beside = ["plant", "row_key", "from_version", "until_version", "row_hash"];

    /// <summary>The <see cref="UntilVersion"/> of a row that still holds.</summary>
    public const int StillHolds = int.MaxValue;

    public static void Map(ModelBuilder model)
    {
        Table<OrderLine>(model, "plan_orders").HasIndex(Plant, nameof(OrderLine.Order));
        Table<ScheduleLine>(model, "plan_schedule").HasIndex(Plant, nameof(ScheduleLine.Due));
        Table<PurchaseLine>(model, "plan_purchases").HasIndex(Plant, nameof(PurchaseLine.Due));
        Table<StockLine>(model, "plan_stock");
        Table<Item>(model, "plan_items");
        Table<BillLine>(model, "plan_bill");
        Table<WorkCentre>(model, "plan_work_centres");
        Table<ForecastLine>(model, "plan_forecast");
        Table<ShopEvent>(model, "plan_events");
        Table<SalesPlanLine>(model, "plan_sales");

        model.Entity<PlanHeadRow>().ToTable("plan_heads").HasKey(row => row.Plant);
        var versions = model.Entity<PlanVersionRow>().ToTable("plan_versions");
        versions.HasKey(row => new { row.Plant, row.Number });
        versions.Property(row => row.Tables).HasConversion(
            tables => JsonSerializer.Serialize(tables, Conversions.Json),
            text => JsonSerializer.Deserialize<Dictionary<string, int>>(text, Conversions.Json)!,
            new ValueComparer<Dictionary<string, int>>(favorStructuralComparisons: false));

        model.Entity<BaselineRow>().ToTable("plan_baselines").HasKey(row => new { row.Plant, row.Week });
        model.Entity<FindingRow>().ToTable("plan_findings").HasKey(row => new { row.Plant, row.Version, row.Part });
        model.Entity<RefusedImportRow>().ToTable("refused_imports").HasIndex(row => new { row.Plant, row.Id });
    }

    private static EntityTypeBuilder<T> Table<T>(ModelBuilder model, string name)
        where T : class, IPlanRow
    {
        var table = model.Entity<T>().ToTable(name);
        table.Property<long>(Id).ValueGeneratedOnAdd();
        table.HasKey(Id);
        table.Property<PlantId>(Plant);
        table.Property<string>(RowKey);
        table.Property<int>(FromVersion);
        table.Property<int>(UntilVersion);
        table.Property<long>(RowHash);
        table.HasIndex(Plant, RowKey, FromVersion).IsUnique();
        // Only of rows that are past: what still holds is nearly everything, and an index of it would only slow the import.
        table.HasIndex(Plant, UntilVersion).HasFilter($"until_version < {StillHolds}");
        return table;
    }
}
