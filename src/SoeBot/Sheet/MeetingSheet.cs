namespace SoeBot.Sheet;

/// <summary>Agenda and board of the next meeting in words, for a page to print. All text is as people typed it or the plan has it: whoever draws it encodes it.</summary>
/// <param name="Meeting">"Wed 9 Jan 13:00 to 14:30"; null when none is planned.</param>
/// <param name="AsOf">When it was read, plant time.</param>
/// <param name="Data">Age, source and version of the plan.</param>
/// <param name="Old">Why the numbers are old; null when they are not.</param>
internal sealed record MeetingSheet(string Plant, string? Meeting, DateTimeOffset ReadAt, string AsOf, string Data, string? Old)
{
    public IReadOnlyList<AgendaRow> Agenda { get; init; } = [];
    public IReadOnlyList<WeekColumn> Weeks { get; init; } = [];

    /// <summary>Loads, purchases, customer orders, and what the data lacks.</summary>
    public IReadOnlyList<string> Ahead { get; init; } = [];
    public IReadOnlyList<OrderRow> Orders { get; init; } = [];

    /// <summary>Orders on the at-risk list behind the ten.</summary>
    public int MoreOrders { get; init; }
    public IReadOnlyList<DecisionRow> Decisions { get; init; } = [];
    public int MoreDecisions { get; init; }
    public IReadOnlyList<ChangeRow> Changes { get; init; } = [];
    public IReadOnlyList<string> Exceptions { get; init; } = [];
    public int MoreExceptions { get; init; }

    /// <summary>True: customers stand on it.</summary>
    public bool NamesCustomers { get; init; }
}

/// <param name="At">"13:02", plant time.</param>
internal sealed record AgendaRow(string At, string Title, int Minutes, string Decides);

/// <param name="Name">"Week 1, frozen".</param>
internal sealed record WeekColumn(string Name, string Days, string Orders, string Pieces);

/// <param name="Status">"red", "no answer".</param>
/// <param name="IsOpen">Red, or nobody has answered.</param>
internal sealed record OrderRow(int Rank, string Order, string What, string Dates, string Owner, string Status, bool IsOpen, string Risk, string Mitigation);

internal sealed record DecisionRow(string Name, string Text, string Owner, string Due, string State, bool IsOverdue);

internal sealed record ChangeRow(string Name, string Asks, string By, string Until);
