namespace SoeBot.Domain.Meetings;

/// <summary>One step of an agenda.</summary>
/// <param name="Minutes">Planned length.</param>
/// <param name="Decides">What is decided here, in a few words; shown on the agenda.</param>
/// <param name="Card">Id of the card source that the step shows.</param>
public sealed record AgendaStep(string Id, string Title, int Minutes, string Decides, string Card);

/// <summary>An agenda as data. The weekly one answers the three questions: the plan of two weeks, what is at risk, what must be decided (R3).</summary>
public sealed record AgendaTemplate(string Id, string Title, IReadOnlyList<AgendaStep> Steps)
{
    public const string WeeklyId = "weekly";

    public int Minutes => Steps.Sum(step => step.Minutes);

    public static readonly AgendaTemplate Weekly = new(WeeklyId, "Weekly execution meeting",
    [
        new("commitments", "Last commitments", 7, "Kept, missed or a new date with a reason", "commitments"),
        new("numbers", "Three numbers", 4, "Nothing: the numbers are about the past. Below 80 % the two weeks are rebuilt", "numbers"),
        new("look-ahead", "Look-ahead", 10, "What the next two weeks cannot do", "look-ahead"),
        new("top-ten", "Top ten at risk", 25, "One decision for each red order, or say why not", "top-ten"),
        new("exceptions", "Repeats and exceptions", 5, "Who finds the cause of what came three days running", "exceptions"),
        new("read-back", "Read-back", 6, "Every decision has one owner and a date", "read-back"),
    ]);

    /// <exception cref="ArgumentException">No such template.</exception>
    public static AgendaTemplate Find(string id) =>
        id == WeeklyId ? Weekly : throw new ArgumentException($"There is no agenda \"{id}\".", nameof(id));
}
