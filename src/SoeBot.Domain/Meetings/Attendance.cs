using SoeBot.Domain.People;

namespace SoeBot.Domain.Meetings;

/// <summary>A function that the weekly meeting needs (R4).</summary>
/// <param name="By">Who stands for it in the room; null: it is missing.</param>
/// <param name="IsDeputy">Not a holder of the role, but a deputy.</param>
public sealed record FunctionHere(Role Role, PersonKey? By, bool IsDeputy);

/// <summary>Which functions are in the room.</summary>
public static class Attendance
{
    public static readonly IReadOnlyList<Role> Needed = [Role.Planning, Role.Procurement, Role.CustomerService, Role.PlantManager];

    /// <summary>A deputy of the role counts, and whoever acts for an absent holder that day.</summary>
    public static IReadOnlyList<FunctionHere> Of(Staffing staffing, IReadOnlyCollection<PersonKey> present, DateOnly day) =>
        [.. Needed.Select(role => Function(role, staffing, present, day))];

    /// <summary>May move the agenda beside the chair: the lead, the coordinator, their deputies.</summary>
    public static bool MayLead(Staffing staffing, PersonKey person, DateOnly day) =>
        new[] { Role.Lead, Role.Coordinator }.Any(role => staffing.ActsAs(person, role, day) || (staffing.Deputies.TryGetValue(role, out var deputy) && deputy == person));

    private static FunctionHere Function(Role role, Staffing staffing, IReadOnlyCollection<PersonKey> present, DateOnly day)
    {
        var holders = staffing.HoldersOf(role).ToHashSet();
        foreach (var person in present)
            if (holders.Contains(person)) return new(role, person, IsDeputy: false);
        foreach (var person in present)
            if ((staffing.Deputies.TryGetValue(role, out var deputy) && deputy == person) || staffing.ActsAs(person, role, day)) return new(role, person, IsDeputy: true);
        return new(role, null, IsDeputy: false);
    }
}
