using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.People;

namespace SoeBot.People;

/// <summary>Who may do what, from our own role table by object id; never from a card, a name or a meeting role.</summary>
public sealed class Rights(PeopleStore people)
{
    public Task<bool> HasAsync(PlantId plant, PersonKey person, Role role, CancellationToken ct) => people.HoldsAsync(plant, person, role, ct);

    public Task<IReadOnlyList<RoleHolder>> AllAsync(PlantId plant, CancellationToken ct) => people.RolesAsync(plant, ct);

    public async Task<IReadOnlyList<PersonKey>> HoldersAsync(PlantId plant, Role role, CancellationToken ct) =>
        [.. (await people.RolesAsync(plant, ct)).Where(holder => holder.Role == role).Select(holder => holder.Person)];

    public Task<bool> HasAnyAsync(PlantId plant, PersonKey person, CancellationToken ct) => people.HoldsAnyAsync(plant, person, ct);

    /// <summary>A refusal that names who can help.</summary>
    public async Task<string> WhoCanAsync(PlantId plant, string what, CancellationToken ct)
    {
        var administrators = await HoldersAsync(plant, Role.Administrator, ct);
        var names = (await people.NamesAsync([.. administrators], ct)).Values.Select(person => person.Name).ToList();
        return $"You have no role in this plant yet, so you cannot {what}. Ask {(names.Count > 0 ? string.Join(" or ", names) : "an administrator")} for one.";
    }
}
