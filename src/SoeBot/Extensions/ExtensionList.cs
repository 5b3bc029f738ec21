using SoeBot.Teams.Cards;
using SoeBot.Teams.Extensions;

namespace SoeBot.Extensions;

public delegate Task<ExtensionAnswer> AnswerQuery(ExtensionQuery query, Asker asker, CancellationToken ct);

public delegate Task<IReadOnlyList<Choice>> FindChoices(ChoiceSearch search, Asker asker, CancellationToken ct);

public delegate Task<DialogAnswer> AnswerDialog(ExtensionAction action, Asker asker, CancellationToken ct);

/// <summary>What a dialog does when it is opened, which only reads, and when it is submitted.</summary>
public sealed record DialogCommand(AnswerDialog Open, AnswerDialog Submit);

/// <summary>The message extension's commands, as the manifest names them, and the data sets that cards search; each with its one handler.</summary>
public sealed class ExtensionList
{
    private readonly Dictionary<string, AnswerQuery> _queries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FindChoices> _datasets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DialogCommand> _dialogs = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, AnswerQuery> Queries => _queries;
    public IReadOnlyDictionary<string, FindChoices> Datasets => _datasets;
    public IReadOnlyDictionary<string, DialogCommand> Dialogs => _dialogs;

    public void OnQuery(string command, AnswerQuery handler) => Add(_queries, command, handler);

    public void OnDialog(string command, DialogCommand handler) => Add(_dialogs, command, handler);

    public void OnChoices(string dataset, FindChoices handler) => Add(_datasets, dataset, handler);

    private static void Add<T>(Dictionary<string, T> handlers, string name, T handler)
    {
        if (!handlers.TryAdd(name, handler)) throw new InvalidOperationException($"Two slices answer \"{name}\" of the message extension.");
    }
}

/// <summary>Data sets that choices on cards name, whichever slice answers them.</summary>
public static class Datasets
{
    /// <summary>Customer orders of the current plan; the value is the order's number.</summary>
    public const string Orders = "orders";
}
