using SoeBot.Domain.People;
using SoeBot.Store.People;
using SoeBot.Words;

namespace SoeBot.People;

/// <summary>Who holds a role, as people read it: "Miguel Soto (away until Fri 17 Jan)".</summary>
internal sealed class RoleWords(PeopleStore people)
{
    public Task<IReadOnlyDictionary<PersonKey, Person>> NamesAsync(Staffing staff, CancellationToken ct) =>
        people.NamesAsync([.. staff.Holders.Select(holder => holder.Person).Concat(staff.Deputies.Values).Distinct()], ct);

    /// <summary>Empty when nobody holds it.</summary>
    public string Holders(Staffing staff, Role role, IReadOnlyDictionary<PersonKey, Person> names, DateOnly today) =>
        string.Join(", ", staff.HoldersOf(role).Select(person => Words(staff, person, names, today)).Where(words => words.Length > 0).Order(StringComparer.CurrentCulture));

    /// <summary>Null when the role has none.</summary>
    public string? Deputy(Staffing staff, Role role, IReadOnlyDictionary<PersonKey, Person> names, DateOnly today) =>
        staff.Deputies.TryGetValue(role, out var deputy) && Words(staff, deputy, names, today) is { Length: > 0 } words ? words : null;

    private static string Words(Staffing staff, PersonKey person, IReadOnlyDictionary<PersonKey, Person> names, DateOnly today)
    {
        if (!names.TryGetValue(person, out var known) || known.Name.Length == 0) return "";
        if (staff.IsGone(person)) return $"{known.Name} (not there any more)";
        return staff.AbsenceOf(person, today, AbsenceScope.Approvals) is { } absence ? $"{known.Name} (away until {DayWords.Of(absence.LastDay, today)})" : known.Name;
    }
}
