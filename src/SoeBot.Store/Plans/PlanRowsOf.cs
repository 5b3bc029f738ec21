using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.Plans;

internal static class PlanRowsOf
{
    /// <summary>The rows that hold in a version.</summary>
    public static IQueryable<T> Version<T>(SoeDb db, PlantId plant, int version)
        where T : class, IPlanRow =>
        db.Set<T>().Where(row => EF.Property<PlantId>(row, PlanMapping.Plant) == plant
            && EF.Property<int>(row, PlanMapping.FromVersion) <= version && version < EF.Property<int>(row, PlanMapping.UntilVersion));

    /// <summary>The same as a condition of SQL.</summary>
    public static string Holding(PlantId plant, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"plant = {SoeDb.Literal(plant.Value)} AND from_version <= {version} AND {version} < until_version");

    /// <summary>The rows that hold in one version and no longer in a later one, by key.</summary>
    public static IQueryable<T> Left<T>(SoeDb db, PlantId plant, int before, int after)
        where T : class, IPlanRow =>
        Version<T>(db, plant, before).Where(row => EF.Property<int>(row, PlanMapping.UntilVersion) <= after && EF.Property<int>(row, PlanMapping.UntilVersion) < PlanMapping.StillHolds).OrderBy(row => EF.Property<string>(row, PlanMapping.RowKey));

    /// <summary>The rows that hold in one version and did not in an earlier one, by key.</summary>
    public static IQueryable<T> Come<T>(SoeDb db, PlantId plant, int before, int after)
        where T : class, IPlanRow =>
        Version<T>(db, plant, after).Where(row => EF.Property<int>(row, PlanMapping.FromVersion) > before).OrderBy(row => EF.Property<string>(row, PlanMapping.RowKey));
}
