using SoeBot.Cards;
using SoeBot.Domain.Meetings;
using SoeBot.Plants;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Meetings;

/// <summary>The question that starts a meeting, and the one-line form for a parked topic.</summary>
internal static class MeetingForms
{
    public static Card DrawAsk(PlantProfile plant, string day, OnlineView online) => new()
    {
        Summary = $"Shall I start the weekly meeting of {plant.Name}?",
        Body =
        [
            TextBlock.Heading("Shall I start the meeting?"),
            new TextBlock($"Weekly execution meeting, {plant.Name}. Whoever presses Start chairs it.{(online.Organizer is { } name ? $" Proposed: {name}, who invited to it." : "")}"),
            .. Facts(plant, online) is { Count: > 0 } facts ? [new FactSet([.. facts])] : Array.Empty<CardElement>(),
        ],
        Actions =
        [
            new ExecuteAction("Start", Verbs.Start, new { p = plant.Id.Value, r = day }) { Style = ActionStyle.Positive },
            new ExecuteAction("Not today", Verbs.NotToday, new { p = plant.Id.Value, r = day }),
        ],
    };

    /// <summary>Only people close a meeting: the event may mean that everybody dropped out of the line.</summary>
    public static Card DrawEnded(PlantProfile plant, Meeting meeting) => new()
    {
        Summary = $"Close the weekly meeting of {plant.Name}?",
        FullWidth = false,
        Body =
        [
            TextBlock.Heading("Close the meeting?"),
            new TextBlock("Everybody left the call in Teams, and the agenda is still open. Close it and the minutes go out; leave it and go on here."),
        ],
        Actions = [new ExecuteAction("Close the meeting", Verbs.Close, new { p = plant.Id.Value, r = meeting.Id.ToString() }) { Style = ActionStyle.Positive }],
    };

    private static List<Fact> Facts(PlantProfile plant, OnlineView online)
    {
        var facts = new List<Fact>();
        if (online.Title is { Length: > 0 } title) facts.Add(new("Calendar", DataLine.Short(title, 80) + (online.Ends is { } ends ? $", until {DayWords.Time(ends, plant.Calendar)}" : "")));
        if (online.Here.Count > 0) facts.Add(new("Here", string.Join(", ", online.Here)));
        return facts;
    }

    public static Card DrawPark(PlantProfile plant, string meeting) => new()
    {
        Summary = "Park a topic for S&OP",
        Body =
        [
            TextBlock.Heading("Which topic goes to the S&OP list?"),
            new TextInput("in_topic", "Topic") { IsRequired = true, MaxLength = 200, ErrorMessage = "Write the topic in a few words." },
        ],
        Actions = [new ExecuteAction("Park it", Verbs.Park, new { p = plant.Id.Value, r = meeting }) { Style = ActionStyle.Positive }],
    };
}
