using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Teams.Extensions;

/// <summary>One line of the result list, and the card that it puts into the message.</summary>
/// <param name="Card">For people and places unknown: it holds nothing that not everybody may read, and no buttons.</param>
/// <param name="Title">First line in the list.</param>
/// <param name="Text">Second line in the list.</param>
public sealed record ExtensionResult(Card Card, string Title, string Text);

/// <summary>What the searching person sees: results or a sentence.</summary>
public sealed record ExtensionAnswer
{
    private ExtensionAnswer()
    {
    }

    internal IReadOnlyList<ExtensionResult>? Results { get; private init; }

    internal string? Message { get; private init; }

    /// <summary>The person scrolled to the end of what there is.</summary>
    public static ExtensionAnswer NoMore { get; } = new() { Results = [] };

    /// <param name="results">At least one: an empty list says nothing, so say why it is empty.</param>
    public static ExtensionAnswer Show(IReadOnlyList<ExtensionResult> results)
    {
        ArgumentOutOfRangeException.ThrowIfZero(results.Count);
        if (results.FirstOrDefault(one => one.Card.Actions.Count > 0 || one.Card.Refresh is not null) is { } alive)
        {
            throw new ArgumentException($"\"{alive.Title}\" has buttons, which do not work where the bot is not.", nameof(results));
        }

        return new ExtensionAnswer { Results = results };
    }

    public static ExtensionAnswer Say(string message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        return new ExtensionAnswer { Message = message };
    }

    internal InvokeAnswer ToInvoke() => Results is null
        ? InvokeAnswer.ResultsMessage(Message!)
        : InvokeAnswer.Results(Results.Select(one => (one.Card, Unmarked(one.Title), Unmarked(one.Text))));

    // A thumbnail reads some HTML and no escapes that all clients agree on.
    private static string Unmarked(string text) => MessageText.Clean(text.Replace('<', '‹').Replace('>', '›')).Replace('\n', ' ');
}

/// <summary>What becomes of a dialog (protocol notes 4.4).</summary>
public sealed record DialogAnswer
{
    private DialogAnswer()
    {
    }

    internal Card? Card { get; private init; }

    internal string Words { get; private init; } = "";

    /// <summary>Opens the dialog, or leaves it open: with the entered values and what is wrong with them.</summary>
    /// <exception cref="ArgumentException">A button of the card does nothing in a dialog: there they are <see cref="SubmitAction"/>.</exception>
    public static DialogAnswer Show(string title, Card card)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        if (CardLinter.CheckButtons(card).FirstOrDefault() is { } finding)
        {
            throw new ArgumentException(finding, nameof(card));
        }

        return new DialogAnswer { Card = card, Words = title };
    }

    /// <summary>Ends the dialog with a sentence.</summary>
    public static DialogAnswer Say(string message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        return new DialogAnswer { Words = message };
    }

    internal InvokeAnswer ToInvoke() => Card is null ? InvokeAnswer.DialogMessage(Words) : InvokeAnswer.Dialog(Words, Card);
}
