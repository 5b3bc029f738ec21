namespace SoeBot.Domain.Meetings;

/// <summary>An agenda as data.</summary>
/// <param name="Id">Stored with each meeting.</param>
/// <param name="Typed">The words after "start" that mean it; the weekly one needs none.</param>
/// <param name="Steps">The numbered ones; a meeting opens before the first and is closed after the last.</param>
public sealed record AgendaTemplate(string Id, string Title, string Typed, IReadOnlyList<AgendaStep> Steps)
{
    public const string WeeklyId = "weekly";

    /// <summary>Attendance is looked at before the first step.</summary>
    public int OpenMinutes { get; init; }
    public int CloseMinutes { get; init; }

    /// <summary>With all its steps, opening and closing.</summary>
    public int Minutes => OpenMinutes + Steps.Sum(step => step.Minutes) + CloseMinutes;

    /// <summary>Nobody sits together: what a cancelled meeting would have decided goes through the chat in turn.</summary>
    public bool InChat { get; init; }

    /// <summary>The functions that must be there (R4); empty where nobody is missed.</summary>
    public bool NeedsFunctions { get; init; }

    public AgendaStep StepAt(int at) => Steps[Math.Clamp(at, 0, Steps.Count - 1)];

    public static AgendaTemplate Weekly => AgendaTemplates.Weekly;

    /// <exception cref="ArgumentException">No such template.</exception>
    public static AgendaTemplate Find(string id) =>
        AgendaTemplates.All.FirstOrDefault(template => template.Id == id) ?? throw new ArgumentException($"There is no agenda \"{id}\".", nameof(id));
}
