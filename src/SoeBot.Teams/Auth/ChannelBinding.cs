using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SoeBot.Teams.Activities;

namespace SoeBot.Teams.Auth;

/// <summary>A refusal with its HTTP status.</summary>
internal sealed record Refusal(int Status, string Reason);

/// <summary>Binds the body to the token that came with it, and both to what the settings allow (checks 7 to 9).</summary>
internal sealed class ChannelBinding(IOptions<BotOptions> options, ServiceHosts hosts)
{
    private const string Teams = "msteams";

    /// <param name="activity">As read from the body.</param>
    /// <param name="ticket">Null in local trial mode only, where nobody signs anything.</param>
    public Refusal? Check(Activity activity, ChannelTicket? ticket)
    {
        if (ticket is null && !options.Value.IsLocalTrial)
        {
            return new Refusal(StatusCodes.Status401Unauthorized, "no token");
        }

        if (activity.ChannelId != Teams)
        {
            return new Refusal(StatusCodes.Status403Forbidden, "another channel than Teams");
        }

        if (!hosts.Allows(activity.ServiceUrl))
        {
            return new Refusal(StatusCodes.Status403Forbidden, "a service address that is not allowed");
        }

        return ticket is null ? null : CheckTicket(activity, ticket) ?? CheckTenant(activity);
    }

    private static Refusal? CheckTicket(Activity activity, ChannelTicket ticket)
    {
        if (ticket.ServiceUrl is null || !SameAddress(ticket.ServiceUrl, activity.ServiceUrl!))
        {
            return new Refusal(StatusCodes.Status401Unauthorized, "the service address is not the token's");
        }

        return ticket.Endorsements.Contains(Teams)
            ? null
            : new Refusal(StatusCodes.Status401Unauthorized, "the key does not speak for Teams");
    }

    // An empty list means nobody: a forgotten setting must not open the plant to every tenant of the cloud.
    private Refusal? CheckTenant(Activity activity)
    {
        var said = new[] { activity.ChannelData.TenantId, activity.Conversation?.TenantId }.OfType<string>().ToList();
        var allowed = said.Count > 0 && said.All(tenant => options.Value.AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase));
        return allowed ? null : new Refusal(StatusCodes.Status403Forbidden, "a tenant that is not allowed");
    }

    private static bool SameAddress(string claimed, string given) =>
        string.Equals(claimed.TrimEnd('/'), given.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
