namespace SoeBot.Connectors.HandOver;

public enum DeliveryResult
{
    Accepted,

    /// <summary>The receiver understood it and does not want it: a second try would be answered the same.</summary>
    Refused,

    /// <summary>Nobody took it now, or nobody knows whether it was taken: worth another try.</summary>
    NotNow,
}

/// <param name="Reason">In words: the receiver's own when it refused.</param>
/// <param name="RetryAfter">How long the receiver wants to be left alone.</param>
public sealed record Delivered(DeliveryResult Result, string? Reason = null, TimeSpan? RetryAfter = null)
{
    public static readonly Delivered Accepted = new(DeliveryResult.Accepted);

    public static Delivered NotNow(string reason, TimeSpan? retryAfter = null) => new(DeliveryResult.NotNow, reason, retryAfter);
}
