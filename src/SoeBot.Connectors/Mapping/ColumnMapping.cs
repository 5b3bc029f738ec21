namespace SoeBot.Connectors.Mapping;

/// <summary>Where the value of one of our columns comes from. Exactly one of from, constant and join is set.</summary>
internal sealed record ColumnMapping
{
    public string? From { get; init; }
    public string? Constant { get; init; }
    public IReadOnlyList<string>? Join { get; init; }

    /// <summary>Stands between the joined values.</summary>
    public string With { get; init; } = "/";

    /// <summary>Worked one after the other: what the first gives is looked up by the second.</summary>
    public IReadOnlyList<Lookup> Lookups { get; init; } = [];

    /// <summary>Source word to our word; a word that is not here is refused.</summary>
    public IReadOnlyDictionary<string, string>? Codes { get; init; }

    /// <summary>Texts that mean "no value", e.g. NULL.</summary>
    public IReadOnlyList<string> EmptyWhen { get; init; } = [];
    public IReadOnlyList<string>? Dates { get; init; }
    public char? Decimal { get; init; }
    public char? Thousands { get; init; }
    public Scale? Scale { get; init; }

    /// <summary>A time of day before the plant's first shift counts to the day before.</summary>
    public bool ProductionDay { get; init; }
    public KnownFrom? KnownFrom { get; init; }

    /// <summary>Taken when this gives no value.</summary>
    public ColumnMapping? Else { get; init; }

    public bool LooksAtToday => KnownFrom is not null || Else is { LooksAtToday: true } || Lookups.Any(lookup => lookup.Keep is { LooksAtToday: true });

    /// <summary>What stands in messages as the column.</summary>
    public string? Shown => From ?? (Join is null ? null : string.Join('+', Join));
}

/// <summary>The value becomes another one: that of a column in the row of another file that has it as its key.</summary>
/// <param name="Keep">Rows of the other file that do not meet it are not looked at; null for all rows.</param>
internal sealed record Lookup(string File, string Key, string Value, RowCondition? Keep);

/// <summary>A number is multiplied by one and divided by the other, so that 86400 seconds are exactly one day.</summary>
internal sealed record Scale(decimal Times, decimal Over)
{
    public decimal Of(decimal number) => number * Times / Over;
}

/// <summary>Known from the evening of the day in a column, moved by so many days; before that the value is empty or the row is left out.</summary>
internal sealed record KnownFrom(string Column, int Plus);
