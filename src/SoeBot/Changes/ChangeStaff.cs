using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;

namespace SoeBot.Changes;

/// <summary>Who decides about changes on a day: the plant's rights over roles, deputies and absences.</summary>
internal sealed class ChangeStaff(Staffing staffing, DateOnly day, bool ownAllowed, DecisionRights rights)
{
    /// <summary>What the person may do about it now.</summary>
    public Standing Of(PersonKey person, ChangeRequest request)
    {
        var (role, manager) = (Decider(request), IsManager(person, request));
        var acts = !manager && staffing.ActsAs(person, role, day);
        var functions = Firm(request).Where(one => staffing.ActsAs(person, one, day));
        // What nobody could sign would wait for ever; who decides a tie signs for it.
        if (manager || acts || Managers(request).Contains(person)) functions = functions.Concat(Firm(request).Where(one => Others(staffing.Acting(one, day), request).Count == 0));
        return new Standing(manager, !manager && (acts || DeputyOf(role) == person), acts, functions.ToHashSet(), ownAllowed && !OthersCould(request));
    }

    /// <summary>The role that decides where the zone or a tie asks one: as it was when it was sent, else by the rights of now.</summary>
    public Role Decider(ChangeRequest request) => request.Decider ?? rights.Decider(request.Zone, request.Impact?.Amount);

    /// <summary>The amount lifts it above the first who decides in its zone.</summary>
    public bool IsOverLimit(ChangeRequest request) =>
        (request.Zone == Fence.Firm ? rights.Tie : rights.Frozen) is [var first, ..] && first.Role != Decider(request);

    public bool IsManager(PersonKey person, ChangeRequest request) => staffing.HoldersOf(Decider(request)).Contains(person) && !staffing.IsGone(person);

    public bool HasRole(PersonKey person) => staffing.RolesOf(person).Any() || staffing.Deputies.Values.Contains(person);

    /// <summary>The functions of the firm week that have to sign, without those of the asker.</summary>
    public IReadOnlyList<Role> Signing(PersonKey asker) => ChangeRules.Signing(rights.Firm, staffing.RolesOf(asker).ToHashSet());

    /// <summary>Of the role that decides, when there is one who is not asking.</summary>
    public PersonKey? DeputyFor(ChangeRequest request) => DeputyOf(Decider(request)) is { } deputy && deputy != request.By && !staffing.IsGone(deputy) ? deputy : null;

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
        var managers = Others(staffing.Acting(Decider(request), day, AbsenceScope.Approvals), request);
        if ((managers.Count == 0 || request.DeputyMay) && DeputyFor(request) is { } deputy && !managers.Contains(deputy)) managers.Add(deputy);
        // Where the plant lets people decide on their own requests, nobody else could.
        if (managers.Count == 0 && ownAllowed && IsManager(request.By, request)) managers.Add(request.By);
        return managers;
    }

    private bool OthersCould(ChangeRequest request) => DeputyFor(request) is not null || Others(staffing.Acting(Decider(request), day, AbsenceScope.Approvals), request).Count > 0;

    /// <summary>What was asked for stays asked for, though the rights changed meanwhile.</summary>
    private IReadOnlyList<Role> Firm(ChangeRequest request) => request.Required.Count > 0 ? request.Required : rights.Firm;

    private static List<PersonKey> Others(IReadOnlyList<PersonKey> some, ChangeRequest request) => [.. some.Where(one => one != request.By)];

    private PersonKey? DeputyOf(Role role) => staffing.Deputies.TryGetValue(role, out var deputy) ? deputy : null;
}
