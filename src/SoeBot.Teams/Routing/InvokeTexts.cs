namespace SoeBot.Teams.Routing;

/// <summary>The few sentences that this part says by itself. Register another one before <c>AddTeamsChannel</c> to say them otherwise.</summary>
public sealed record InvokeTexts
{
    /// <summary>A handler broke. <c>{0}</c> is the error's id in the log.</summary>
    public string Broken { get; init; } = "Something broke on my side. Nothing is lost that was saved; please try again. Error {0}.";

    public string UnknownButtonTitle { get; init; } = "This card is out of date";

    public string UnknownButton { get; init; } =
        "I no longer know this button; the card is from an older version of me. Ask me for the current one.";

    public string NoAction { get; init; } = "This button carries no action that I know.";

    public string NotARefresh { get; init; } = "This card cannot refresh itself.";
}
