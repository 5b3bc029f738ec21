namespace SoeBot.Domain.People;

/// <summary>Who holds which role in a plant, who stands in for whom, and who is away: everything that says who acts on a day.</summary>
/// <param name="holders">May be several of a role, or none.</param>
/// <param name="deputies">One for each role at most.</param>
/// <param name="absences">Of the plant.</param>
/// <param name="gone">Whose account is closed or who left the team: away for good.</param>
public sealed class Staffing(
    IReadOnlyCollection<RoleHolder> holders, IReadOnlyDictionary<Role, PersonKey> deputies, IReadOnlyCollection<Absence> absences, IReadOnlyCollection<PersonKey> gone)
{
    /// <summary>Whom it falls to in the end: who leads the process, who answers for the plant, who keeps it running.</summary>
    private static readonly Role[] Leads = [Role.Lead, Role.PlantManager, Role.Administrator];

    private readonly ILookup<PersonKey, Absence> _absences = absences.ToLookup(absence => absence.Person);
    private readonly HashSet<PersonKey> _gone = [.. gone];

    public IReadOnlyCollection<RoleHolder> Holders => holders;
    public IReadOnlyDictionary<Role, PersonKey> Deputies => deputies;

    public bool IsGone(PersonKey person) => _gone.Contains(person);

    public bool IsAway(PersonKey person, DateOnly day, AbsenceScope what = AbsenceScope.All) => IsGone(person) || AbsenceOf(person, day, what) is not null;

    /// <summary>Of several that hold, the one entered last.</summary>
    public Absence? AbsenceOf(PersonKey person, DateOnly day, AbsenceScope what = AbsenceScope.All) =>
        _absences[person].Where(absence => absence.Covers(day, what)).MaxBy(absence => absence.EnteredAt);

    public IEnumerable<Role> RolesOf(PersonKey person) => holders.Where(holder => holder.Person == person).Select(holder => holder.Role).Order();

    public IEnumerable<PersonKey> HoldersOf(Role role) => holders.Where(holder => holder.Role == role).Select(holder => holder.Person);

    /// <summary>
    /// Who acts for the person: themselves when there; else along the chain of deputies, then the deputies of the person's roles, then the lead.
    /// Nobody is looked at twice, so that two who cover each other end the chain and do not turn it into a circle.
    /// </summary>
    /// <param name="role">Only in this role; null for all that the person does.</param>
    public StandIn ActsFor(PersonKey person, DateOnly day, AbsenceScope what = AbsenceScope.All, Role? role = null)
    {
        if (!IsAway(person, day, what)) return new(person, person, StandInReason.Present);
        var away = AbsenceOf(person, day, what);
        var seen = new HashSet<PersonKey> { person };
        if (Present(away?.Deputy, seen, day, what) is { } deputy) return Acting(deputy, StandInReason.Deputy);
        foreach (var held in RolesOf(person).Where(held => role is null || held == role))
            if (Present(DeputyOf(held), seen, day, what) is { } second) return Acting(second, StandInReason.RoleDeputy);
        foreach (var lead in Leads)
            foreach (var holder in HoldersOf(lead).Cast<PersonKey?>().Append(DeputyOf(lead)))
                if (Present(holder, seen, day, what) is { } found) return Acting(found, StandInReason.Lead);
        return Acting(person, StandInReason.Nobody);

        StandIn Acting(PersonKey who, StandInReason why) => new(who, person, why, IsGone(person) ? null : away?.LastDay);
    }

    /// <summary>
    /// May decide as the role: its holders; the deputy of the role when no holder is there; whom an absent holder named. A chain goes on only over
    /// absences that give rights, and nobody administers for somebody else.
    /// </summary>
    public bool ActsAs(PersonKey person, Role role, DateOnly day)
    {
        if (HoldersOf(role).Contains(person)) return !IsGone(person);
        if (role == Role.Administrator || IsAway(person, day, AbsenceScope.Approvals)) return false;
        if (DeputyOf(role) == person && HoldersOf(role).All(holder => IsAway(holder, day, AbsenceScope.Approvals))) return true;
        return HoldersOf(role).Any(holder => IsAway(holder, day, AbsenceScope.Approvals) && Present(Named(holder, day), [holder], day, AbsenceScope.Approvals, Named) == person);
    }

    /// <summary>Who is to be asked in a role: the holders who are there, else who stands in for it. Empty when the role is held by nobody who is there and has no deputy who is.</summary>
    public IReadOnlyList<PersonKey> Acting(Role role, DateOnly day, AbsenceScope what = AbsenceScope.All)
    {
        var there = HoldersOf(role).Where(holder => !IsAway(holder, day, what)).ToList();
        if (there.Count > 0) return there;
        var named = HoldersOf(role).Select(holder => ActsFor(holder, day, what, role)).Where(one => one.Reason is StandInReason.Deputy or StandInReason.RoleDeputy).Select(one => one.Person).Distinct().ToList();
        return named.Count > 0 ? named : DeputyOf(role) is { } deputy && !IsAway(deputy, day, what) ? [deputy] : [];
    }

    private PersonKey? DeputyOf(Role role) => deputies.TryGetValue(role, out var deputy) ? deputy : null;

    private PersonKey? Named(PersonKey holder, DateOnly day) => AbsenceOf(holder, day, AbsenceScope.Approvals) is { GivesRights: true } absence ? absence.Deputy : null;

    /// <summary>The first who is there, along the chain of deputies from <paramref name="first"/> on.</summary>
    private PersonKey? Present(PersonKey? first, HashSet<PersonKey> seen, DateOnly day, AbsenceScope what, Func<PersonKey, DateOnly, PersonKey?>? next = null)
    {
        for (var one = first; one is { } person && seen.Add(person); one = next is null ? AbsenceOf(person, day, what)?.Deputy : next(person, day))
            if (!IsAway(person, day, what)) return person;
        return null;
    }
}
