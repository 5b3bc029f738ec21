using SoeBot.Domain.Fences;

namespace SoeBot.Domain.People;

/// <summary>A person as the directory of names knows them.</summary>
/// <param name="Zone">IANA zone of the person's client; null until seen.</param>
/// <param name="Locale">Of the person's client, e.g. "de-DE"; null until seen.</param>
/// <param name="IsGuest">Of another organisation, as the roster told: sees no customers, no money, and no view of their own.</param>
/// <param name="Shift">The person's own working hours, by the person's clock; null: those of the plant's day.</param>
public sealed record Person(PersonKey Key, string Name, string? Zone = null, string? Locale = null, bool IsGuest = false, Shift? Shift = null);
