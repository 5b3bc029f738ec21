namespace SoeBot.Teams.Checks;

/// <param name="IsGood">Null when it could not be looked into, which is no fault.</param>
/// <param name="Words">One line for whoever sets the bot up.</param>
public sealed record ChannelFinding(string About, bool? IsGood, string Words);
