using CsCheck;
using SoeBot.Domain.Plan;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain;

/// <summary>Small plants with all that can go wrong in them: three levels of items, shared parts, links, priorities, past due days.</summary>
internal static class GivenAny
{
    private static readonly string[] Numbers = ["pump", "valve", "body", "seal", "casting"];

    private static readonly Gen<string> Number = Gen.Int[0, Numbers.Length - 1].Select(i => Numbers[i]);
    private static readonly Gen<int> Day = Gen.Int[-5, 40];
    private static readonly Gen<int> Pieces = Gen.Int[1, 40];

    private static readonly Gen<OrderLine[]> Orders = Gen.Select(Number, Pieces, Day, Gen.Int[0, 3], Gen.Int[0, 9])
        .Select((item, pieces, due, priority, value) => Order("", item, pieces, due) with { Priority = priority == 0 ? null : priority, Value = value * 100 })
        .Array[0, 15].Select(lines => lines.Select((line, i) => line with { Order = $"SO{i / 2}", Line = $"{i}" }).ToArray());

    private static readonly Gen<ScheduleLine[]> Schedule = Gen.Select(Number, Pieces, Day, Gen.Int[0, 20], Gen.Int[0, 20])
        .Select((item, pieces, due, link, hours) => Make("", item, pieces, due - 2, due) with
        {
            WorkCentre = "A", Hours = hours, ForOrder = link < 15 ? $"SO{link / 2}/{link}" : null,
        }).Array[0, 10].Select(lines => lines.Select((line, i) => line with { Number = $"{i}" }).ToArray());

    private static readonly Gen<PurchaseLine[]> Purchases = Gen.Select(Number, Pieces, Day)
        .Select((item, pieces, due) => Buy("", item, pieces, due))
        .Array[0, 8].Select(lines => lines.Select((line, i) => line with { Order = $"P{i}" }).ToArray());

    public static readonly Gen<PlanSnapshot> Plan = Gen.Select(Orders, Schedule, Purchases, Gen.Int[0, 30].Array[5])
        .Select((orders, schedule, purchases, stock) => new PlanSnapshot
        {
            Orders = orders, Schedule = schedule, Purchases = purchases,
            Stock = [.. Numbers.Select((number, i) => Stock(number, stock[i], stock[i] / 4))],
            Items =
            [
                Made("pump", 2) with { WorkCentre = "A", MinutesPerPiece = 30, SetupMinutes = 60 }, Made("valve", 1),
                Made("body") with { WorkCentre = "A", MinutesPerPiece = 12 }, Bought("seal", 5), Bought("casting"),
            ],
            Bill = [Part("pump", "body"), Part("pump", "seal", 2), Part("valve", "seal"), Part("body", "casting") with { Until = Jan(20) }, Part("body", "seal") with { From = Jan(20) }],
            WorkCentres = [new WorkCentre { Number = "A", Name = "Assembly", HoursPerDay = 8 }],
        });
}
