using static SoeBot.Connectors.Sample.SampleChance;
using static SoeBot.Connectors.Sample.SampleDays;

namespace SoeBot.Connectors.Sample;

/// <summary>The forty customer orders of a week, by slot: 18 pumps, 12 valves (both made to order), 10 fittings from stock.</summary>
internal static class SampleOrders
{
    public const int FirstValve = 18, FirstFitting = 30, Slots = 40;

    /// <param name="home">Week in which it is made, or committed when it is served from stock.</param>
    /// <param name="finish">The day the production order made for it is complete; null for fittings.</param>
    public static OrderStory Tell(int home, int slot, DateOnly? finish)
    {
        var product = ProductOf(slot);
        var orderWeek = home - (product.Kind == ProductKind.Fitting ? 3 : 5 + slot % 2);
        var surge = slot == SampleTrouble.SurgeSlot(orderWeek);
        var orderedOn = surge ? Day(orderWeek, Mon) : Day(orderWeek, Between(Mon, Fri, Topic.OrderDay, home, slot));
        var promise = PromiseOf(home, slot, product);
        var (year, isoWeek) = Iso(orderWeek);
        var story = new OrderStory(
            home, slot, $"SO{year:00}-{1000 + isoWeek * Slots + slot}",
            product.Kind == ProductKind.Fitting ? 10 + (slot - FirstFitting) % 5 : slot % 10,
            product, orderedOn, surge ? orderedOn : orderedOn.AddDays(1),
            OneIn(3, Topic.Asked, home, slot) ? AddWorking(promise, -2) : promise, promise,
            Pieces(home, slot, product) * (surge ? 7 : 1), SecondOf(home, slot));
        story = product.Kind switch
        {
            ProductKind.Pump => ChangedTooLate(story),
            ProductKind.Valve => Played(story, SampleTrouble.RoleOf(home, slot)),
            ProductKind.Fitting => slot == SampleTrouble.CancelledSlot(orderWeek) && !surge
                ? story with { CancelledFrom = Day(orderWeek + 1, Thu) } : story,
        };
        return story with { ShippedOn = story.ShippedOn ?? ShipDay(story, finish) };
    }

    public static Product ProductOf(int slot) => SampleCatalogue.Products[slot switch
    {
        < FirstValve => slot / 3,
        < FirstFitting => SampleCatalogue.Pumps + (slot - FirstValve) / 4,
        _ => 9 + (slot - FirstFitting) % 3,
    }];

    /// <summary>The day the production order of a made-to-order line is due.</summary>
    public static DateOnly WorkDue(int home, int slot) => ProductOf(slot).Kind == ProductKind.Pump
        ? Day(home, Between(Tue, Thu, Topic.WorkDay, home, slot))
        : SampleTrouble.RoleOf(home, slot) switch
        {
            ValveRole.OnHold or ValveRole.ChangedOnTuesday => Day(home, Wed),
            ValveRole.ChangedOnFriday => Day(home, Fri),
            ValveRole.EarlierGranted => Day(home, Tue),
            _ => Day(home, Between(Tue, Fri, Topic.WorkDay, home, slot)),
        };

    private static DateOnly PromiseOf(int home, int slot, Product product) => product.Kind switch
    {
        ProductKind.Pump => AddWorking(WorkDue(home, slot), 1),
        ProductKind.Valve when SampleTrouble.RoleOf(home, slot) == ValveRole.OnHold => AddWorking(WorkDue(home, slot), 6),
        ProductKind.Valve => AddWorking(WorkDue(home, slot), Between(6, 8, Topic.Early, home, slot)),
        ProductKind.Fitting => Day(home, Between(Mon, Fri, Topic.WorkDay, home, slot)),
    };

    private static int Pieces(int home, int slot, Product product)
    {
        var full = SampleTrouble.OverloadedIn(home) == product.Centre ? 1.36 : 1;
        return (int)Math.Round(product.Lot * full * Between(93, 107, Topic.Quantity, home, slot) / 100);
    }

    private static (Product, int)? SecondOf(int home, int slot) => slot < 16 && slot % 2 == 0
        ? (SampleCatalogue.Products[9 + slot / 2 % 3], Between(8, 20, Topic.Second, home, slot))
        : null;

    private static OrderStory ChangedTooLate(OrderStory story) =>
        story.Slot == SampleTrouble.EarlierTooLateSlot(story.Home)
            ? story with { Earlier = (Day(story.Home - 1, Thu), AddWorking(story.Promise, -3), AddWorking(story.Promise, -2)) }
            : story.Slot == SampleTrouble.MoreTooLateSlot(story.Home)
                ? story with { Raise = (Day(story.Home - 1, Wed), (int)(story.Ordered * 1.4)) }
                : story;

    private static OrderStory Played(OrderStory story, ValveRole role) => role switch
    {
        ValveRole.EarlierAsked => story with { Earlier = (Day(story.Home - 3, Mon), AddWorking(story.Promise, -3), null) },
        ValveRole.EarlierGranted => story with
        {
            Earlier = (Day(story.Home - 2, Wed), AddWorking(story.Promise, -4), AddWorking(story.Promise, -2)),
        },
        ValveRole.RaisedOnTuesday => story with { Raise = (Day(story.Home - 3, Tue), (int)(story.Ordered * 1.5)), WorkFollows = true },
        ValveRole.RaisedOnFriday => story with { Raise = (Day(story.Home - 3, Fri), (int)(story.Ordered * 1.25)), WorkFollows = true },
        ValveRole.OnHold => story with { ShippedOn = Day(story.Home + 2, Tue) },
        ValveRole.LateHaulage when !SampleTrouble.CastingIsLate(WeekOf(story.Promise)) => LateHaulage(story),
        _ => story,
    };

    private static OrderStory LateHaulage(OrderStory story)
    {
        var shipped = AddWorking(story.Promise, Between(1, 2, Topic.Haulage, story.Home, story.Slot));
        return story with
        {
            ShippedOn = shipped,
            Later = story.Home % 2 == 0 ? (AddWorking(story.Promise, -1), shipped) : null,
        };
    }

    private static DateOnly ShipDay(OrderStory story, DateOnly? finish)
    {
        var promise = story.Earlier?.Promise ?? story.Promise;
        var early = story.Product.Kind != ProductKind.Pump && OneIn(3, Topic.Early, story.Home, 100 + story.Slot)
            ? Between(1, 2, Topic.Early, story.Home, 200 + story.Slot) : 0;
        var wanted = AddWorking(promise, -early);
        return finish is { } day ? Later(AddWorking(day, 1), wanted) : wanted;
    }
}
