using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Csv;

/// <summary>Writes a plan as the ten files of our own layout; reading them without a mapping gives the same plan.</summary>
public static class PlanCsvWriter
{
    /// <param name="open">Gives the writer for a file name; the writer is disposed here. Absent tables give no file.</param>
    public static void Write(PlanSnapshot snapshot, Func<string, TextWriter> open) => throw new NotImplementedException();
}
