using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Sop;

/// <summary>An order-level topic of the day that came up in S&amp;OP and was sent down to S&amp;OE (R14).</summary>
public sealed class SopTopic
{
    private SopTopic() { }

    public Guid Id { get; private set; }
    public PlantId Plant { get; private set; }
    public string Text { get; private set; } = "";
    public PersonKey By { get; private set; }
    public DateTimeOffset At { get; private set; }
    public PersonKey? DoneBy { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>What became of it: a decision's name, or words.</summary>
    public string? Answer { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => DoneAt is null;

    public static SopTopic SendDown(Guid id, PlantId plant, string text, PersonKey by, DateTimeOffset now) =>
        new() { Id = id, Plant = plant, Text = text.Trim(), By = by, At = now, Version = 1 };

    /// <summary>False when it was done before.</summary>
    public bool Done(string? answer, PersonKey by, DateTimeOffset now)
    {
        if (!IsOpen) return false;
        (DoneBy, DoneAt, Answer) = (by, now, string.IsNullOrWhiteSpace(answer) ? null : answer.Trim());
        Version++;
        return true;
    }
}
