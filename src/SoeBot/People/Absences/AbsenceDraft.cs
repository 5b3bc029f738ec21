using System.Text.Json;
using SoeBot.Domain.People;

namespace SoeBot.People.Absences;

/// <summary>What the form is filled with. Travels in the form's reference; nothing is stored before Save.</summary>
/// <param name="Id">The absence's own, made with the form: a second press of Save finds it there.</param>
/// <param name="Person">Who is away, by key as text.</param>
/// <param name="Deputy">By key as text; null: the deputy of the role, else the lead.</param>
/// <param name="Problem">What was not understood in the typed line.</param>
internal sealed record AbsenceDraft(Guid Id, string Person, DateOnly? From, DateOnly? Until, string? Deputy, AbsenceScope Scope, string? Problem = null)
{
    public string TrackAs => Track(Id);

    public PersonKey PersonKey => Domain.People.PersonKey.Parse(Person)!.Value;

    public PersonKey? DeputyKey => Domain.People.PersonKey.Parse(Deputy);

    public static string Track(Guid id) => $"absence:{id:N}";

    public string ToJson() => JsonSerializer.Serialize(this);

    public static AbsenceDraft FromJson(string json) => JsonSerializer.Deserialize<AbsenceDraft>(json)!;
}
