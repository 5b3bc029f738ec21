namespace SoeBot.People;

internal static class GuestWords
{
    /// <summary>The one line that a guest may type: it names no customer and no money.</summary>
    public const string MaySee = "look-ahead.show";

    public const string Refusal = "You are a guest here, so I show you the look-ahead and what is posted in the channel. For anything else ask somebody of the plant.";
}
