namespace SoeBot.Teams.Conversations;

/// <summary>A person of a roster. Anything but the id may be missing (protocol notes 5.5).</summary>
public sealed record TeamsMember(
    string Id, string? Name, string? AadObjectId, string? Email, string? UserPrincipalName, string? TenantId, string? UserRole)
{
    /// <summary>Of another organisation. The role says so in a team; in a chat only the address does, as guests have one with <c>#EXT#</c> in it.</summary>
    public bool IsGuest => string.Equals(UserRole, "guest", StringComparison.OrdinalIgnoreCase) || UserPrincipalName?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) == true;
}

/// <param name="Id">The General channel has the team's id.</param>
/// <param name="Name">Null for General.</param>
public sealed record TeamsChannel(string Id, string? Name);

public sealed record TeamsTeam(string Id, string? Name, string? AadGroupId);

public sealed record TeamsMeeting(
    string? Id,
    string? Title,
    string? JoinUrl,
    DateTimeOffset? ScheduledStartTime,
    DateTimeOffset? ScheduledEndTime,
    string? OrganizerAadObjectId,
    string? ConversationId);
