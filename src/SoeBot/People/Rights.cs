using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.People;

namespace SoeBot.People;

/// <summary>Who may do what, from our own role table by object id; never from a card, a name or a meeting role.</summary>
public sealed class Rights(PeopleStore people, AbsenceStore absences)
{
    public Task<bool> HasAsync(PlantId plant, PersonKey person, Role role, CancellationToken ct) => people.HoldsAsync(plant, person, role, ct);

    public Task<IReadOnlyList<RoleHolder>> AllAsync(PlantId plant, CancellationToken ct) => people.RolesAsync(plant, ct);

    public async Task<IReadOnlyList<PersonKey>> HoldersAsync(PlantId plant, Role role, CancellationToken ct) =>
        [.. (await people.RolesAsync(plant, ct)).Where(holder => holder.Role == role).Select(holder => holder.Person)];

    /// <summary>Holds the role, or stands in for somebody who does and is away that day (<see cref="Staffing.ActsAs"/>). Nobody administers for somebody else.</summary>
    public async Task<bool> ActsAsAsync(PlantId plant, PersonKey person, Role role, DateOnly day, CancellationToken ct) =>
        await people.HoldsAsync(plant, person, role, ct) || (await absences.StaffingAsync(plant, day, ct)).ActsAs(person, role, day);

    /// <summary>Who is to be asked in a role that day: the holders who are there, else who stands in; empty when nobody does.</summary>
    public async Task<IReadOnlyList<PersonKey>> ActingAsync(PlantId plant, Role role, DateOnly day, CancellationToken ct) =>
        (await absences.StaffingAsync(plant, day, ct)).Acting(role, day);

    public Task<bool> HasAnyAsync(PlantId plant, PersonKey person, CancellationToken ct) => people.HoldsAnyAsync(plant, person, ct);

    /// <summary>A refusal that names who can help.</summary>
    public async Task<string> WhoCanAsync(PlantId plant, string what, CancellationToken ct)
    {
        var administrators = await HoldersAsync(plant, Role.Administrator, ct);
        var names = (await people.NamesAsync([.. administrators], ct)).Values.Select(person => person.Name).ToList();
        return $"You have no role in this plant yet, so you cannot {what}. Ask {(names.Count > 0 ? string.Join(" or ", names) : "an administrator")} for one.";
    }
}
