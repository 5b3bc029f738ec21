using SoeBot.Teams.Cards;

namespace SoeBot.Teams.Routing;

/// <summary>What the person who pressed sees. A card replaces the view for them alone; for everybody else the message is updated.</summary>
public sealed record PressAnswer
{
    private PressAnswer()
    {
    }

    internal Card? Card { get; private init; }

    internal WrittenCard? Written { get; private init; }

    internal string? Message { get; private init; }

    internal string? Code { get; private init; }

    public static PressAnswer Show(Card card) => new() { Card = card };

    public static PressAnswer Show(WrittenCard card) => new() { Card = card.Card, Written = card };

    /// <summary>A short line under the card.</summary>
    /// <param name="message">Not empty: Teams takes an empty one for a failure and asks again.</param>
    public static PressAnswer Say(string message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        return new PressAnswer { Message = message };
    }

    /// <summary>The press could not be understood or done. An expected "no" is rather a card or a line.</summary>
    public static PressAnswer Error(string code, string message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        return new PressAnswer { Code = code, Message = message };
    }

    public static implicit operator PressAnswer(Card card) => Show(card);

    public static PressAnswer FromCard(Card card) => Show(card);
}
