namespace SoeBot.TestKit;

/// <summary>How long a test waits for what must come.</summary>
public static class Patience
{
    /// <summary>Longer than a slow and busy machine takes: whoever waits so long waits for something that never comes.</summary>
    public static TimeSpan Most { get; } = TimeSpan.FromMinutes(4);
}
