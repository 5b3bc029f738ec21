namespace SoeBot.Domain.HandOver;

/// <summary>When a receiver that did not answer is asked again, and when no more.</summary>
/// <param name="First">The longest wait before the second try; doubled with each.</param>
/// <param name="Longest">The longest wait before any.</param>
/// <param name="GiveUpAfter">Since the first try.</param>
public sealed record RetryRules(TimeSpan First, TimeSpan Longest, TimeSpan GiveUpAfter)
{
    /// <summary>Half of the wait is by lot: what failed at the same moment does not come back at the same moment.</summary>
    /// <param name="tries">So many failed, 1 at least.</param>
    /// <param name="named">How long the receiver itself wants to be left alone; null when it does not say.</param>
    /// <param name="chance">0 to 1.</param>
    public TimeSpan After(int tries, TimeSpan? named, double chance)
    {
        var most = tries > 30 ? Longest : Min(First * Math.Pow(2, tries - 1), Longest);
        var wait = most / 2 + most / 2 * chance;
        return named is { } wished && wished > wait ? Min(wished, Longest) : wait;
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
