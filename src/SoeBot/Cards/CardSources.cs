using SoeBot.Domain.Plan;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;

namespace SoeBot.Cards;

/// <summary>What a card source is asked for. It draws from the state of this moment.</summary>
/// <param name="About">The source's own argument, as <see cref="CardRef.About"/> carries it: an order, "D-41", a page number.</param>
public sealed record CardRequest(PlantId Plant, string About);

/// <summary>Draws one card; null when there is nothing left to say, and then nothing is sent.</summary>
public delegate Task<Card?> CardSource(CardRequest request, CancellationToken ct);

/// <summary>
/// The cards of all slices by id. Whoever wants to show another slice's card (the meeting, a reminder, the outbox) names it here
/// and never calls the slice.
/// </summary>
public sealed class CardSources
{
    private readonly Dictionary<string, CardSource> _sources = new(StringComparer.Ordinal);

    public IEnumerable<string> Ids => _sources.Keys.Order(StringComparer.Ordinal);

    public void Add(string id, CardSource source)
    {
        if (!_sources.TryAdd(id, source)) throw new InvalidOperationException($"Two slices draw the card \"{id}\".");
    }

    public bool Knows(string id) => _sources.ContainsKey(id);

    /// <exception cref="InvalidOperationException">No slice draws this card: a card of a version that is gone.</exception>
    public Task<Card?> DrawAsync(PlantId plant, CardRef card, CancellationToken ct) =>
        _sources.TryGetValue(card.Source, out var source)
            ? source(new CardRequest(plant, card.About), ct)
            : throw new InvalidOperationException($"No slice draws the card \"{card.Source}\".");
}
