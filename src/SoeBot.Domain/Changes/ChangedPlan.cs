using SoeBot.Domain.Fences;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Changes;

/// <summary>The plan as it would be with one change, before anything makes room for it.</summary>
/// <param name="Before">The production orders it changes, as planned; those it adds are not among them.</param>
/// <param name="After">The same and the added ones, as they would be; those it cancels are not among them.</param>
/// <param name="From">Days that it leaves: of its production orders, else the day promised.</param>
/// <param name="To">Days that it goes to.</param>
/// <param name="Starts">Days on which what it touches starts or is due, before and after.</param>
/// <param name="Orders">Order lines it is about, by key.</param>
internal sealed record ChangedPlan(
    PlanSnapshot Plan, IReadOnlyList<ScheduleLine> Before, IReadOnlyList<ScheduleLine> After, IReadOnlyList<DateOnly> From, IReadOnlyList<DateOnly> To,
    IReadOnlyList<DateOnly> Starts, IReadOnlySet<string> Orders, string Item, decimal Pieces)
{
    public string? Problem { get; private init; }

    private static ChangedPlan Impossible(string why) => new(new(), [], [], [], [], [], new HashSet<string>(), "", 0) { Problem = why };

    public static ChangedPlan Of(ChangeWhat what, PegBook book, PlantCalendar calendar) => what.Subject switch
    {
        ChangeSubject.Item => Added(what, book, calendar),
        ChangeSubject.ScheduleLine => OfLine(what, book, calendar),
        ChangeSubject.Order => OfOrder(what, book, calendar),
    };

    private static ChangedPlan OfLine(ChangeWhat what, PegBook book, PlantCalendar calendar)
    {
        var line = book.Plan.Schedule?.FirstOrDefault(one => one.Number == what.Reference);
        if (line is null) return Impossible($"{what.Reference} is not in the schedule any more.");
        if (!line.IsOpen) return Impossible($"{what.Reference} is finished.");
        var parts = Changed(line, what, calendar);
        return parts is null
            ? Impossible($"{what.Reference} is of {PlanWords.Quantity(line.Planned)}: it cannot be split at {PlanWords.Quantity(what.Quantity ?? 0)}.")
            : Build(book, [line], parts, new HashSet<string>(), [], line.Item, line.Planned);
    }

    private static ChangedPlan OfOrder(ChangeWhat what, PegBook book, PlantCalendar calendar)
    {
        var rows = Enumerable.Range(0, book.Plan.Orders?.Count ?? 0).Where(row => book.Plan.Orders![row].Order == what.Reference).ToList();
        if (rows.Count == 0) return Impossible($"{what.Reference} is not in the plan any more.");
        var open = rows.Where(row => book.Plan.Orders![row].OpenQuantity > 0).ToList();
        if (open.Count == 0) return Impossible($"{what.Reference} is shipped or cancelled already.");
        var lines = open.Select(row => book.Plan.Orders![row]).ToList();
        var keys = lines.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        var makes = Makers(book, open, keys, own: what.Kind is ChangeKind.Cancel or ChangeKind.Quantity);
        if (what.Kind is ChangeKind.Line or ChangeKind.Sequence or ChangeKind.Split && makes.Count != 1)
            return Impossible(makes.Count == 0 ? $"No production order makes {what.Reference}." : $"{makes.Count} production orders make {what.Reference}: name the one you mean.");
        if (what.Kind == ChangeKind.Quantity && lines.Count != 1) return Impossible($"{what.Reference} has {lines.Count} open lines: name the production order you mean.");
        if (what.Kind == ChangeKind.Move && makes.Count == 0) return Impossible($"No production order makes {what.Reference}, so nothing can be moved. It is covered from stock or purchases, or nothing is planned for it.");

        // Up: what is due after the day comes to it. Back: everything goes to it.
        var touched = what.Kind == ChangeKind.Date ? []
            : what.Kind != ChangeKind.Move ? makes
            : makes.Exists(line => line.Due > what.To) ? makes.FindAll(line => line.Due > what.To) : makes;
        var after = new List<ScheduleLine>();
        foreach (var line in touched)
        {
            // What makes it grows and shrinks with the order.
            var its = what.Kind == ChangeKind.Quantity ? what with { Quantity = line.Planned * what.Quantity / Math.Max(1, lines[0].Quantity) } : what;
            if (Changed(line, its, calendar) is not { } parts) return Impossible($"{line.Number} is of {PlanWords.Quantity(line.Planned)}: it cannot be split at {PlanWords.Quantity(what.Quantity ?? 0)}.");
            after.AddRange(parts);
        }
        var promises = what.Kind is ChangeKind.Date || touched.Count == 0 ? lines.Select(line => line.Commitment).ToList() : [];
        var changed = Build(book, touched, after, keys, promises, lines[0].Item, lines.Sum(line => line.OpenQuantity));
        if (what.Kind == ChangeKind.Date) changed = changed with { To = [what.To!.Value], Starts = [.. changed.Starts, what.To.Value] };
        return changed with { Plan = changed.Plan with { Orders = [.. changed.Plan.Orders!.Select(line => keys.Contains(line.Key) ? Changed(line, what) : line)] } };
    }

    private static ChangedPlan Added(ChangeWhat what, PegBook book, PlantCalendar calendar)
    {
        var item = book.Plan.Items?.FirstOrDefault(one => string.Equals(one.Number, what.Reference, StringComparison.OrdinalIgnoreCase));
        if (item is null) return Impossible($"There is no item {what.Reference} in the plan.");
        var centre = what.WorkCentre ?? item.WorkCentre;
        var line = new ScheduleLine
        {
            Number = $"new {item.Number}", Item = item.Number, WorkCentre = centre, Start = what.To!.Value, Due = what.To.Value, Planned = what.Quantity!.Value,
            Hours = item.HoursFor(what.Quantity.Value),
        };
        return Build(book, [], [line], new HashSet<string>(), [], item.Number, line.Planned);
    }

    private static ChangedPlan Build(
        PegBook book, IReadOnlyList<ScheduleLine> before, List<ScheduleLine> after, IReadOnlySet<string> orders, List<DateOnly> promises, string item, decimal pieces)
    {
        var gone = before.Select(line => line.Number).ToHashSet(StringComparer.Ordinal);
        return new ChangedPlan(
            book.Plan with { Schedule = [.. (book.Plan.Schedule ?? []).Where(line => !gone.Contains(line.Number)), .. after] },
            before, after, [.. before.Select(line => line.Due), .. promises], [.. after.Select(line => line.Due)],
            [.. before.Concat(after).SelectMany(line => (DateOnly[])[line.Start, line.Due]), .. promises], orders, item, pieces);
    }

    /// <summary>What the line becomes: nothing, itself otherwise, or two; null when it cannot be split so.</summary>
    private static List<ScheduleLine>? Changed(ScheduleLine line, ChangeWhat what, PlantCalendar calendar) => what.Kind switch
    {
        ChangeKind.Cancel => [],
        ChangeKind.Move or ChangeKind.Date => [Moved(line, what.To!.Value, calendar)],
        ChangeKind.Quantity => [Of(line, what.Quantity!.Value)],
        ChangeKind.Line => [line with { WorkCentre = what.WorkCentre }],
        ChangeKind.Sequence => [line with { Sequence = what.Sequence }],
        ChangeKind.Split => what.Quantity is { } first && first > line.Good && first < line.Planned
            ? [Of(line, first), Moved(Of(line, line.Planned - first) with { Number = $"{line.Number}/2", Good = 0, Scrapped = 0 }, what.To ?? calendar.AddWorkingDays(line.Due, 1), calendar)] : null,
        ChangeKind.Add => null,
    };

    private static OrderLine Changed(OrderLine line, ChangeWhat what) => what.Kind switch
    {
        ChangeKind.Cancel => line with { Cancelled = true },
        ChangeKind.Date => line with { LastConfirmed = what.To },
        ChangeKind.Quantity => line with { Quantity = what.Quantity!.Value },
        _ => line,
    };

    private static ScheduleLine Moved(ScheduleLine line, DateOnly due, PlantCalendar calendar)
    {
        var days = 0;
        for (var day = line.Start; day < line.Due && days < 60; day = day.AddDays(1))
            if (calendar.IsWorkingDay(day)) days++;
        return line with { Due = due, Start = days == 0 ? due : calendar.AddWorkingDays(due, -days) };
    }

    private static ScheduleLine Of(ScheduleLine line, decimal pieces) =>
        line with { Planned = pieces, Hours = line is { Hours: { } hours, Planned: > 0 } ? hours * pieces / line.Planned : line.Hours };

    /// <summary>The open production orders that make it: those the source names, and unless only <paramref name="own"/> ones count those the pegging gives it.</summary>
    private static List<ScheduleLine> Makers(PegBook book, List<int> rows, HashSet<string> keys, bool own)
    {
        var schedule = book.Plan.Schedule ?? [];
        var found = new SortedSet<int>(Enumerable.Range(0, schedule.Count).Where(row => schedule[row].IsOpen && schedule[row].ForOrder is { } order && keys.Contains(order)));
        if (!own)
            foreach (var row in rows)
                foreach (var peg in book.Of(book.DemandOfOrder(row)))
                    if (book.Supplies[peg.Supply] is { Kind: SupplyKind.Schedule, Row: var at }) found.Add(at);
        return [.. found.Select(row => schedule[row])];
    }
}
