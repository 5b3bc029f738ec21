using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.People;

/// <summary>What a deputy does meanwhile.</summary>
public enum AbsenceScope
{
    /// <summary>Everything: reminders and questions go to the deputy.</summary>
    All,

    /// <summary>Approvals alone: the person still answers for the own orders and decisions.</summary>
    Approvals,
}

/// <param name="Id">Chosen by the form, so that saving it twice is one absence.</param>
/// <param name="Days">Of the plant, both included.</param>
/// <param name="Deputy">Null: the deputy of the person's role, else its lead.</param>
/// <param name="GivesRights">The deputy may approve in the person's place: only the person and administrators can give that away.</param>
public sealed record NewAbsence(Guid Id, PlantId Plant, PersonKey Person, DayRange Days, PersonKey? Deputy, AbsenceScope Scope, PersonKey EnteredBy, bool GivesRights);

/// <summary>A person is not there for some days of a plant. It ends by itself, or earlier when the person is back.</summary>
public sealed class Absence
{
    private Absence() { }

    public Guid Id { get; private set; }
    public PlantId Plant { get; private set; }
    public PersonKey Person { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>The last day as entered, included.</summary>
    public DateOnly Until { get; private set; }
    public PersonKey? Deputy { get; private set; }
    public AbsenceScope Scope { get; private set; }
    public PersonKey EnteredBy { get; private set; }
    public DateTimeOffset EnteredAt { get; private set; }

    /// <inheritdoc cref="NewAbsence" path="/param[@name='GivesRights']"/>
    public bool GivesRights { get; private set; }

    /// <summary>The first day on which the person was back before its end; null when it took its course. Not after <see cref="From"/>: it never began.</summary>
    public DateOnly? BackOn { get; private set; }
    public int Version { get; private set; }

    /// <summary>The last day that it really holds; before <see cref="From"/> when it never began.</summary>
    public DateOnly LastDay => BackOn is { } back && back <= Until ? back.AddDays(-1) : Until;

    public bool HasDays => From <= LastDay;

    public static Absence Enter(NewAbsence input, DateTimeOffset now) => new()
    {
        Id = input.Id, Plant = input.Plant, Person = input.Person, From = input.Days.First, Until = input.Days.Last, Deputy = input.Deputy,
        Scope = input.Scope, EnteredBy = input.EnteredBy, EnteredAt = now, GivesRights = input.GivesRights, Version = 1,
    };

    public bool Covers(DateOnly day) => From <= day && day <= LastDay;

    /// <summary>Away for that: an absence for approvals alone leaves everything else with the person.</summary>
    public bool Covers(DateOnly day, AbsenceScope what) => Covers(day) && (Scope == AbsenceScope.All || what == AbsenceScope.Approvals);

    public bool Overlaps(DayRange days) => HasDays && From <= days.Last && days.First <= LastDay;

    /// <summary>Back on that day. False when it was over by then.</summary>
    public bool End(DateOnly back)
    {
        if (!HasDays || back > LastDay) return false;
        BackOn = back;
        Version++;
        return true;
    }
}
