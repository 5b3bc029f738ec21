using System.Text.Json;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People.Leavers;
using SoeBot.Store.People;
using SoeBot.Store.Plants;

namespace SoeBot.People;

/// <summary>
/// Who is of another organisation. Guests see the look-ahead without customers and money and have no view of their own; while one is in a plant's
/// team, what is posted there names no customers (product page 5). Kept for a moment, because every press and every line asks.
/// </summary>
public sealed class Guests(PeopleStore people, PlantStore notes, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private volatile Look? _last;

    private sealed record Look(DateTimeOffset At, IReadOnlySet<PersonKey> Found);

    public async ValueTask<bool> IsGuestAsync(PersonKey person, CancellationToken ct) => (await AllAsync(ct)).Contains(person);

    /// <summary>In the plant's team or meeting chat, by the daily look at its members; before the first look any guest of the installation counts.</summary>
    public async ValueTask<bool> AreAroundAsync(PlantId plant, CancellationToken ct)
    {
        var guests = await AllAsync(ct);
        if (guests.Count == 0) return false;
        return await notes.GetNoteAsync(plant, WhoIsThere.Note, ct) is not { } note
            || (JsonSerializer.Deserialize<string[]>(note) ?? []).Intersect(guests.Select(guest => guest.ObjectId), StringComparer.Ordinal).Any();
    }

    private async ValueTask<IReadOnlySet<PersonKey>> AllAsync(CancellationToken ct)
    {
        if (_last is { } last && time.GetUtcNow() - last.At < Kept) return last.Found;
        var found = await people.GuestsAsync(ct);
        _last = new(time.GetUtcNow(), found);
        return found;
    }
}
