namespace SoeBot.Domain.Plan;

/// <summary>A row of one of the ten plan tables. Rows are facts: an import replaces them, nobody edits them.</summary>
public interface IPlanRow
{
    /// <summary>Unique within plant, table and plan version, and the same in every version: it decides what "changed" means.</summary>
    string Key { get; }
}
