using System.Net;

namespace SoeBot.Teams.Cards;

/// <summary>One Adaptive Card, always of version 1.5 (what Teams documents for cards sent by bots; protocol notes 7.1).</summary>
public sealed record Card
{
    /// <summary>What the toast, the feed and the chat list show; without it people read "Sent a card".</summary>
    public required string Summary { get; init; }

    public required IReadOnlyList<CardElement> Body { get; init; }

    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    /// <summary>For a client that cannot draw the card. Left out: the start of the plain-text rendering.</summary>
    public string? FallbackText { get; init; }

    public CardRefresh? Refresh { get; init; }

    public IReadOnlyList<CardMention> Mentions { get; init; } = [];

    public bool FullWidth { get; init; } = true;

    public string? Lang { get; init; } = "en";
}

/// <summary>
/// Asks for a personal view. The handler must only read: it is called without a click, often, and by every device.
/// </summary>
/// <param name="Verb">The verb of the refresh handler.</param>
/// <param name="UserIds">At most 60 ids of the form <c>29:...</c>; object ids are ignored by Teams. Empty: by hand only.</param>
/// <param name="Data">Written into the action's <c>data</c>.</param>
public sealed record CardRefresh(string Verb, IReadOnlyList<string> UserIds, object? Data = null);

/// <summary>A person named in a card, who is notified.</summary>
/// <param name="Id">Teams id (<c>29:...</c>), Entra object id or user principal name.</param>
/// <param name="Name">What is shown. Two people of one name need two different names here.</param>
public sealed record CardMention(string Id, string Name)
{
    internal string Text => $"<at>{WebUtility.HtmlEncode(Name)}</at>";
}
