namespace SoeBot.Domain.Meetings;

/// <summary>Whether a step speaks of what was or of what will be (R142).</summary>
public enum StepLooks { Neither, Back, Forward }

/// <summary>One step of an agenda.</summary>
/// <param name="Minutes">Planned length.</param>
/// <param name="Decides">What is decided here, in a few words; shown on the agenda.</param>
/// <param name="Card">Id of the card source that the step shows.</param>
public sealed record AgendaStep(string Id, string Title, int Minutes, string Decides, string Card)
{
    public StepLooks Looks { get; init; }

    /// <summary>The orders at risk one after the other, each with its own minutes.</summary>
    public bool ByOrder { get; init; }

    /// <summary>What the card source is asked for; null: this meeting.</summary>
    public string? About { get; init; }

    /// <summary>A second card source with something to say in this step.</summary>
    public string? Also { get; init; }

    /// <summary>The artifact of the S&amp;OP cycle (R125) that this step makes or signs; null for the others.</summary>
    public string? Artifact { get; init; }
}
