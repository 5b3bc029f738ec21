using SoeBot.Domain.Meetings;
using SoeBot.Plants;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Meetings;

/// <param name="Title">The plant's name and a colon where the bot serves more than one, else empty.</param>
/// <param name="Over">False: ten minutes are left.</param>
/// <param name="Incomplete">Names of decisions without owner or date.</param>
internal sealed record GuardView(PlantProfile Plant, string Title, Meeting Meeting, AgendaTemplate Template, bool Over, IReadOnlyList<string> Incomplete);

/// <summary>Shortly before the end and a quarter of an hour after it: what is open, and what may become of it.</summary>
internal static class GuardCard
{
    public const string Source = "meeting-guard";

    public static Card Draw(GuardView view)
    {
        var meeting = view.Meeting;
        var open = meeting.OpenSteps(view.Template.Steps.Count);
        var title = $"{view.Title}{(view.Over ? $"{MeetingMoments.AfterEnd} minutes over" : $"{MeetingMoments.BeforeEnd} minutes")}. {Steps(open)}";
        var data = new { p = view.Plant.Id.Value, r = meeting.Id.ToString(), s = $"{meeting.Step}", e = $"{meeting.EndsAt.UtcTicks}" };
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (open.Count > 0) body.Add(new TextBlock(CardText.Bullets(open.Select(at => (CardText)view.Template.Steps[at].Title))));
        if (view.Incomplete.Count > 0) body.Add(new TextBlock($"Without owner or date: {string.Join(", ", view.Incomplete)}. The meeting cannot be closed so.") { Color = TextColor.Attention });
        body.Add(TextBlock.Subtle($"Planned until {DayWords.Time(meeting.EndsAt, view.Plant.Calendar)}. An hour after it the meeting closes itself and is noted as unfinished."));
        return new Card
        {
            Summary = $"{title} ({view.Plant.Name})", Body = body,
            Actions =
            [
                new ExecuteAction("Extend 15 min", Verbs.Extend, data),
                .. open.Count == 0 ? Array.Empty<CardAction>() : [new ExecuteAction("Move to chat", Verbs.ToChat, data), new ExecuteAction("Skip with reason", Verbs.SkipRest, data)],
                new ExecuteAction("Close the meeting", Verbs.Close, data),
            ],
        };
    }

    private static string Steps(IReadOnlyList<int> open) => open.Count switch
    {
        0 => "All steps are done: close?",
        1 => $"Step {open[0] + 1} open: extend, move to chat, or skip with a reason?",
        _ => $"Steps {string.Join(", ", open.Take(open.Count - 1).Select(at => at + 1))} and {open[^1] + 1} open: extend, move to chat, or skip with a reason?",
    };
}
