using System.Text.RegularExpressions;
using SoeBot.Store.Effects;

namespace SoeBot.Commands;

/// <summary>
/// Works one typed line. What it returns is committed together with "this line is worked"; a handler that changed something commits
/// that itself, with <see cref="Turn.Answer"/> as part of its effect, and returns <see cref="Effect.None"/>.
/// </summary>
public delegate Task<Effect> CommandHandler(Turn turn, Match words, CancellationToken ct);

/// <param name="Id">As in the approved list of commands: "risk.update".</param>
/// <param name="Pattern">On the line as typed; case does not matter.</param>
/// <param name="Example">What help shows.</param>
public sealed record Command(string Id, Regex Pattern, string Example, CommandHandler Handle);

/// <summary>Everything people can type. The first pattern that fits wins, so the narrow ones are registered before the wide ones.</summary>
public sealed class CommandList
{
    private readonly List<Command> _commands = [];

    public IReadOnlyList<Command> All => _commands;

    public void Add(string id, Regex pattern, string example, CommandHandler handle)
    {
        if (_commands.Any(known => known.Id == id)) throw new InvalidOperationException($"Two slices register the command \"{id}\".");
        _commands.Add(new(id, pattern, example, handle));
    }

    /// <summary>Who works a message with files; null when nobody does.</summary>
    public FileHandler? Files { get; private set; }

    public void OnFiles(FileHandler handle) =>
        Files = Files is null ? handle : throw new InvalidOperationException("Two slices take the files that people send.");

    public (Command Command, Match Words)? Find(string text)
    {
        foreach (var command in _commands)
            if (command.Pattern.Match(text) is { Success: true } words) return (command, words);
        return null;
    }
}
