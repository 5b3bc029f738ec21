using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Plants;
using SoeBot.Store.Outbox;

namespace SoeBot.Occurrences;

/// <summary>One person who is to be reminded as things stand now.</summary>
/// <param name="Slot">As what: "owner", "lead". Who it is may change meanwhile, the slot does not.</param>
public sealed record Asked(string Slot, PersonKey For, CardRef Card)
{
    /// <summary>Neither counted nor put off: the customer waits, or a request expires.</summary>
    public bool IsUrgent { get; init; }

    /// <inheritdoc cref="NewMessage.Chain"/>
    public string? Chain { get; init; }

    /// <inheritdoc cref="NewMessage.TrackAs"/>
    public string? TrackAs { get; init; }
}

/// <summary>How the thing stands that a reminder is about.</summary>
/// <param name="Over">Why nobody need be reminded any more; null while somebody is.</param>
public sealed record Standing(IReadOnlyList<Asked> People, string? Over = null)
{
    public static Standing Silent(string why) => new([], why);
}

/// <summary>Reads the state anew. May be called long after the occurrence was due, and more than once.</summary>
public delegate Task<Standing> ReadReminder(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct);
