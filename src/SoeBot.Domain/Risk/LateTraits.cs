using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Risk;

/// <summary>The names a promise hangs on, as far as they are known: each of them, and pairs of them, may have a history of its own.</summary>
/// <param name="NoticeDays">From when it was given to the promised day; null when the source does not say when it was given.</param>
public readonly record struct LateTraits(
    string Item,
    string? Customer = null,
    string? Supplier = null,
    string? Lane = null,
    string? ShipMode = null,
    string? WorkCentre = null,
    int? NoticeDays = null)
{
    public static LateTraits Of(OrderLine line)
    {
        var promised = line.FirstConfirmed ?? line.Requested;
        return new(line.Item, line.Customer, line.Supplier, line.Lane, line.ShipMode, null, Between(line.OrderedOn, promised));
    }

    public static LateTraits Of(ScheduleLine line) => new(line.Item, WorkCentre: line.WorkCentre);

    public static LateTraits Of(PurchaseLine line) =>
        new(line.Item, null, line.Supplier, line.Lane, line.ShipMode, null, Between(line.OrderedOn, line.Expected));

    private static int? Between(DateOnly? given, DateOnly promised) => given is { } day && day <= promised ? promised.DayNumber - day.DayNumber : null;
}

/// <summary>A promise whose day is past, and whether it was kept.</summary>
/// <param name="Bundle">What ended together counts together: the order's number and the promised day. Null when it stands alone.</param>
/// <param name="Done">Null while it is open: only what was due before today is a case, so that is late.</param>
public readonly record struct LateCase(LateTraits Traits, DateOnly Promised, DateOnly? Done, string? Bundle = null)
{
    public bool IsLate => Done is null || Done > Promised;
}
