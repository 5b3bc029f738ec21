namespace SoeBot.Presses;

/// <summary>Every verb of the product with its one handler.</summary>
public sealed class PressList
{
    private readonly Dictionary<string, AnswerPress> _handlers = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, AnswerPress> All => _handlers;

    /// <param name="verb">"noun.verb", as it stands on the wire.</param>
    public void On(string verb, AnswerPress handler)
    {
        if (!_handlers.TryAdd(verb, handler)) throw new InvalidOperationException($"Two slices answer the verb \"{verb}\".");
    }
}
