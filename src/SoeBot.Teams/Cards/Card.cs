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
/// Asks for a personal view (protocol notes 4.2). The handler must only read: it is called without a click, often, and by every device.
/// Everybody else, and every client that is too old, keeps the card as it was sent.
/// </summary>
public sealed record CardRefresh
{
    public const int MostUsers = 60;

    /// <param name="verb">The verb of the refresh handler.</param>
    /// <param name="userIds">At most <see cref="MostUsers"/> ids of the form <c>29:...</c>. Empty: by hand only.</param>
    /// <param name="data">Written into the action's <c>data</c>.</param>
    /// <exception cref="ArgumentException">Teams would ignore them: too many, or ids of another kind.</exception>
    public CardRefresh(string verb, IReadOnlyList<string> userIds, object? data = null) => (Verb, UserIds, Data) = (verb, userIds, data);

    public string Verb { get; init; }

    public IReadOnlyList<string> UserIds
    {
        get;
        init => field = value.Count > MostUsers ? throw new ArgumentException($"A refresh for {value.Count} people; Teams ignores it above {MostUsers}.", nameof(value))
            : value.FirstOrDefault(id => !IsUser(id)) is { } wrong ? throw new ArgumentException($"A refresh for {wrong}, which is no 29: id.", nameof(value))
            : value;
    }

    public object? Data { get; init; }

    /// <summary>For the first of these who have an id as Teams wants it; whoever it matters most to stands first.</summary>
    public static CardRefresh For(string verb, IEnumerable<string?> people, object? data = null) =>
        new(verb, [.. people.OfType<string>().Where(IsUser).Distinct(StringComparer.Ordinal).Take(MostUsers)], data);

    private static bool IsUser(string id) => id.StartsWith("29:", StringComparison.Ordinal);
}

/// <summary>A person named in a card, who is notified.</summary>
/// <param name="Id">Teams id (<c>29:...</c>), Entra object id or user principal name.</param>
/// <param name="Name">What is shown. Two people of one name need two different names here.</param>
public sealed record CardMention(string Id, string Name)
{
    internal string Text => $"<at>{WebUtility.HtmlEncode(Name)}</at>";
}
