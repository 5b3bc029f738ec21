using SoeBot.Domain.Meetings;
using SoeBot.Plants;

namespace SoeBot.Meetings;

/// <param name="Title">The plant's name and a colon where the bot serves more than one, else empty.</param>
/// <param name="Decisions">How many this meeting has recorded so far.</param>
/// <param name="Incomplete">Of these, the names of those without owner or date.</param>
/// <param name="Owners">People who own one of them.</param>
/// <param name="Sales">Why sales is needed; null when it is not, or nobody asks.</param>
/// <param name="NextMeeting">Of the series; null when none is planned.</param>
internal sealed record AgendaView(
    PlantProfile Plant, string Title, Meeting Meeting, AgendaTemplate Template, string Chair, int Decisions, IReadOnlyList<string> Incomplete, int Owners,
    DateTimeOffset Now, OnlineView Online, string? Sales, DateTimeOffset? NextMeeting)
{
    public AgendaStep Step => Template.StepAt(Meeting.Step);
    public bool IsOpen => Meeting.State == MeetingState.Open;
    public bool IsLast => Meeting.Step + 1 >= Template.Steps.Count;

    public string Counted => Decisions switch { 0 => "no decision yet", 1 => "1 decision", var n => $"{n} decisions" };

    /// <summary>"12 of 90 minutes, 78 left".</summary>
    public string Time => Used((int)(Meeting.EndsAt - Meeting.StartedAt).TotalMinutes, (Meeting.ClosedAt ?? Now) - Meeting.StartedAt);

    public string StepTime => Used(Step.Minutes + Meeting.ExtraMinutesOf(Meeting.Step), Meeting.TimeIn(Meeting.Step, Now));

    private static string Used(int planned, TimeSpan used)
    {
        var minutes = (int)used.TotalMinutes;
        return $"{minutes} of {planned} min{(minutes > planned ? $", {minutes - planned} over" : minutes == planned ? ", used up" : $", {planned - minutes} left")}";
    }
}
