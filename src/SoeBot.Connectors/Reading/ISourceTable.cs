namespace SoeBot.Connectors.Reading;

/// <summary>What a source says about a cell beside its text.</summary>
internal enum CellKind
{
    /// <summary>Nothing: the mapping says how to read it.</summary>
    Text,

    /// <summary>A number, written plainly: a point before the decimals, no thousands separators.</summary>
    Number,

    /// <summary>A day, written yyyy-MM-dd; a time of day may follow.</summary>
    Day,

    /// <summary>A formula that failed: #N/A, #REF! ...</summary>
    Error,

    /// <summary>A formula beside which no value is stored.</summary>
    Uncomputed,

    /// <summary>Hidden under the first of several merged cells, so that nobody can say which row its value belongs to.</summary>
    Merged,
}

/// <summary>The rows of one table as its source has them, read once from the first to the last.</summary>
internal interface ISourceTable : IDisposable
{
    /// <summary>The file it comes from.</summary>
    string Source { get; }

    /// <summary>What messages name: the file, and the sheet where there are sheets.</summary>
    string File { get; }
    string[] Header { get; }

    /// <summary>The row as the program that people open the file with counts it.</summary>
    int Row { get; }

    /// <summary>Trimmed; valid until the next row is read.</summary>
    ReadOnlySpan<char> this[int column] { get; }
    CellKind KindOf(int column);

    /// <summary>Goes to the next row that holds anything.</summary>
    bool Read();

    /// <summary>The cells of the next row, however many; null at the end. For telling why the header is none, after which nothing else is read.</summary>
    string[]? Peek();
}
