namespace SoeBot.Domain.Meetings;

/// <summary>Minutes that a meeting spent on what was and on what will be (R142).</summary>
/// <param name="Back">Whole minutes.</param>
/// <param name="Forward">Whole minutes.</param>
public sealed record LookBack(int Back, int Forward)
{
    /// <summary>Under so many minutes nothing is said: a meeting that was only opened looked nowhere.</summary>
    private const int Least = 5;

    /// <summary>An accuracy autopsy: looking back took longer than looking forward.</summary>
    public bool IsAutopsy => Back >= Least && Back > Forward;

    public static LookBack Of(Meeting meeting, AgendaTemplate template, DateTimeOffset now)
    {
        return new(Minutes(StepLooks.Back), Minutes(StepLooks.Forward));

        int Minutes(StepLooks looks) =>
            (int)template.Steps.Select((step, at) => step.Looks == looks ? meeting.TimeIn(at, now).TotalMinutes : 0).Sum();
    }
}
