namespace SoeBot.Store.Bulk;

/// <summary>Takes the values of a row in the order of its columns, in the form in which they are stored.</summary>
internal interface IRowSink
{
    void Text(string? value);
    void Big(long? value);
    void Whole(int? value);
    void Day(DateOnly? value);
    void Flag(bool? value);
}

/// <summary>Gives the values of a row in the order of its columns.</summary>
internal interface IRowSource
{
    string? Text();
    long? Big();
    int? Whole();
    DateOnly? Day();
    bool? Flag();

    /// <summary>Passes over the next column.</summary>
    void Skip();
}
