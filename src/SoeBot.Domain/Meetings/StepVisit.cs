namespace SoeBot.Domain.Meetings;

public enum StepEnd
{
    /// <summary>The meeting is there now.</summary>
    Open,
    Done,

    /// <summary>With a reason.</summary>
    Skipped,

    /// <summary>Left for the chat when time was short.</summary>
    MovedToChat,
}

/// <summary>The meeting was in a step once; "Back" makes another visit.</summary>
/// <param name="To">Null while it lasts.</param>
/// <param name="Extra">Minutes that were added to the step.</param>
/// <param name="Why">Why it was skipped.</param>
public sealed record StepVisit(int Step, DateTimeOffset From, DateTimeOffset? To = null, StepEnd End = StepEnd.Open, int Extra = 0, string? Why = null)
{
    public TimeSpan Length(DateTimeOffset now) => (To ?? now) - From is { Ticks: > 0 } length ? length : TimeSpan.Zero;
}
