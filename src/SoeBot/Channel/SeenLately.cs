using System.Collections.Concurrent;
using SoeBot.Domain.People;
using SoeBot.Store.Conversations;

namespace SoeBot.Channel;

/// <summary>What one activity tells about its place and its writer, without when.</summary>
internal sealed record Sighting(SeenConversation Place, PersonKey? Person, string Name, string? Mri, string? Zone, string? Locale);

/// <summary>
/// Which sightings are in the store already, for an hour each, so that a press of somebody known neither reads nor writes them.
/// Names and addresses only: what somebody may do, and who they are, is asked anew each time.
/// </summary>
internal sealed class SeenLately(TimeProvider time)
{
    public const int Most = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Tenant, string Place, PersonKey? Person), (Sighting What, DateTimeOffset Until)> _known = new();

    public int Count => _known.Count;

    public bool Knows(Sighting what) => _known.TryGetValue(Key(what), out var known) && known.What == what && time.GetUtcNow() < known.Until;

    public void Remember(Sighting what)
    {
        // Forgetting costs a few reads, so it may be rough.
        if (_known.Count >= Most) _known.Clear();
        _known[Key(what)] = (what, time.GetUtcNow() + Longest);
    }

    /// <summary>The bot came to that place or went from it: whatever is heard there next is news.</summary>
    public void Forget(string tenant, string place)
    {
        foreach (var key in _known.Keys.Where(key => key.Tenant == tenant && key.Place == place)) _known.TryRemove(key, out _);
    }

    private static (string Tenant, string Place, PersonKey? Person) Key(Sighting what) => (what.Place.Tenant, what.Place.Id, what.Person);
}
