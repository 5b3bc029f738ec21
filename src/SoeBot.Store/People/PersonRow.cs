using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.People;

internal sealed class PersonRow
{
    public required PersonKey Key { get; init; }
    public required string Name { get; set; }
    public string? Mri { get; set; }
    public string? Zone { get; set; }
    public string? Locale { get; set; }

    /// <summary>Of another organisation, as the roster told.</summary>
    public bool IsGuest { get; set; }

    /// <summary>The person's own working hours, "22:00-06:00".</summary>
    public string? Shift { get; set; }

    public Person ToPerson() => new(Key, Name, Zone, Locale, IsGuest, Shift is { } own && Domain.Fences.Shift.TryParseAll(own, out var shifts) ? shifts[0] : null);
}

internal sealed class RoleRow
{
    public required PlantId Plant { get; init; }
    public required PersonKey Person { get; init; }
    public required Role Role { get; init; }
}

internal static class PeopleMapping
{
    public static void Map(ModelBuilder model)
    {
        var people = model.Entity<PersonRow>().ToTable("people");
        people.HasKey(person => person.Key);
        people.Property(person => person.Key).ValueGeneratedNever();
        people.HasIndex(person => person.Mri);
        people.HasIndex(person => person.IsGuest).HasFilter("is_guest").HasDatabaseName("ix_people_guests");

        model.Entity<RoleRow>().ToTable("roles").HasKey(role => new { role.Plant, role.Person, role.Role });
    }
}
