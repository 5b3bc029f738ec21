using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.People;

namespace SoeBot.People;

/// <summary>Who acts for whom on a day, read fresh: absences, deputies and roles change at any time.</summary>
public sealed class StandIns(AbsenceStore absences)
{
    /// <summary>Who acts for the person that day: themselves, a deputy, a deputy of their role, the lead; with the reason.</summary>
    public async Task<StandIn> ForAsync(PlantId plant, PersonKey person, DateOnly day, CancellationToken ct) =>
        (await StaffingAsync(plant, day, ct)).ActsFor(person, day);

    /// <summary>For many people at once: ask the rule itself as often as needed, for <paramref name="from"/> and any later day.</summary>
    public Task<Staffing> StaffingAsync(PlantId plant, DateOnly from, CancellationToken ct) => absences.StaffingAsync(plant, from, ct);
}
