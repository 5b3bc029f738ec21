using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Exceptions;

/// <summary>
/// Events of the shop floor, one exception per kind, object and cause (R35, R36, R38). A report covers the production days since
/// the last one, up to yesterday, and whatever is not over; so that one event is never on two reports unless it lasts.
/// </summary>
internal static class ShopEventRule
{
    public static void Find(ExceptionInput input, List<PlanException> found)
    {
        if (input.Plan.Events is not { Count: > 0 } events) return;
        var from = input.Calendar.AddWorkingDays(input.Today, -1);
        if (input.PreviousDay < from) from = input.PreviousDay.Value;
        var kindsWithEnds = new HashSet<ShopEventKind>();
        foreach (var shopEvent in events)
            if (shopEvent.EndedOn is not null) kindsWithEnds.Add(shopEvent.Kind);

        var groups = new Dictionary<(ShopEventKind, string, string), List<ShopEvent>>();
        foreach (var shopEvent in events)
        {
            if (shopEvent.Day > input.Today || CategoryOf(shopEvent.Kind) is null) continue;
            var lasts = shopEvent.EndedOn is null && kindsWithEnds.Contains(shopEvent.Kind);
            var inWindow = shopEvent.Day >= from && shopEvent.Day < input.Today;
            var overInWindow = shopEvent.EndedOn >= from && shopEvent.EndedOn < input.Today;
            if (!lasts && !inWindow && !overInWindow) continue;
            var key = (shopEvent.Kind, shopEvent.Object, shopEvent.Cause);
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = [];
            group.Add(shopEvent);
        }
        var names = PlanNames.Of(input.Plan);
        foreach (var group in groups.Values) found.Add(Exception(group, names));
    }

    private static PlanException Exception(List<ShopEvent> group, Func<string, string> names)
    {
        var first = group[0];
        decimal? planned = null, actual = null;
        foreach (var shopEvent in group)
        {
            if (shopEvent.Day < first.Day) first = shopEvent;
            if (shopEvent.Planned is { } p) planned = (planned ?? 0) + p;
            if (shopEvent.Actual is { } a) actual = (actual ?? 0) + a;
        }
        var amount = (planned, actual) switch
        {
            ({ } meant, { } got) => $": {PlanWords.Quantity(got)} of {PlanWords.Quantity(meant)} {first.Unit}".TrimEnd(),
            (null, { } got) => $": {PlanWords.Quantity(got)} {first.Unit}".TrimEnd(),
            _ => "",
        };
        var times = group.Count > 1 ? $", {group.Count} times" : "";
        var cause = CauseWords.Readable(first.Cause);
        var note = first.Note is { Length: > 0 } said && !said.Equals(cause, StringComparison.OrdinalIgnoreCase) ? $" ({said})" : "";
        return new PlanException(
            CategoryOf(first.Kind)!.Value, first.Object, first.Cause, first.Day,
            $"{names(first.Object)} {Word(first.Kind)}, {cause}{amount}{times} since {PlanWords.Day(first.Day)}{note}",
            planned, actual, first.Unit);
    }

    /// <summary>Null for what is no divergence: overtime and changeovers only cost.</summary>
    private static ExceptionCategory? CategoryOf(ShopEventKind kind) => kind switch
    {
        ShopEventKind.Downtime => ExceptionCategory.Downtime,
        ShopEventKind.QualityHold => ExceptionCategory.QualityHold,
        ShopEventKind.Scrap => ExceptionCategory.Scrap,
        ShopEventKind.LabourShortage => ExceptionCategory.LabourShortage,
        ShopEventKind.SlowRun => ExceptionCategory.SlowRun,
        ShopEventKind.MaterialShortage => ExceptionCategory.MaterialShortage,
        ShopEventKind.Logistics => ExceptionCategory.Logistics,
        ShopEventKind.Expedite => ExceptionCategory.Expedite,
        ShopEventKind.Overtime or ShopEventKind.Changeover => null,
    };

    private static string Word(ShopEventKind kind) => kind switch
    {
        ShopEventKind.Downtime => "down",
        ShopEventKind.QualityHold => "on quality hold",
        ShopEventKind.Scrap => "scrap",
        ShopEventKind.LabourShortage => "short of people",
        ShopEventKind.SlowRun => "running slowly",
        ShopEventKind.MaterialShortage => "short of material",
        ShopEventKind.Logistics => "held up in transport",
        ShopEventKind.Expedite => "expedited",
        ShopEventKind.Overtime => "on overtime",
        ShopEventKind.Changeover => "changed over",
    };
}
