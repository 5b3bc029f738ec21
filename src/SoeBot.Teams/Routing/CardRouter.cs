using SoeBot.Teams.Cards;

namespace SoeBot.Teams.Routing;

/// <summary>Does what a button asks.</summary>
public delegate Task<PressAnswer> PressHandler(IServiceProvider services, CardPress press, CancellationToken cancellationToken);

/// <summary>Draws a view. Called without a click, often and by every device: it reads and answers, nothing else.</summary>
public delegate Task<Card> RefreshHandler(IServiceProvider services, CardPress press, CancellationToken cancellationToken);

/// <summary>Knows for each verb its one handler.</summary>
public sealed class CardRouter
{
    private readonly Dictionary<string, Route> _routes = new(StringComparer.Ordinal);
    private Func<Type, bool?> _writes = _ => null;

    /// <summary>All verbs, sorted; refreshing ones end in <c> (refresh)</c>.</summary>
    public IReadOnlyList<string> Verbs =>
        _routes.Select(route => route.Value.Refresh is null ? route.Key : route.Key + " (refresh)").Order(StringComparer.Ordinal).ToList();

    /// <summary>A press of <paramref name="verb"/> is handled by a <typeparamref name="T"/> out of the container.</summary>
    /// <exception cref="InvalidOperationException">The verb has a handler already.</exception>
    public CardRouter On<T>(string verb, Func<T, CardPress, CancellationToken, Task<PressAnswer>> handle)
        where T : notnull =>
        On(verb, typeof(T).Name, (services, press, stop) => handle((T)Resolve(services, typeof(T)), press, stop));

    /// <param name="verb">As written into cards: <c>noun.verb</c>.</param>
    /// <param name="name">Names the handler in complaints.</param>
    /// <param name="handle">Throws only for what is broken.</param>
    /// <param name="onlyReads">A press changes nothing, so its answer is not kept for a repeat.</param>
    /// <exception cref="InvalidOperationException">The verb has a handler already.</exception>
    public CardRouter On(string verb, string name, PressHandler handle, bool onlyReads = false) => Add(verb, new Route(name, handle, null, onlyReads));

    /// <summary>No refresh registered from now on may reach a type of the app that writes.</summary>
    /// <param name="writes">True: it writes. False: it is made so that it cannot, and need not be looked into. Null: that depends on what it is made of.</param>
    public CardRouter RefreshMayNotReach(Func<Type, bool?> writes)
    {
        _writes = writes;
        return this;
    }

    /// <summary>A refresh of <paramref name="verb"/> is drawn by a <typeparamref name="T"/> out of the container, which has no means of sending or writing, nor has anything it is made of.</summary>
    /// <exception cref="InvalidOperationException">The verb has a handler already, or the reader can write; the way to it is named.</exception>
    public CardRouter OnRefresh<T>(string verb, Func<T, CardPress, CancellationToken, Task<Card>> draw)
        where T : notnull
    {
        // A refresh that updates the card makes every client ask again: a loop that Teams stops for nobody.
        if (new ReadOnlyReach(_writes).PathToWriter(typeof(T), draw) is { } path)
        {
            throw new InvalidOperationException($"{typeof(T).Name} draws the refresh {verb} and may not reach {path}.");
        }

        return OnRefresh(verb, typeof(T).Name, (services, press, stop) => draw((T)Resolve(services, typeof(T)), press, stop));
    }

    internal CardRouter OnRefresh(string verb, string name, RefreshHandler draw) => Add(verb, new Route(name, null, draw, OnlyReads: true));

    internal Route? Find(string verb) => _routes.GetValueOrDefault(verb);

    private CardRouter Add(string verb, Route route)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(verb);
        if (!_routes.TryAdd(verb, route))
        {
            throw new InvalidOperationException($"The verb {verb} is handled by {_routes[verb].Name} and by {route.Name}; it must have one handler.");
        }

        return this;
    }

    private static object Resolve(IServiceProvider services, Type type) =>
        services.GetService(type) ?? throw new InvalidOperationException($"{type.Name} handles a verb and is not registered.");

    internal sealed record Route(string Name, PressHandler? Press, RefreshHandler? Refresh, bool OnlyReads);
}
