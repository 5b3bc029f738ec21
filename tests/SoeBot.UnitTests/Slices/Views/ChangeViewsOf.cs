using SoeBot.Changes;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;

namespace SoeBot.UnitTests.Slices.Views;

/// <summary>C-7 of the dialog in product.md 3, in each state that people see.</summary>
internal static class ChangeViewsOf
{
    private static readonly PersonKey Sam = Of("sam"), Miguel = Of("miguel"), Dana = Of("dana"), Petra = Of("petra"), Ravi = Of("ravi"), Clara = Of("clara");
    private static readonly DateTimeOffset Now = new(2014, 1, 6, 9, 0, 0, TimeSpan.Zero);
    private static readonly PlantProfile Plant = new PlantProfiles(Microsoft.Extensions.Options.Options.Create(new PlantsOptions())).Default;

    public static ChangeView Drafted => View(Draft(), Miguel);

    public static ChangeView Checked => View(Checking(Fence.Frozen), Miguel);

    public static ChangeView Impossible
    {
        get
        {
            var request = Draft();
            request.Check(new ChangeImpact { PlanVersion = 14, Problem = "SO63216 is shipped or cancelled already." }, Now);
            return View(request, Miguel);
        }
    }

    public static ChangeView Frozen => View(Sent(Fence.Frozen), Miguel);

    public static ChangeView Questioned
    {
        get
        {
            var view = Frozen;
            view.Request.Question(Miguel, Manager, "Which customer, and since when do they know?", Now.AddMinutes(20));
            return view;
        }
    }

    public static ChangeView Approved
    {
        get
        {
            var view = Frozen;
            view.Request.Approve(Miguel, Manager, "only if the Touring frames stay Friday", view.Request.Version, Now.AddMinutes(74));
            return view;
        }
    }

    /// <summary>Dana, to whom Miguel left it, approved two minutes ago.</summary>
    public static ChangeView JustApproved
    {
        get
        {
            var view = Frozen;
            view.Request.GiveToDeputy(Miguel, Manager, Now.AddMinutes(60));
            view.Request.Approve(Dana, new(false, true, false, new HashSet<Role>()), null, view.Request.Version, Now.AddMinutes(74));
            return view with { Now = Now.AddMinutes(76) };
        }
    }

    public static ChangeView TakenBack
    {
        get
        {
            var view = JustApproved;
            view.Request.TakeBack(Miguel, Manager, view.Now);
            return view;
        }
    }

    /// <summary>Miguel was silent until half time.</summary>
    public static ChangeView HalfTime
    {
        get
        {
            var request = Sent(Fence.Frozen);
            request.PassHalfTime(request.HalfTimeAt!.Value);
            return View(request, Miguel, Dana);
        }
    }

    public static ChangeView NobodyThere => View(Sent(Fence.Frozen)) with { Deputy = null };

    /// <summary>Done at night by Omar's shift, filed in the morning.</summary>
    public static ChangeView Night
    {
        get
        {
            var violation = Found(1, new Difference(Fence.Frozen, Line("WO63190", 7, 26), Line("WO63190", 9, 26)));
            var request = ChangeRequest.Draft(new(new(Guid.Empty), new PlantId("sample"), violation.What, Sam, HappenedAt: Now.AddHours(-3)), 7, Now);
            request.Check(violation.Impact, Now);
            request.Send(Sam, new(ChangeReason.Machine, "robot stood still", false, null), [], false, Now);
            return View(request, Miguel);
        }
    }

    /// <summary>It holds, and three systems are told: one took it, one does not answer yet, one says no.</summary>
    public static ChangeView HandedOver
    {
        get
        {
            var view = Approved;
            var at = Now.AddMinutes(74);
            var rules = new RetryRules(TimeSpan.FromMinutes(20), TimeSpan.FromHours(1), TimeSpan.FromDays(1));
            var (aps, erp, mes) = (To("APS"), To("ERP"), To("MES"));
            aps.Accept(at.AddMinutes(1));
            erp.Fail("no answer within 15 s", null, rules, 0, at);
            erp.Fail("it answers 503", null, rules, 0, at.AddMinutes(12));
            mes.Refuse("order is *closed* [here](https://example.com)", at.AddMinutes(1));
            return view with { HandOvers = [aps, erp, mes] };

            ChangeHandOver To(string receiver) => ChangeHandOver.Of(Guid.CreateVersion7(at), view.Request, receiver, "{}", [], at, at);
        }
    }

    public static ChangeView Expired
    {
        get
        {
            var view = Frozen;
            view.Request.Expire(ChangeRules.DraftsLive, view.Request.ExpiresAt!.Value);
            return view;
        }
    }

    public static ChangeView Firm => View(Sent(Fence.Firm), Petra, Ravi, Clara);

    public static ChangeView Tied
    {
        get
        {
            var request = Sent(Fence.Firm);
            request.Sign(Ravi, Function(Role.Procurement), Signature.Agrees, null, request.Version, Now.AddMinutes(5));
            request.Sign(Clara, Function(Role.CustomerService), Signature.Objects, "the contract says Monday", request.Version, Now.AddMinutes(9));
            return View(request, Miguel);
        }
    }

    public static ChangesView List => new(Plant, [Frozen, Firm], [Checked], [new("Sam Ortiz", 6, 2, 0), new("Petra Lang", 3, 3, 1)], new(2014, 1, 6));

    public static ChangesView None => new(Plant, [], [], [], new(2014, 1, 6));

    public static ViolationView Violations => new(Plant, new PlantWeek(new(2014, 1, 6)),
    [
        Found(1, new Difference(Fence.Frozen, Line("WO63190", 7, 26), Line("WO63190", 9, 26))), Found(2, new Difference(Fence.Frozen, Line("WO63191", 8, 10), null)),
        Found(3, new Difference(Fence.Firm, null, Line("WO70002", 14, 50))),
    ], new Dictionary<Guid, ChangeRequest>(), new Dictionary<Guid, string> { [new Guid(1, 0, 0, new byte[8])] = "Petra Lang" });

    public static ViolationView NoViolation => Violations with { All = [] };

    /// <summary>One filed and waiting for Miguel, one called a mistake, one open.</summary>
    public static ViolationView Answered
    {
        get
        {
            var view = Violations;
            view.All[0].File(Guid.Empty, Petra);
            view.All[1].CallMistake(Petra);
            return view with { Filed = new Dictionary<Guid, ChangeRequest> { [Guid.Empty] = Night.Request } };
        }
    }

    private static PlanViolation Found(int number, Difference difference) => PlanViolation.Of(
        new Guid(number, 0, 0, new byte[8]), new PlantId("sample"), new PlantWeek(new(2014, 1, 6)), difference, new(new("sample"), 3, Now, Now, "files", "Petra", new Dictionary<string, int>()));

    private static ScheduleLine Line(string number, int day, decimal planned) => new() { Number = number, Item = "Touring frame", Start = new(2014, 1, day), Due = new(2014, 1, day), Planned = planned };

    public static ChangeFormView Form => new(Plant, new ChangeDraft(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), ChangeKind.Move, "SO63216"), new(2014, 1, 6), new Dictionary<string, string>());

    public static ChangeFormView Refused => Form with { Problems = new Dictionary<string, string> { ["in_to"] = "To which day?" } };

    public static PersonKey Asker => Sam;
    public static Standing Manager { get; } = new(true, false, false, new HashSet<Role>());
    public static Standing Buyer { get; } = Function(Role.Procurement);

    private static Standing Function(Role role) => new(false, false, false, new HashSet<Role> { role });

    private static ChangeRequest Draft() => ChangeRequest.Draft(
        new(new(Guid.Empty), new PlantId("sample"), new ChangeWhat(ChangeKind.Move, ChangeSubject.Order, "SO63216") { To = new(2014, 1, 9) }, Sam, Text: "customer line stops", CustomerAsked: true), 7, Now);

    private static ChangeRequest Checking(Fence zone)
    {
        var request = Draft();
        request.Check(new ChangeImpact
        {
            PlanVersion = 14, From = new(2014, 1, 14), To = new(2014, 1, 9), Zone = zone, FirstSlot = new DateTimeOffset(2014, 1, 9, 5, 0, 0, TimeSpan.Zero), Words = "40 x Mountain-500 Black", Lines = ["WO72120"],
            Displaced = [new("WO72045", "Touring frame", 10, new(2014, 1, 9), new(2014, 1, 10)), new("WO72046", "Touring frame", 10, new(2014, 1, 9), new(2014, 1, 10)), new("WO72051", "Road frame", 6, new(2014, 1, 9), new(2014, 1, 10))],
            DisplacedCount = 3, DisplacedPieces = 26, Hours = 9.5m, WorkCentre = "Frame welding", Overtime = 4.5m, Changeovers = 1,
            Orders = [new("SO63216", new(2014, 1, 14), new(2014, 1, 9), new(2014, 1, 9), 9_999, true), new("SO63190", new(2014, 1, 9), new(2014, 1, 10), new(2014, 1, 9), null, false)],
            WorseOrders = 1, Nothing = new(1, 5, 9_999), Doing = new(1, 1, 0),
        }, Now.AddSeconds(2));
        return request;
    }

    private static ChangeRequest Sent(Fence zone)
    {
        var request = Checking(zone);
        request.Send(Sam, new(ChangeReason.LineStop, "customer line stops", true, null), [Role.Planning, Role.Procurement, Role.CustomerService], false, Now.AddMinutes(1));
        return request;
    }

    private static ChangeView View(ChangeRequest request, params PersonKey[] deciders) => new(
        Plant, request, new ChangeNames(((PersonKey Key, string Name)[])[(Sam, "Sam Ortiz"), (Miguel, "Miguel Duarte"), (Dana, "Dana Weiss"), (Petra, "Petra Lang"), (Ravi, "Ravi Nair"), (Clara, "Clara Costa")] is var some
            ? some.ToDictionary(one => one.Key, one => new Person(one.Key, one.Name)) : []), deciders, Dana, [Petra], Now.AddMinutes(90));

    private static PersonKey Of(string name) => PersonKey.Of("t", name);
}
