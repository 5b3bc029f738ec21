using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;

namespace SoeBot.Domain.Sop;

/// <summary>A customer was told a date.</summary>
/// <param name="TooLate">On the commitment date itself or after it (R54).</param>
public sealed record ToldDate(DateOnly On, DateOnly Promised, bool TooLate);

/// <summary>What was promised of an order line, to whom and when (R123).</summary>
public sealed record CustomerCommitment(string Order, string Line, string Item, decimal Quantity, DateOnly Requested, DateOnly? First, DateOnly? Last)
{
    public DateOnly? ShippedOn { get; init; }
    public IReadOnlyList<ToldDate> Told { get; init; } = [];

    /// <summary>The first promise passed, or was shipped after.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Open lines and those shipped within the days, the next promise first.</summary>
    /// <param name="lines">Of one customer.</param>
    /// <param name="said">What people said of these orders.</param>
    /// <param name="days">How far back shipped lines are shown.</param>
    public static IReadOnlyList<CustomerCommitment> Of(IEnumerable<OrderLine> lines, IReadOnlyDictionary<string, AtRiskOrder> said, DateOnly today, int days) =>
    [
        .. from line in lines
           where !line.Cancelled && (line.OpenQuantity > 0 || line.ShippedOn >= today.AddDays(-days))
           let promise = line.FirstConfirmed ?? line.Requested
           orderby line.OpenQuantity == 0, line.Commitment, line.Order, line.Line
           select new CustomerCommitment(line.Order, line.Line, line.Item, line.Quantity, line.Requested, line.FirstConfirmed, line.LastConfirmed)
           {
               ShippedOn = line.OpenQuantity == 0 ? line.ShippedOn : null,
               IsBroken = line.OpenQuantity == 0 ? line.ShippedOn > promise : promise < today,
               Told = said.TryGetValue(line.Order, out var order)
                   ? [.. order.Events.Where(one => one is { Kind: RiskEventKind.Told, Day: not null, Promised: not null }).Select(one => new ToldDate(one.Day!.Value, one.Promised!.Value, one.IsFailure))] : [],
           },
    ];
}
