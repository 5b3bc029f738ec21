using SoeBot.Connectors.Csv;
using SoeBot.Plants;

namespace SoeBot.Import.Post;

/// <summary>The report of an import as JSON.</summary>
/// <param name="Outcome">published, unchanged (the same was sent before, today) or refused.</param>
/// <param name="Version">The plan version that has this data; null when refused.</param>
/// <param name="Report">What people read.</param>
/// <param name="Tables">Rows of the tables that were sent.</param>
/// <param name="Kept">Tables that were not sent and stay those of an older version.</param>
/// <param name="Warnings">Suspicious, and taken all the same.</param>
/// <param name="Problems">Why it was refused: file, row, column, value, reason. At most 200 of <paramref name="ProblemCount"/>.</param>
internal sealed record PlanAnswer(
    string Plant, string Outcome, int? Version, IReadOnlyList<string> Report, IReadOnlyDictionary<string, int> Tables, IReadOnlyList<string> Kept,
    IReadOnlyList<ImportProblem> Warnings, IReadOnlyList<ImportProblem> Problems, int ProblemCount)
{
    public static IResult Of(PlantProfile plant, ImportReport report) => Results.Json(
        new PlanAnswer(
            plant.Id.Value, report.Version is null ? "refused" : report.IsNew ? "published" : "unchanged", report.Version, report.Lines, report.Rows, report.Kept,
            report.Warnings, report.Problems, report.ProblemCount),
        statusCode: report.Version is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    /// <summary>Nothing was read.</summary>
    public static IResult Say(int status, string reason) => Results.Json(new { reason }, statusCode: status);
}
