using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Presses;

/// <summary>Every verb of the product with its one handler.</summary>
public sealed class PressList
{
    private readonly Dictionary<string, AnswerPress> _handlers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action<CardRouter>> _refreshes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reading = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, AnswerPress> All => _handlers;

    /// <summary>Verbs by which a client asks for a fresh view, each with what registers it.</summary>
    public IReadOnlyDictionary<string, Action<CardRouter>> Refreshes => _refreshes;

    /// <summary>Its answer is not remembered for a repeat: it changes nothing, or it shows what must not be stored.</summary>
    public bool OnlyReads(string verb) => _reading.Contains(verb);

    /// <summary>The view of one person, asked for without a click. <typeparamref name="T"/> can read and nothing else: the start refuses one that can reach a sender or a store that writes.</summary>
    public void OnRefresh<T>(string verb, Func<T, Viewer, CancellationToken, Task<Card>> draw)
        where T : notnull
    {
        if (_handlers.ContainsKey(verb) || !_refreshes.TryAdd(verb, router => router.OnRefresh<T>(verb, (views, press, ct) => draw(views, Viewer.Of(press), ct))))
            throw new InvalidOperationException($"Two slices answer the verb \"{verb}\".");
    }

    /// <param name="verb">"noun.verb", as it stands on the wire.</param>
    public void OnReading(string verb, AnswerPress handler)
    {
        On(verb, handler);
        _reading.Add(verb);
    }

    /// <summary>Its answer shows a secret, which must not lie in the store. A repeated delivery does it once more, which must do no harm.</summary>
    /// <inheritdoc cref="OnReading"/>
    public void OnUnkept(string verb, AnswerPress handler) => OnReading(verb, handler);

    /// <inheritdoc cref="OnReading"/>
    public void On(string verb, AnswerPress handler)
    {
        if (_refreshes.ContainsKey(verb) || !_handlers.TryAdd(verb, handler)) throw new InvalidOperationException($"Two slices answer the verb \"{verb}\".");
    }
}
