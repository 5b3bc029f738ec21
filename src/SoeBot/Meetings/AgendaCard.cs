using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Meetings;

/// <param name="Decisions">How many this meeting has recorded so far.</param>
/// <param name="MinutesUsed">Since the start, on the plant's clock.</param>
internal sealed record AgendaView(
    string Plant, string PlantName, int Week, Meeting Meeting, AgendaTemplate Template, string Chair, int Decisions, int MinutesUsed, int PlannedMinutes, DateTimeOffset? ClosedAt,
    OnlineView Online, PlantCalendar Calendar);

/// <summary>C4: the one live card of the meeting, edited in place.</summary>
internal static class AgendaCard
{
    public const string Source = "agenda";

    public static Card Draw(AgendaView view)
    {
        var meeting = view.Meeting;
        var step = view.Template.Steps[Math.Min(meeting.Step, view.Template.Steps.Count - 1)];
        var open = meeting.State == MeetingState.Open;
        var counted = view.Decisions switch { 0 => "no decision yet", 1 => "1 decision", var n => $"{n} decisions" };
        var title = open
            ? $"Step {meeting.Step + 1} of {view.Template.Steps.Count}: {step.Title}"
            : $"Meeting closed: {counted}";
        var body = new List<CardElement>
        {
            TextBlock.Heading(title),
            TextBlock.Subtle($"{view.Template.Title}, {view.PlantName}, week {view.Week}. Chair: {view.Chair}."),
        };
        if (open)
        {
            body.Add(new TextBlock(CardText.Of($"**Decided here:** {step.Decides}")));
            var facts = new List<Fact>
            {
                new("Time", $"{view.MinutesUsed} of {view.PlannedMinutes} minutes used, {step.Minutes} planned for this step"),
                new("So\u00A0far", counted),
            };
            if (view.Online.Ends is { } ends) facts.Add(new("Until", $"{DayWords.Time(ends, view.Calendar)} by the calendar"));
            if (view.Online.Here.Count > 0) facts.Add(new("Here", string.Join(", ", view.Online.Here)));
            body.Add(new FactSet([.. facts]));
        }
        body.Add(new TextBlock(CardText.Bullets(view.Template.Steps.Select((one, index) => Line(one, index, meeting)))));
        if (meeting.Parked.Count > 0)
            body.Add(new TextBlock(CardText.Of($"**Parked for S&OP:** {string.Join("; ", meeting.Parked.Select(topic => topic.Text))}")));
        return new Card { Summary = $"{title} ({view.PlantName})", Body = body, Actions = open ? Buttons(view) : [] };
    }

    private static CardText Line(AgendaStep step, int index, Meeting meeting) =>
        index < meeting.Step || (meeting.State == MeetingState.Closed && index == meeting.Step) ? CardText.Of($"{step.Title}: done")
        : meeting.State == MeetingState.Closed ? CardText.Of($"{step.Title}: left out")
        : index == meeting.Step ? CardText.Of($"**{step.Title}: now**")
        : CardText.Of($"{step.Title}, {step.Minutes} min");

    private static IReadOnlyList<CardAction> Buttons(AgendaView view)
    {
        var data = new { p = view.Plant, r = view.Meeting.Id.ToString(), s = view.Meeting.Step };
        var last = view.Meeting.Step + 1 >= view.Template.Steps.Count;
        return
        [
            .. last ? Array.Empty<CardAction>() : [new ExecuteAction("Next", Verbs.Next, data) { Style = ActionStyle.Positive }],
            .. view.Meeting.Step == 0 ? Array.Empty<CardAction>() : [new ExecuteAction("Back", Verbs.Back, data)],
            new ExecuteAction("Decide", "decision.form", data),
            new ExecuteAction("Park for S&OP", Verbs.ParkForm, data),
            new ExecuteAction("Close the meeting", Verbs.Close, data) { Style = last ? ActionStyle.Positive : ActionStyle.Default },
        ];
    }
}
