using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.Plans;

/// <summary>How a fact lies in its table, read off the model once, so that no column is named twice.</summary>
internal sealed class PlanColumns<T>
    where T : class, IPlanRow
{
    private static readonly ConcurrentDictionary<IModel, PlanColumns<T>> Known = new();
    private readonly Func<T, object?>[] _values;

    private PlanColumns(IEntityType entity)
    {
        var own = entity.GetProperties().Where(property => !property.IsShadowProperty()).ToList();
        Table = entity.GetTableName()!;
        Names = [.. new[] { PlanMapping.Plant, PlanMapping.RowKey, PlanMapping.FromVersion, PlanMapping.UntilVersion }
            .Select(name => entity.FindProperty(name)!).Concat(own).Select(property => property.GetColumnName())];
        _values = [.. own.Select(Reader)];
    }

    public string Table { get; }
    public IReadOnlyList<string> Names { get; }

    public static PlanColumns<T> In(SoeDb db) => Known.GetOrAdd(db.Model, model => new(model.FindEntityType(typeof(T))!));

    public object?[] Stored(T row, PlantId plant, int from) =>
        [plant.Value, row.Key, from, PlanMapping.StillHolds, .. _values.Select(value => value(row))];

    /// <summary>Equal once both are stored: a quantity with more decimals than are kept is not a change.</summary>
    public bool SameStored(T left, T right) => Array.TrueForAll(_values, value => Equals(value(left), value(right)));

    private static Func<T, object?> Reader(IProperty property)
    {
        var getter = property.PropertyInfo!;
        return property.GetTypeMapping().Converter is { } converter
            ? row => converter.ConvertToProvider(getter.GetValue(row))
            : row => getter.GetValue(row);
    }
}
