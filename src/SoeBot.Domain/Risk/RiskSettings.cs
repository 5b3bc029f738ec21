namespace SoeBot.Domain.Risk;

/// <summary>How much each driver weighs, when an order counts as at risk, and how far back history reaches. Only the proportion of the weights matters.</summary>
public sealed record RiskSettings
{
    public decimal Supply { get; init; } = 0.30m;
    public decimal Time { get; init; } = 0.15m;
    public decimal Complexity { get; init; } = 0.08m;
    public decimal RecentChange { get; init; } = 0.12m;
    public decimal History { get; init; } = 0.35m;

    /// <summary>An order that is not projected late is at risk from this score on, 0 to 1.</summary>
    public decimal Threshold { get; init; } = 0.5m;

    /// <summary>A change weighs less each day and nothing after so many days.</summary>
    public int ChangeDays { get; init; } = 7;

    /// <summary>Outcomes of the last so many days count as history, those of a third of that ago by half: long, because most items have few in a year.</summary>
    public int HistoryDays { get; init; } = 1092;

    /// <summary>The plant's own late rate counts as so many cases beside those of an item, customer or supplier, until the past itself shows how much they differ.</summary>
    public decimal SmoothingCases { get; init; } = 8;

    /// <summary>The customer is to be told so many working days before the commitment date (R52).</summary>
    public int TellDays { get; init; } = 3;

    public decimal WeightOf(RiskDriverKind kind) => kind switch
    {
        RiskDriverKind.Supply => Supply,
        RiskDriverKind.Time => Time,
        RiskDriverKind.Complexity => Complexity,
        RiskDriverKind.RecentChange => RecentChange,
        RiskDriverKind.History => History,
    };
}
