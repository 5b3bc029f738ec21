using SoeBot.Connectors.Mapping;

namespace SoeBot.Connectors.Csv;

/// <summary>Reads the ten tables from CSV files through a mapping.</summary>
public static class PlanCsvReader
{
    /// <summary>Never throws for what stands in the files; an I/O error of the source passes through.</summary>
    public static ImportRead Read(IPlanFiles files, PlanMapping mapping, ReadRequest request) =>
        throw new NotImplementedException();
}
