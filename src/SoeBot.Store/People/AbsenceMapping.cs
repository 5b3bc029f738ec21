using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.People;

internal sealed class RoleDeputyRow
{
    public required PlantId Plant { get; init; }
    public required Role Role { get; init; }
    public required PersonKey Person { get; set; }
}

internal sealed class DepartureRow
{
    public required PlantId Plant { get; init; }
    public required PersonKey Person { get; init; }
    public required DepartureReason Reason { get; init; }
    public required DateTimeOffset At { get; init; }
    public PersonKey? Heir { get; init; }
    public PersonKey? SettledBy { get; set; }
    public PersonKey? GivenTo { get; set; }

    public Departure ToDeparture() => new(Plant, Person, Reason, At, Heir, SettledBy, GivenTo);
}

internal static class AbsenceMapping
{
    public static void Map(ModelBuilder model)
    {
        var absences = model.Entity<Absence>().ToTable("absences");
        absences.Property(absence => absence.Id).ValueGeneratedNever();
        absences.Property(absence => absence.Version).IsConcurrencyToken();
        absences.HasIndex(absence => new { absence.Plant, absence.Until });
        absences.HasIndex(absence => new { absence.Person, absence.Until });

        model.Entity<RoleDeputyRow>().ToTable("role_deputies").HasKey(row => new { row.Plant, row.Role });
        model.Entity<DepartureRow>().ToTable("departures").HasKey(row => new { row.Plant, row.Person });
    }
}
