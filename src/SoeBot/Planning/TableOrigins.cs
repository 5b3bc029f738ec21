using System.Text.Json;
using SoeBot.Connectors.Csv;
using SoeBot.Domain.Plan;
using SoeBot.Store.Plants;

namespace SoeBot.Planning;

/// <summary>With which version a table came in.</summary>
internal sealed record TableOrigin(int Version, DateTimeOffset At);

/// <summary>Where the tables of the version in use really come from: one may be far older than the version, because it was never sent again.</summary>
/// <param name="Version">The version in use that this is about.</param>
internal sealed record TableOrigins(int Version, IReadOnlyDictionary<string, TableOrigin> Tables)
{
    public const string Note = "table-origins";

    /// <summary>What the note says when it is about that version; else everything came in with it.</summary>
    public static TableOrigins Of(string? note, PlanVersion? inUse)
    {
        if (inUse is null) return new(0, new Dictionary<string, TableOrigin>());
        if (note is not null && JsonSerializer.Deserialize<TableOrigins>(note) is { } known && known.Version == inUse.Number) return known;
        return new(inUse.Number, inUse.Tables.Keys.ToDictionary(table => table, _ => new TableOrigin(inUse.Number, inUse.DataAt)));
    }

    public PlantNote Next(PlantId plant, int version, DateTimeOffset at, ImportRead read) => new(plant, Note, JsonSerializer.Serialize(new TableOrigins(
        version,
        read.Rows.Keys.Select(table => (table, Origin: new TableOrigin(version, at)))
            .Concat(read.Kept.Where(Tables.ContainsKey).Select(table => (table, Origin: Tables[table])))
            .ToDictionary(one => one.table, one => one.Origin))));
}
