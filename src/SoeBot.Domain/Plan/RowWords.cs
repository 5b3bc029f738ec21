namespace SoeBot.Domain.Plan;

/// <summary>
/// The fields of two rows that differ, each as "field from old to new" in the words of the plant. Of money only that it differs: these words stand
/// on cards that a whole channel reads.
/// </summary>
public static class RowWords
{
    public static List<string> Of(OrderLine before, OrderLine after)
    {
        var words = new List<string>();
        Text(words, "item", before.Item, after.Item);
        Text(words, "customer", before.Customer, after.Customer);
        Number(words, "quantity", before.Quantity, after.Quantity);
        Day(words, "requested date", before.Requested, after.Requested);
        Day(words, "first confirmed date", before.FirstConfirmed, after.FirstConfirmed);
        Day(words, "confirmed date", before.LastConfirmed, after.LastConfirmed);
        Number(words, "shipped quantity", before.ShippedQuantity, after.ShippedQuantity);
        Day(words, "shipping day", before.ShippedOn, after.ShippedOn);
        Number(words, "priority", before.Priority, after.Priority);
        if (before.Value != after.Value) words.Add("the value");
        if (before.Penalty != after.Penalty) words.Add("the penalty");
        Text(words, "supplier", before.Supplier, after.Supplier);
        Text(words, "lane", before.Lane, after.Lane);
        Text(words, "ship mode", before.ShipMode, after.ShipMode);
        Text(words, "split from", before.SplitFrom, after.SplitFrom);
        Text(words, "merged into", before.MergedInto, after.MergedInto);
        Switched(words, before.Cancelled, after.Cancelled, "cancelled", "no longer cancelled");
        return words;
    }

    public static List<string> Of(ScheduleLine before, ScheduleLine after)
    {
        var words = new List<string>();
        Text(words, "item", before.Item, after.Item);
        Number(words, "planned quantity", before.Planned, after.Planned);
        Day(words, "start", before.Start, after.Start);
        Day(words, "due day", before.Due, after.Due);
        Text(words, "work centre", before.WorkCentre, after.WorkCentre);
        Number(words, "place in the queue", before.Sequence, after.Sequence);
        Text(words, "customer order", before.ForOrder, after.ForOrder);
        Number(words, "hours", before.Hours, after.Hours);
        Number(words, "reported hours", before.ReportedHours, after.ReportedHours);
        Day(words, "reported start", before.StartedOn, after.StartedOn);
        Number(words, "good pieces", before.Good, after.Good);
        Number(words, "scrapped pieces", before.Scrapped, after.Scrapped);
        Day(words, "finished", before.FinishedOn, after.FinishedOn);
        return words;
    }

    public static List<string> Of(PurchaseLine before, PurchaseLine after)
    {
        var words = new List<string>();
        Text(words, "item", before.Item, after.Item);
        Text(words, "supplier", before.Supplier, after.Supplier);
        Number(words, "quantity", before.Quantity, after.Quantity);
        Day(words, "due day", before.Due, after.Due);
        Day(words, "confirmed date", before.Confirmed, after.Confirmed);
        Number(words, "received quantity", before.Received, after.Received);
        Number(words, "rejected quantity", before.Rejected, after.Rejected);
        Day(words, "receipt day", before.ReceivedOn, after.ReceivedOn);
        Text(words, "lane", before.Lane, after.Lane);
        Text(words, "ship mode", before.ShipMode, after.ShipMode);
        Switched(words, before.Cancelled, after.Cancelled, "cancelled", "no longer cancelled");
        return words;
    }

    private static void Text(List<string> words, string field, string? before, string? after)
    {
        if (before != after) words.Add($"{field} from {before ?? "none"} to {after ?? "none"}");
    }

    private static void Number(List<string> words, string field, decimal? before, decimal? after)
    {
        if (before != after)
            words.Add($"{field} from {Said(before)} to {Said(after)}");
        static string Said(decimal? number) => number is { } known ? PlanWords.Quantity(known) : "none";
    }

    private static void Day(List<string> words, string field, DateOnly? before, DateOnly? after)
    {
        if (before != after)
            words.Add($"{field} from {Said(before)} to {Said(after)}");
        static string Said(DateOnly? day) => day is { } known ? PlanWords.Day(known) : "none";
    }

    private static void Switched(List<string> words, bool before, bool after, string on, string off)
    {
        if (before != after) words.Add(after ? on : off);
    }
}
