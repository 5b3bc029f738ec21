using SoeBot.Domain.Plan;
using static SoeBot.Connectors.Sample.SampleChance;
using static SoeBot.Connectors.Sample.SampleDays;

namespace SoeBot.Connectors.Sample;

/// <summary>One purchase line from its order to its receipt.</summary>
/// <param name="Need">Good pieces that come of it.</param>
/// <param name="Slip">The morning from which the supplier's new date is known, and that date.</param>
internal sealed record BuyStory(
    int Week, Part Part, string Order, int Line, DateOnly OrderedOn, DateOnly Due, decimal Need, decimal Rejected,
    DateOnly ReceivedOn, DateOnly? ConfirmedFrom, (DateOnly From, DateOnly To)? Slip)
{
    public PurchaseLine? LineOn(DateOnly today)
    {
        if (OrderedOn >= today) return null;
        var received = ReceivedOn < today;
        return new PurchaseLine
        {
            Order = Order, Line = $"{Line}", Item = Part.Number, Supplier = SampleCatalogue.Suppliers[Part.Supplier!.Value],
            OrderedOn = OrderedOn, Due = Due, Quantity = Need + Rejected,
            Confirmed = Slip is { } slip && slip.From <= today ? slip.To : ConfirmedFrom <= today ? Due : null,
            Received = received ? Need + Rejected : 0,
            Rejected = received ? Rejected : 0,
            ReceivedOn = received ? ReceivedOn : null,
        };
    }
}

/// <summary>About sixty purchase lines a week: exactly what the production orders of a week take.</summary>
internal static class SampleBuying
{
    private const int BasePlate = 10;

    public static IEnumerable<BuyStory> For(int week, IReadOnlyList<WorkStory> works)
    {
        var (year, isoWeek) = Iso(week);
        foreach (var part in SampleCatalogue.Parts)
        {
            if (part.Supplier is not { } supplier) continue;
            var order = $"PO{year:00}-{1000 + isoWeek * SampleCatalogue.Suppliers.Length + supplier}";
            var needs = InOrderOfNeed(works, part.Index).Select(w => w.Final * w.Bill.Where(b => b.Part == part.Index).Sum(b => b.Per)).ToArray();
            var lines = part.Tight || part.Index % 4 != 1 ? 3 : 4;
            for (var line = 0; line < lines; line++)
            {
                var need = needs[(needs.Length * line / lines)..(needs.Length * (line + 1) / lines)].Sum();
                if (need > 0) yield return Tell(week, part, order, Place(part) * 4 + line + 1, line, need);
            }
        }
    }

    /// <summary>The orders that take a part, the first to start first: whoever starts first takes what is there.</summary>
    public static IEnumerable<WorkStory> InOrderOfNeed(IEnumerable<WorkStory> works, int part) =>
        works.Where(w => w.Bill.Any(b => b.Part == part)).OrderBy(w => w.Start).ThenBy(w => w.Index);

    /// <summary>Among the parts of its supplier.</summary>
    private static int Place(Part part) => SampleCatalogue.Parts.Count(p => p.Supplier == part.Supplier && p.Index < part.Index);

    private static BuyStory Tell(int week, Part part, string order, int number, int line, decimal need)
    {
        var key = part.Index * 4 + line;
        var due = part.Tight ? Day(week - 1, line) : Day(week - 2, line * 3 / 2);
        var orderedOn = WorkingDayBefore(due.AddDays(-part.LeadTimeDays));
        var late = OneIn(14, Topic.Receipt, week, key) ? Between(1, 2, Topic.Receipt, week, 1000 + key) : 0;
        var early = OneIn(6, Topic.Receipt, week, 2000 + key) ? 1 : 0;
        var rejected = OneIn(25, Topic.Reject, week, key) ? Math.Ceiling(need / 20) : 0;
        var story = new BuyStory(
            week, part, order, number, orderedOn, due, need, rejected, AddWorking(due, late - early),
            OneIn(10, Topic.Confirmation, week, key) ? null : AddWorking(orderedOn, Between(3, 5, Topic.Confirmation, week, 1000 + key)), null);
        return part.Index == BasePlate && line == 1
            ? story with { Due = Day(week - 2, Tue), ReceivedOn = Day(week - 1, Fri), ConfirmedFrom = AddWorking(orderedOn, 3) }
            : Slipped(story, line);
    }

    /// <summary>A late supplier delivers everything on one day: what was for this week and what was due before that day.</summary>
    private static BuyStory Slipped(BuyStory story, int line)
    {
        foreach (var week in new[] { story.Week, story.Week - 1 })
        {
            var own = week == story.Week;
            if (story.Part.Index == SampleTrouble.LateCasting(week))
                return story.Late(SampleTrouble.CastingAnnounced(week), week, SampleTrouble.CastingArrives(week));
            if (story.Part.Index == SampleTrouble.MissingSeal(week) && (line == 2 || !own))
                return story.Late(SampleTrouble.SealAnnounced(week), week, SampleTrouble.SealArrives(week));
        }
        return story;
    }

    private static BuyStory Late(this BuyStory story, DateOnly from, int week, DateOnly arrives) => story with
    {
        Slip = (from, SampleTrouble.Promised(week)),
        ReceivedOn = Later(story.Due, arrives),
        Rejected = 0,
    };
}
