namespace SoeBot.Connectors.Mapping;

/// <summary>Which rows are read. Exactly one part is set: a test of one column, or conditions put together.</summary>
internal sealed record RowCondition
{
    public string? Column { get; init; }

    /// <summary>The value is one of these (without case); with <see cref="Negated"/> none of them. An empty text is the empty cell.</summary>
    public IReadOnlyList<string>? Is { get; init; }
    public bool Negated { get; init; }

    /// <summary>The day in the column is not before this one.</summary>
    public MappedDay? From { get; init; }

    /// <summary>The day in the column is not after this one.</summary>
    public MappedDay? UpTo { get; init; }
    public IReadOnlyList<RowCondition>? All { get; init; }
    public IReadOnlyList<RowCondition>? Any { get; init; }

    public bool LooksAtToday => From is not null || UpTo is not null || ((All ?? Any)?.Any(part => part.LooksAtToday) ?? false);

    /// <summary>Columns it asks for, to be checked against the header.</summary>
    public IEnumerable<string> Columns => (All ?? Any)?.SelectMany(c => c.Columns) ?? [Column!];
}

/// <summary>A day counted from the day of the reading (<c>today</c>) or from the first day of its week (<c>week</c>).</summary>
internal sealed record MappedDay(bool FromWeek, int Plus)
{
    public DateOnly On(DateOnly today, DayOfWeek weekStart) =>
        (FromWeek ? today.AddDays(-(((int)today.DayOfWeek - (int)weekStart + 7) % 7)) : today).AddDays(Plus);
}
