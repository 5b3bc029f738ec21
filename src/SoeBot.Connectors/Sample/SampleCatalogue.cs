using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Sample;

internal enum ProductKind { Pump, Valve, Fitting }

/// <param name="Lot">Pieces of a usual order.</param>
internal sealed record Product(int Index, string Number, string Name, string Family, ProductKind Kind, string Centre, int Lot, decimal HoursPerPiece, decimal Price);

/// <param name="Supplier">Place in <see cref="SampleCatalogue.Suppliers"/>; null when the plant makes it.</param>
/// <param name="Base">Pieces that lie in stock beyond what the plan needs.</param>
/// <param name="Tight">Ordered to arrive in the week before it is needed, others two weeks before.</param>
internal sealed record Part(int Index, string Number, string Name, int? Supplier, int LeadTimeDays, decimal Base, decimal Cost, bool Tight = false, string Unit = "pcs");

/// <summary>What the sample plant makes, from what, on what, for whom: pumps, valves and fittings.</summary>
internal static class SampleCatalogue
{
    public const int Pumps = 6;

    public static readonly WorkCentre[] Centres =
    [
        new() { Number = "M10", Name = "Impeller machining", HoursPerDay = 15 },
        new() { Number = "M20", Name = "Shaft turning", HoursPerDay = 15 },
        new() { Number = "A30", Name = "Circulation pump assembly", HoursPerDay = 35 },
        new() { Number = "A40", Name = "Process pump assembly", HoursPerDay = 39.5m },
        new() { Number = "V50", Name = "Valve cell", HoursPerDay = 34 },
        new() { Number = "F60", Name = "Fittings line", HoursPerDay = 16 },
    ];

    public static readonly Product[] Products =
    [
        new(0, "CP-25", "Circulation pump CP 25", "Circulation pumps", ProductKind.Pump, "A30", 24, 0.6m, 310),
        new(1, "CP-40", "Circulation pump CP 40", "Circulation pumps", ProductKind.Pump, "A30", 20, 0.8m, 420),
        new(2, "CP-65", "Circulation pump CP 65", "Circulation pumps", ProductKind.Pump, "A30", 14, 1.0m, 690),
        new(3, "PP-50", "Process pump PP 50", "Process pumps", ProductKind.Pump, "A40", 16, 1.1m, 1480),
        new(4, "PP-80", "Process pump PP 80", "Process pumps", ProductKind.Pump, "A40", 12, 1.5m, 2150),
        new(5, "PP-100", "Process pump PP 100", "Process pumps", ProductKind.Pump, "A40", 8, 2.0m, 3200),
        new(6, "BV-25", "Ball valve BV 25", "Valves", ProductKind.Valve, "V50", 80, 0.14m, 38),
        new(7, "BV-50", "Ball valve BV 50", "Valves", ProductKind.Valve, "V50", 60, 0.18m, 72),
        new(8, "CV-80", "Check valve CV 80", "Valves", ProductKind.Valve, "V50", 40, 0.24m, 145),
        new(9, "PC-25", "Pipe coupling PC 25", "Fittings", ProductKind.Fitting, "F60", 30, 0.09m, 12),
        new(10, "PC-50", "Pipe coupling PC 50", "Fittings", ProductKind.Fitting, "F60", 26, 0.10m, 19),
        new(11, "FS-80", "Flange set FS 80", "Fittings", ProductKind.Fitting, "F60", 22, 0.12m, 34),
    ];

    public static readonly string[] Suppliers =
    [
        "Ironbridge Foundry", "Keystone Seals", "Volta Motors", "Silverlake Bronze",
        "Steelyard Metals", "Roundway Bearings", "Fastener House", "Boxwell Packaging",
    ];

    public static readonly Part[] Parts =
    [
        new(0, "C-025", "Casing casting 25", 0, 28, 1, 38, Tight: true),
        new(1, "C-040", "Casing casting 40", 0, 28, 1, 52, Tight: true),
        new(2, "C-065", "Casing casting 65", 0, 28, 1, 85, Tight: true),
        new(3, "C-150", "Casing casting PP 50", 0, 28, 1, 140, Tight: true),
        new(4, "C-180", "Casing casting PP 80", 0, 28, 1, 210, Tight: true),
        new(5, "C-200", "Casing casting PP 100", 0, 28, 1, 330, Tight: true),
        new(6, "S-10", "Seal kit small", 1, 21, 2, 9, Tight: true),
        new(7, "S-20", "Seal kit medium", 1, 21, 2, 16, Tight: true),
        new(8, "S-30", "Seal kit large", 1, 21, 1, 31, Tight: true),
        new(9, "S-90", "Valve seal ring", 1, 14, 400, 1.2m),
        new(10, "B-10", "Base plate", 0, 21, 150, 24),
        new(11, "M-05", "Motor 0.5 kW", 2, 35, 60, 74),
        new(12, "M-22", "Motor 2.2 kW", 2, 35, 40, 190),
        new(13, "M-75", "Motor 7.5 kW", 2, 42, 20, 460),
        new(14, "V-10", "Valve body", 3, 21, 200, 6),
        new(15, "R-10", "Bronze blank", 3, 21, 120, 11),
        new(16, "R-20", "Bar steel", 4, 14, 150, 4.5m, Unit: "m"),
        new(17, "L-10", "Bearing set", 5, 21, 150, 13),
        new(18, "K-10", "Bolt set", 6, 10, 600, 0.8m),
        new(19, "I-10", "Impeller small", null, 4, 30, 21),
        new(20, "I-20", "Impeller medium", null, 4, 20, 34),
        new(21, "I-30", "Impeller large", null, 4, 12, 61),
        new(22, "A-10", "Shaft short", null, 3, 40, 17),
        new(23, "A-20", "Shaft long", null, 3, 25, 29),
        new(24, "A-30", "Coupling sleeve", null, 2, 120, 3),
    ];

    public static readonly string[] Customers =
    [
        "Northport Waterworks", "Alpine Heating", "Delta Dairy", "Riverside Brewery", "Harbour Shipyard",
        "Green Valley Irrigation", "Central District Heating", "Bluewater Pools", "Summit Snowmaking", "Prairie Chemicals",
        "Union Pipe Trade", "Westgate Supplies", "Metro Sanitary Wholesale", "Orchard Building Supplies", "Coastline Trading",
    ];

    /// <summary>Components of each product, by place in <see cref="Parts"/>.</summary>
    public static (int Part, decimal Per)[] BillOf(Product product) => product.Kind switch
    {
        ProductKind.Pump =>
        [
            (product.Index, 1), (SealOf(product), 1), (product.Index switch { < 2 => 11, < 4 => 12, _ => 13 }, 1),
            (19 + product.Index / 2, 1), (product.Index < 3 ? 22 : 23, 1), (17, 1), (18, 2),
            .. product.Index >= 3 ? new (int, decimal)[] { (10, 1) } : [],
        ],
        ProductKind.Valve => [(14, 1), (9, 2), (18, 1)],
        ProductKind.Fitting => [(24, product.Index == 11 ? 2 : 1), (18, 1)],
    };

    /// <summary>Components of a part the plant makes itself.</summary>
    public static (int Part, decimal Per)[] BillOf(Part part) => part.Index switch
    {
        19 or 20 or 21 => [(15, 1)],
        22 => [(16, 0.3m)],
        23 => [(16, 0.6m)],
        24 => [(16, 0.1m)],
        _ => [],
    };

    /// <summary>One seal kit serves two neighbouring pump sizes.</summary>
    public static int SealOf(Product pump) => 6 + pump.Index / 2;

    public static string CentreOf(Part made) => made.Index < 22 ? "M10" : "M20";
    public static decimal HoursPerPieceOf(Part made) => made.Index switch { 24 => 0.02m, < 22 => 0.18m, _ => 0.14m };
}
