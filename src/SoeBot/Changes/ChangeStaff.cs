using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;

namespace SoeBot.Changes;

/// <summary>Who decides about changes on a day: the rules of zones over roles, deputies and absences.</summary>
internal sealed class ChangeStaff(Staffing staffing, DateOnly day, bool ownAllowed)
{
    /// <summary>What the person may do about it now.</summary>
    public Standing Of(PersonKey person, ChangeRequest request)
    {
        var manager = IsManager(person);
        var acts = !manager && staffing.ActsAs(person, Role.PlantManager, day);
        var functions = ChangeRules.FirmFunctions.Where(role => staffing.ActsAs(person, role, day));
        // What nobody could sign would wait for ever; the plant manager signs for it.
        if (manager || acts) functions = functions.Concat(ChangeRules.FirmFunctions.Where(role => Others(staffing.Acting(role, day), request).Count == 0));
        return new Standing(manager, !manager && (acts || Deputy == person), acts, functions.ToHashSet(), ownAllowed && !OthersCould(request));
    }

    public bool IsManager(PersonKey person) => staffing.HoldersOf(Role.PlantManager).Contains(person) && !staffing.IsGone(person);

    public bool HasRole(PersonKey person) => staffing.RolesOf(person).Any() || staffing.Deputies.Values.Contains(person);

    /// <summary>The functions of the firm week that have to sign, without those of the asker.</summary>
    public IReadOnlyList<Role> Signing(PersonKey asker) => ChangeRules.Signing(ChangeRules.FirmFunctions, staffing.RolesOf(asker).ToHashSet());

    /// <summary>Of the plant manager, when there is one who is not asking.</summary>
    public PersonKey? DeputyFor(ChangeRequest request) => Deputy is { } deputy && deputy != request.By && !staffing.IsGone(deputy) ? deputy : null;

    /// <summary>Who is to press now, whoever asked not among them.</summary>
    public IReadOnlyList<PersonKey> Deciders(ChangeRequest request) => request.IsManagers ? Managers(request)
        : [.. request.Required.Where(role => request.SignatureOf(role) is null).SelectMany(role => Others(staffing.Acting(role, day), request) is { Count: > 0 } some ? some : Managers(request)).Distinct()];

    /// <summary>Before it is sent: who would decide.</summary>
    public IReadOnlyList<PersonKey> WouldDecide(ChangeRequest request) => request.Zone switch
    {
        Fence.Frozen => Managers(request),
        Fence.Firm => [.. Signing(request.By).SelectMany(role => Others(staffing.Acting(role, day), request)).Distinct()],
        Fence.Flexible => [],
    };

    public IReadOnlyList<PersonKey> Holders(Role role) => [.. staffing.HoldersOf(role)];

    private List<PersonKey> Managers(ChangeRequest request)
    {
        var managers = Others(staffing.Acting(Role.PlantManager, day, AbsenceScope.Approvals), request);
        if ((managers.Count == 0 || request.DeputyMay) && DeputyFor(request) is { } deputy && !managers.Contains(deputy)) managers.Add(deputy);
        // Where the plant lets people decide on their own requests, nobody else could.
        if (managers.Count == 0 && ownAllowed && IsManager(request.By)) managers.Add(request.By);
        return managers;
    }

    private bool OthersCould(ChangeRequest request) => DeputyFor(request) is not null || Others(staffing.Acting(Role.PlantManager, day, AbsenceScope.Approvals), request).Count > 0;

    private static List<PersonKey> Others(IReadOnlyList<PersonKey> some, ChangeRequest request) => [.. some.Where(one => one != request.By)];

    private PersonKey? Deputy => staffing.Deputies.TryGetValue(Role.PlantManager, out var deputy) ? deputy : null;
}
