namespace SoeBot.Connectors.Mapping;

/// <summary>How the columns of somebody's files become our tables. The language is described in MAPPING.md.</summary>
public sealed class PlanMapping
{
    /// <summary>Our own layout: <c>orders.csv</c>, <c>schedule.csv</c> ... with our column names; files that are not there give absent tables.</summary>
    public static PlanMapping Native => throw new NotImplementedException();

    /// <summary>The mapping of the AdventureWorks sample data.</summary>
    public static PlanMapping AdventureWorks => throw new NotImplementedException();

    /// <summary>Either the mapping or what is wrong with it, each naming the place in the JSON.</summary>
    public static MappingParse Parse(string json) => throw new NotImplementedException();
}

/// <param name="Mapping">Null when there are problems.</param>
/// <param name="Problems">Each as people read it, beginning with the JSON path: <c>$.tables.orders.columns.Item: ...</c></param>
public sealed record MappingParse(PlanMapping? Mapping, IReadOnlyList<string> Problems);
