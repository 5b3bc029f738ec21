namespace SoeBot.Presses;

/// <summary>Every verb of the product with its one handler.</summary>
public sealed class PressList
{
    private readonly Dictionary<string, AnswerPress> _handlers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reading = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, AnswerPress> All => _handlers;

    /// <summary>A press of it changes nothing, so that nothing need be remembered of it.</summary>
    public bool OnlyReads(string verb) => _reading.Contains(verb);

    /// <param name="verb">"noun.verb", as it stands on the wire.</param>
    public void OnReading(string verb, AnswerPress handler)
    {
        On(verb, handler);
        _reading.Add(verb);
    }

    /// <inheritdoc cref="OnReading"/>
    public void On(string verb, AnswerPress handler)
    {
        if (!_handlers.TryAdd(verb, handler)) throw new InvalidOperationException($"Two slices answer the verb \"{verb}\".");
    }
}
