using System.Globalization;
using SoeBot.Connectors.Sample;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>The plant of a year: who works there, where it lies, when it is shut.</summary>
internal static class SimPlant
{
    public static readonly PlantId Id = new("works");

    /// <summary>A Sunday night before the first Monday.</summary>
    public static readonly DateTimeOffset Begin = new(2026, 1, 4, 20, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly FirstMonday = new(2026, 1, 5);

    public static readonly IReadOnlyList<(string Name, Role[] Roles)> People =
    [
        ("Lea Marchetti", [Role.Lead]), ("Miguel Santos", [Role.PlantManager, Role.Administrator]), ("Petra Lang", [Role.Planning]), ("Ravi Menon", [Role.Procurement]),
        ("Clara Novak", [Role.CustomerService]), ("Omar Haddad", [Role.Logistics]), ("Sam Whitfield", [Role.Sales]), ("Dana Fischer", [Role.Coordinator]),
    ];

    // Zones with and without summer time, on both halves of the world, one that moves its clocks by half an hour.
    private static readonly string[] Zones = ["Europe/Berlin", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo"];

    /// <summary>A third of the sample plant's orders, with what is made and bought for them.</summary>
    public static PlanSnapshot PlanOn(DateOnly day)
    {
        var plan = SamplePlant.At(day);
        return plan with
        {
            Orders = [.. plan.Orders!.Where(one => IsKept(one.Order))],
            Schedule = [.. plan.Schedule!.Where(one => IsKept(one.ForOrder?.Split('/')[0] ?? one.Number))],
            Purchases = [.. plan.Purchases!.Where(one => IsKept(one.Order))],
        };
    }

    private static bool IsKept(string number) => number.Aggregate(7, (sum, letter) => ((sum * 31) + letter) & 0xFFFF) % 3 == 0;

    public static Dictionary<string, string?> Settings(Random chance)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Plants:works:Name"] = "Pump works", ["Plants:works:TimeZone"] = Zones[chance.Next(Zones.Length)],
            ["Plants:works:MeetingStart"] = $"{chance.Next(9, 15):00}:00", ["Outbox:Multiplier"] = "100", ["Outbox:Parallel"] = "1",
        };
        var day = DateOnly.FromDateTime(Begin.UtcDateTime);
        for (var holiday = 0; holiday < 10; holiday++)
            settings[$"Plants:works:Holidays:{holiday}"] = day.AddDays(chance.Next(2, 360)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // And one whole week in which nobody works.
        var shut = chance.Next(20, 40) * 7;
        for (var at = 0; at < 7; at++) settings[$"Plants:works:Holidays:{10 + at}"] = day.AddDays(shut + 1 + at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return settings;
    }
}
