using SoeBot.Teams.Conversations;

namespace SoeBot.Channel.Sending;

/// <summary>Whether and when a message is tried again that the service surely did not take.</summary>
internal sealed class Retries(OutboxOptions options, Random chance)
{
    private static readonly TimeSpan ShortConflict = TimeSpan.FromMilliseconds(200), Least = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Null when it is given up. A time that the service names is waited for and is no try: whoever follows what it is told does not run
    /// out of tries while many are told to wait. What never left this machine is no try either: an outage of ours is no fault of the message.
    /// </summary>
    /// <param name="outcome">Of the last call.</param>
    /// <param name="tries">So many were counted before it.</param>
    public (TimeSpan Wait, bool CountsAsTry)? After(SendOutcome outcome, int tries) => outcome switch
    {
        { RetryAfter: { } named } when named > TimeSpan.Zero => (named, false),
        { UseInstead: not null } => tries + 1 >= options.Tries ? null : (TimeSpan.Zero, true),
        { Result: SendResult.NotSent } => (Draw(options.FirstRetry * 8), false),
        _ when tries + 1 >= options.Tries => null,
        { Result: SendResult.Conflict } => (Draw(ShortConflict * Math.Pow(2, tries)), true),
        _ => (Draw(options.FirstRetry * Math.Pow(2, tries)), true),
    };

    /// <summary>A person who cannot be reached is tried once more a little later: an app that is being installed, a policy that spreads. Null after that.</summary>
    public TimeSpan? AfterBarrier(int tries) => tries == 0 ? options.FirstRetry * 15 : null;

    /// <summary>Full jitter: two that were refused at the same moment do not come back at the same moment.</summary>
    private TimeSpan Draw(TimeSpan most) => Least + ((most < options.LongestRetry ? most : options.LongestRetry) * chance.NextDouble());
}
