namespace SoeBot.Connectors.Csv;

/// <summary>One thing wrong with a file, said so that the person who made the file can find and mend it.</summary>
/// <param name="File">And the sheet, where there are sheets; empty when it concerns no file.</param>
/// <param name="Row">As an editor counts lines: the header is row 1; null when it concerns the whole file.</param>
/// <param name="Value">What stood there, shortened and without control characters.</param>
/// <param name="Reason">What is wrong and what was expected.</param>
public sealed record ImportProblem(string File, int? Row, string? Column, string? Value, string Reason)
{
    public override string ToString() =>
        File.Length == 0 ? Reason : File
        + (Row is { } row ? $", row {row}" : "")
        + (Column is { } column ? $", column {column}" : "")
        + (Value is { } value ? $", value \"{value}\"" : "")
        + $": {Reason}";
}
