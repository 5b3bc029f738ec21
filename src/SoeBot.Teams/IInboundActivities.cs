using SoeBot.Teams.Activities;

namespace SoeBot.Teams;

/// <summary>Where everything but invokes goes: written down at once, worked on later, because Teams waits only seconds.</summary>
public interface IInboundActivities
{
    /// <param name="activity">From Teams for sure: signature, service address and tenant were checked.</param>
    /// <param name="raw">The body as it came, UTF-8 JSON.</param>
    /// <param name="cancellationToken">After half a minute, or when the app stops.</param>
    /// <exception cref="Exception">It could not be stored: Teams is told to deliver it again.</exception>
    Task<InboundResult> AcceptAsync(Activity activity, ReadOnlyMemory<byte> raw, CancellationToken cancellationToken);
}

public enum InboundResult
{
    Accepted,

    /// <summary>The same activity was here before.</summary>
    Duplicate,
}
