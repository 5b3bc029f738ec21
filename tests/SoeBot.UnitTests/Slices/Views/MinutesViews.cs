using Microsoft.Extensions.Options;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.People;
using SoeBot.Minutes;
using SoeBot.Plants;
using SoeBot.Store.Minutes;
using SoeBot.UnitTests.Store;

namespace SoeBot.UnitTests.Slices.Views;

internal static class MinutesViews
{
    public static readonly PlantProfile Plant = new PlantProfiles(Options.Create(new PlantsOptions())).Default;
    private static readonly DateOnly Day = new(2014, 1, 8);
    private static readonly DateTimeOffset Start = new(2014, 1, 8, 12, 0, 0, TimeSpan.Zero);
    private static readonly MeetingId Id = new(Guid.Parse("01890000-0000-7000-8000-000000000001"));

    private static PersonKey Key(string name) => PersonKey.Of(Given.Tenant, name);

    private static readonly Dictionary<PersonKey, Person> Names = new[] { "lea Lea Berg", "ravi Ravi Patel", "omar Omar Haddad", "dana Dana Novak", "miguel Miguel Sanchez" }
        .Select(line => line.Split(' ', 2)).ToDictionary(parts => Key(parts[0]), parts => new Person(Key(parts[0]), parts[1]));

    private static readonly MeetingMinutes Minutes = new()
    {
        Meeting = Id, Plant = Plant.Id, Template = "weekly", Title = "Weekly execution meeting", Day = Day, StartedAt = Start, ClosedAt = Start.AddMinutes(85), Chair = Key("lea"),
        PlanVersion = 14, DataAt = Start.AddHours(-4), Source = "erp.zip",
        Decisions =
        [
            .. Enumerable.Range(41, 9).Select(number => new MinutedDecision(number, number == 41 ? "Second quote for the frame, Bike World pays 900 EUR" : $"Move order {number} behind the castings", Key(number % 2 == 0 ? "omar" : "ravi"), Day.AddDays(2 + number % 3), number % 2 == 0 ? new DecisionSubject(SubjectKind.Order, $"SO632{number}") : DecisionSubject.None, DecisionStatus.Taken, Key("lea")) { NotInRoom = number == 43 ? [Role.Logistics] : [] }),
        ],
        Present = [new(Key("lea"), Role.Lead), new(Key("ravi"), Role.Procurement), new(Key("dana"), Role.PlantManager, IsDeputy: true), new(Key("omar"), LeftAt: Start.AddMinutes(40))],
        Missing = [Role.CustomerService],
        Numbers =
        [
            new("Schedule attainment", "share", 0.843m, "good pieces of the frozen plan finished in the week, capped per order", "week 1", "production schedule, frozen plan version 11", 14) { Numerator = 6157, Denominator = 7304, Counted = "pieces", Before = 0.775m },
            new("On time to the first promise", "share", 0.618m, "orders due that week shipped on or before the first promise", "week 1", "customer orders", 14) { Numerator = 386, Denominator = 625, Counted = "orders" },
            new("Open exceptions", "open", 23, "divergences from the plan that are open", "now", "all plan tables", 14) { Before = 27 },
        ],
        Steps = [new("commitments", "Last commitments", 7, 9), new("top-ten", "Top ten at risk", 25, 31), new("scenarios", "Scenarios", 10, null, "no case is open")],
        Reviews = [new("SO63216", ReviewResult.Decided, null), new("SO63218", ReviewResult.Watched, "castings land on Thursday")],
        Parked = [new("New press for line 2", Key("omar"), Start.AddMinutes(70))],
        Moves = [new(Start.AddDays(-1), Start, Key("lea"), "plant shut on Tuesday")],
        Next = Start.AddDays(7),
    };

    public static readonly MinutesView Full = new(Plant, Minutes, Names);
    public static readonly MinutesView None = Full with { Minutes = Minutes with { Decisions = [], Parked = [], Missing = [], Moves = [], Steps = [], Numbers = [], PlanVersion = null, DataAt = null, Source = null, Present = [], Next = null } };

    public static readonly MinutesListView List = new(Plant, Day, [.. Enumerable.Range(0, 8).Select(week => new MinutesHead(new MeetingId(Guid.Parse($"01890000-0000-7000-8000-00000000000{week}")), week == 3 ? "daily" : "weekly", Day.AddDays(-7 * week), week == 2 ? 0 : 9 - week))], 0, 34);
    public static readonly MinutesListView EmptyList = new(Plant, Day, [], 0, 0);
}
