using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;

namespace SoeBot.Cards;

/// <summary>What a card source is asked for. It draws from the state of this moment.</summary>
/// <param name="About">The source's own argument, as <see cref="CardRef.About"/> carries it: an order, "D-41", a page number.</param>
public sealed record CardRequest(PlantId Plant, string About);

/// <summary>Draws one card; null when there is nothing left to say, and then nothing is sent.</summary>
public delegate Task<Card?> CardSource(CardRequest request, CancellationToken ct);

/// <summary>What may be said in the channel, before everybody, of a card that its one reader could not be given.</summary>
/// <param name="What">Which item: "D-41, due Fri 27 Nov". Never money, penalties or what people answered.</param>
/// <param name="Button">Null when it cannot be answered there.</param>
/// <param name="Whose">Who has to answer now; null when that is still the reader of the card.</param>
public sealed record PublicAsk(string What, ExecuteAction? Button = null, PersonKey? Whose = null);

/// <summary>Null when nothing is to be answered any more.</summary>
public delegate Task<PublicAsk?> AskSource(CardRequest request, CancellationToken ct);

/// <summary>
/// The cards of all slices by id. Whoever wants to show another slice's card (the meeting, a reminder, the outbox) names it here
/// and never calls the slice.
/// </summary>
public sealed class CardSources
{
    private static readonly PublicAsk Something = new("open my chat, there is something for you");

    private readonly Dictionary<string, CardSource> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AskSource> _asks = new(StringComparer.Ordinal);

    public IEnumerable<string> Ids => _sources.Keys.Order(StringComparer.Ordinal);

    public void Add(string id, CardSource source)
    {
        if (!_sources.TryAdd(id, source)) throw new InvalidOperationException($"Two slices draw the card \"{id}\".");
    }

    /// <summary>How the card of that id is asked in the channel. One without it is asked without saying what.</summary>
    public void AddAsk(string id, AskSource ask)
    {
        if (!_asks.TryAdd(id, ask)) throw new InvalidOperationException($"Two slices ask for the card \"{id}\".");
    }

    public Task<PublicAsk?> AskAsync(PlantId plant, CardRef card, CancellationToken ct) =>
        _asks.TryGetValue(card.Source, out var ask) ? ask(new CardRequest(plant, card.About), ct) : Task.FromResult<PublicAsk?>(Something);

    public bool Knows(string id) => _sources.ContainsKey(id);

    /// <exception cref="InvalidOperationException">No slice draws this card: a card of a version that is gone.</exception>
    public Task<Card?> DrawAsync(PlantId plant, CardRef card, CancellationToken ct) =>
        _sources.TryGetValue(card.Source, out var source)
            ? source(new CardRequest(plant, card.About), ct)
            : throw new InvalidOperationException($"No slice draws the card \"{card.Source}\".");
}
