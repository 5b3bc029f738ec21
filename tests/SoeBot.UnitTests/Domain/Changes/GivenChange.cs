using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.UnitTests.Domain.Changes;

/// <summary>Requests of the plant of <see cref="Given"/>, and the people of the factory.</summary>
internal static class GivenChange
{
    public static readonly PersonKey Sam = Of("sam"), Miguel = Of("miguel"), Dana = Of("dana"), Petra = Of("petra"), Ravi = Of("ravi"), Clara = Of("clara"), Guest = Of("guest");
    public static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Thursday of the frozen week, start of the first shift.</summary>
    public static readonly DateTimeOffset Slot = new(2026, 1, 8, 6, 0, 0, TimeSpan.Zero);

    public static readonly Standing Manager = new(true, false, false, new HashSet<Role>());
    public static readonly Standing Deputy = new(false, true, false, new HashSet<Role>());

    public static Standing Function(params Role[] roles) => new(false, false, false, roles.ToHashSet());

    public static ChangeRequest Drafted(PersonKey? by = null) => ChangeRequest.Draft(
        new(new ChangeId(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)), new PlantId("sample"), new ChangeWhat(ChangeKind.Move, ChangeSubject.Order, "SO63216") { To = Given.Jan(8) }, by ?? Sam), 7, Now);

    public static ChangeImpact Impact(Fence zone) => new() { PlanVersion = 3, From = Given.Jan(13), To = Given.Jan(8), Zone = zone, FirstSlot = Slot };

    public static ChangeRequest Sent(Fence zone, PersonKey? by = null, Role[]? firm = null)
    {
        var request = Drafted(by);
        request.Check(Impact(zone), Now);
        request.Send(by ?? Sam, Why, firm ?? [Role.Planning, Role.Procurement, Role.CustomerService], by == Miguel, Now);
        return request;
    }

    public static readonly Asked Why = new(ChangeReason.LineStop, "customer line stops", true, Given.Jan(8));

    private static PersonKey Of(string name) => PersonKey.Of("factory", name);
}
