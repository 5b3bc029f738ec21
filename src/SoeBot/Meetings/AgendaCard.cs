using SoeBot.Domain.Meetings;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Meetings;

/// <summary>C4: the one live card of the meeting, edited in place.</summary>
internal static class AgendaCard
{
    public const string Source = "agenda";

    public static Card Draw(AgendaView view)
    {
        var (meeting, template) = (view.Meeting, view.Template);
        var title = view.Title + (view.IsOpen ? $"Step {meeting.Step + 1} of {template.Steps.Count}: {view.Step.Title}"
            : meeting.IsUnfinished ? $"Meeting unfinished: {view.Counted}" : $"Meeting closed: {view.Counted}");
        var body = new List<CardElement>
        {
            TextBlock.Heading(title),
            TextBlock.Subtle($"{template.Title}, {view.Plant.Name}, week {view.Plant.Calendar.WeekOf(meeting.Day).Number}. Chair: {view.Chair}."),
        };
        if (meeting.IsUnfinished) body.Add(new TextBlock("Nobody closed it, so it closed itself an hour after its end.") { Weight = TextWeight.Bolder });
        if (view.IsOpen) body.AddRange(Now(view));
        body.Add(new TextBlock(CardText.Bullets(Lines(view))));
        if (view is { IsOpen: true, IsLast: true }) body.Add(new TextBlock(CardText.Of($"**{Summary(view)}**")));
        if ((!view.IsOpen || view.IsLast) && LookBack.Of(meeting, template, meeting.ClosedAt ?? view.Now) is { IsAutopsy: true } look)
            body.Add(new TextBlock($"Looking back took longer than looking forward: {look.Back} min against {look.Forward} min.") { Weight = TextWeight.Bolder });
        if (meeting.Parked.Count > 0)
            body.Add(new TextBlock(CardText.Of($"**Parked for S&OP:** {string.Join("; ", meeting.Parked.Select(topic => topic.Text))}")));
        return new Card { Summary = $"{title} ({view.Plant.Name})", Body = body, Actions = view.IsOpen ? Buttons(view) : [] };
    }

    private static IEnumerable<CardElement> Now(AgendaView view)
    {
        var online = view.Online;
        yield return new TextBlock(CardText.Of($"**Decided here:** {view.Step.Decides}"));
        var facts = new List<Fact> { new("This\u00A0step", view.StepTime), new("Meeting", $"{view.Time}, until {DayWords.Time(view.Meeting.EndsAt, view.Plant.Calendar)}"), new("So\u00A0far", view.Counted) };
        if (online.Here.Count > 0) facts.Add(new("Here", string.Join(", ", online.Here)));
        if (online.Functions.Length > 0) facts.Add(new("For", online.Functions));
        if (view.Template.NeedsFunctions) facts.Add(new("Sales", view.Sales is { } why ? $"asked to come: {why}" : "not needed, no customer decision is on the agenda"));
        yield return new FactSet([.. facts]);
        if (online.Missing.Length > 0) yield return new TextBlock(CardText.Of($"**Missing:** {online.Missing}")) { Color = TextColor.Attention };
        if (!online.FrozenOpen) yield return new TextBlock("Without the plant manager or a deputy, changes in the frozen week cannot be approved in this meeting.") { Color = TextColor.Attention };
    }

    private static IEnumerable<CardText> Lines(AgendaView view)
    {
        if (view.Template.OpenMinutes > 0) yield return CardText.Of($"Open, {view.Template.OpenMinutes} min: done");
        foreach (var (step, at) in view.Template.Steps.Select((step, at) => (step, at))) yield return Line(view, step, at);
        if (view.Template.CloseMinutes > 0) yield return CardText.Of($"Close, {view.Template.CloseMinutes} min{(view.Meeting.State == MeetingState.Closed && !view.Meeting.IsUnfinished ? ": done" : "")}");
    }

    private static CardText Line(AgendaView view, AgendaStep step, int at)
    {
        var visit = view.Meeting.LastVisit(at);
        var used = (int)view.Meeting.TimeIn(at, view.Now).TotalMinutes;
        return (visit?.End, view.IsOpen && at == view.Meeting.Step) switch
        {
            (_, true) => CardText.Of($"**{step.Title}: now**"),
            (StepEnd.Skipped, _) => CardText.Of($"{step.Title}: skipped, {visit!.Why}"),
            (StepEnd.MovedToChat, _) => CardText.Of($"{step.Title}: moved to the chat"),
            (StepEnd.Done, _) => CardText.Of($"{step.Title}: done, {used} of {step.Minutes} min"),
            _ => view.IsOpen ? CardText.Of($"{step.Title}, {step.Minutes} min") : CardText.Of($"{step.Title}: left out"),
        };
    }

    private static string Summary(AgendaView view) =>
        view.Incomplete.Count > 0 ? $"{string.Join(", ", view.Incomplete)} without owner or date: the meeting cannot be closed"
        : view.Decisions == 0 ? "No decisions yet"
        : $"{view.Counted}, {(view.Owners == 1 ? "1 owner" : $"{view.Owners} owners")}, {(view.Decisions == 1 ? "1 date" : $"{view.Decisions} dates")}. Next: {(view.NextMeeting is { } next ? DayWords.Moment(next, view.Plant.Calendar) : "none planned")}";

    private static IReadOnlyList<CardAction> Buttons(AgendaView view)
    {
        var data = new { p = view.Plant.Id.Value, r = view.Meeting.Id.ToString(), s = $"{view.Meeting.Step}" };
        var close = new ExecuteAction("Close the meeting", Verbs.Close, data);
        return
        [
            view.IsLast ? close with { Style = ActionStyle.Positive } : new ExecuteAction("Next", Verbs.Next, data) { Style = ActionStyle.Positive },
            new ExecuteAction("Decide", "decision.form", data),
            new ExecuteAction("+5 min", Verbs.MoreTime, data) { Tooltip = "Five more minutes for this step" },
            view.Meeting.Step == 0 ? new ExecuteAction("I am here", Verbs.Here, data) : new ExecuteAction("Back", Verbs.Back, data),
            new ExecuteAction("Park for S&OP", Verbs.ParkForm, data),
            new ShowCardAction("More", [TextBlock.Subtle("Skipping a step takes a reason. Whoever takes the chair moves the agenda.")],
            [
                .. view.Meeting.Step == 0 ? Array.Empty<CardAction>() : [new ExecuteAction("I am here", Verbs.Here, data)],
                .. view.IsLast ? Array.Empty<CardAction>() : [new ExecuteAction("Skip: why", Verbs.SkipForm, data), close],
                new ExecuteAction("Hand over the chair", Verbs.ChairForm, data),
            ]),
        ];
    }
}
