using System.Collections.Concurrent;

namespace SoeBot.Store.Reading;

/// <summary>
/// As long as it is open, what a store is asked a second time in this flow of work is not read again: a tick derives thirty kinds of
/// occurrences out of five tables, a card names the same people in several places. What is given is not to be changed; a write of this flow
/// ends what is remembered.
/// </summary>
public sealed class ReadOnce : IDisposable
{
    private static readonly AsyncLocal<ReadOnce?> Current = new();
    private readonly ConcurrentDictionary<object, Task> _read = new();

    private ReadOnce() { }

    public static ReadOnce Begin() => Current.Value = new ReadOnce();

    public void Dispose() => Current.Value = null;

    /// <summary>Something was written in this flow of work: what was read before may not be so any more.</summary>
    internal static void Forget() => Current.Value?._read.Clear();

    internal static bool IsOpen => Current.Value is not null;

    /// <param name="question">What is asked, by value; of one store only.</param>
    /// <param name="read">Asks the database.</param>
    internal static Task<T> OfAsync<T>(object question, Func<Task<T>> read)
    {
        if (Current.Value is not { } open) return read();
        if (open._read.TryGetValue(question, out var known)) return (Task<T>)known;
        var asked = read();
        open._read[question] = asked;
        return asked;
    }
}
