using SoeBot.Cards;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Meetings;

/// <param name="Day">The plant's day, as yyyy-MM-dd.</param>
/// <param name="DataAt">When the plan's data are of; null without a plan.</param>
internal sealed record AskView(PlantProfile Plant, string Title, string Day, string Conversation, OnlineView Online, string? Sales, string? DataAt);

/// <summary>The question that opens a meeting (the first row of its agenda), and its small forms: one question each, edited only by their own submit.</summary>
internal static class MeetingForms
{
    public static Card DrawAsk(AskView view)
    {
        var (plant, online) = (view.Plant, view.Online);
        var data = new { p = plant.Id.Value, r = view.Day, c = view.Conversation };
        return new Card
        {
            Summary = $"Shall I start the weekly meeting of {plant.Name}?",
            Body =
            [
                TextBlock.Heading($"{view.Title}Shall I start the meeting?"),
                new TextBlock($"Weekly execution meeting, {plant.Name}. Whoever presses Start chairs it.{(online.Organizer is { } name ? $" Proposed: {name}, who invited to it." : "")}"),
                .. Facts(view) is { Count: > 0 } facts ? [new FactSet([.. facts])] : Array.Empty<CardElement>(),
                .. online.Missing.Length > 0 ? [new TextBlock(CardText.Of($"**Missing:** {online.Missing}")) { Color = TextColor.Attention }] : Array.Empty<CardElement>(),
                .. online.FrozenOpen ? Array.Empty<CardElement>() : [new TextBlock("Without the plant manager or a deputy, changes in the frozen week cannot be approved in this meeting.") { Color = TextColor.Attention }],
                .. view.DataAt is { } at ? [TextBlock.Subtle($"Data of {at}.")] : Array.Empty<CardElement>(),
            ],
            Actions =
            [
                new ExecuteAction("Start", Verbs.Start, data) { Style = ActionStyle.Positive },
                new ExecuteAction("In 10 min", Verbs.Later, data),
                new ExecuteAction("Not today", Verbs.NotToday, data),
            ],
        };
    }

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

    public static Card DrawPark(PlantProfile plant, string meeting) =>
        Draw(plant, "Which topic goes to the S&OP list?", "in_topic", "Topic", "Write the topic in a few words.", 200, "Park it", Verbs.Park, new { p = plant.Id.Value, r = meeting });

    /// <param name="verb">What the reason is for.</param>
    /// <param name="subject">The step as a number, or the order.</param>
    public static Card? DrawWhy(PlantProfile plant, Meeting meeting, string verb, string subject) => verb switch
    {
        Verbs.Skip => Draw(plant, $"Why is \"{AgendaTemplate.Find(meeting.Template).StepAt(meeting.Step).Title}\" skipped?", "in_why", "Reason", "A step is skipped with a reason.", 300, "Skip it", verb,
            new { p = plant.Id.Value, r = meeting.Id.ToString(), s = $"{meeting.Step}" }),
        Verbs.SkipRest => Draw(plant, "Why are the open steps skipped?", "in_why", "Reason", "Steps are skipped with a reason.", 300, "Skip them", verb, new { p = plant.Id.Value, r = meeting.Id.ToString(), s = $"{meeting.Step}" }),
        Verbs.Watch or Verbs.Done => Draw(plant, $"{subject} is red and has no decision. Why not?", "in_why", "No decision, because", "A red order needs a decision, or the reason why there is none.", 300, "Save", verb,
            new { p = plant.Id.Value, r = meeting.Id.ToString(), order = subject }),
        Verbs.Escalate => Draw(plant, $"{subject}: what must the next level decide?", "in_why", "What is asked, with options and what you recommend", "Write what is asked.", 300, "Send up", verb,
            new { p = plant.Id.Value, r = meeting.Id.ToString(), order = subject }),
        _ => null,
    };

    public static Card DrawChair(PlantProfile plant, Meeting meeting, IReadOnlyList<Person> likely, bool picker) => new()
    {
        Summary = "Who takes the chair?",
        Body =
        [
            TextBlock.Heading("Who takes the chair?"),
            new ChoiceInput("in_chair", "Chair")
            {
                Choices = [.. likely.Where(person => person.Key != meeting.Chair).Select(person => new Choice(person.Name, person.Key.ObjectId))],
                PeoplePicker = picker, IsRequired = true, ErrorMessage = "Choose one person.",
            },
        ],
        Actions = [new ExecuteAction("Hand over", Verbs.Chair, new { p = plant.Id.Value, r = meeting.Id.ToString() }) { Style = ActionStyle.Positive }],
    };

    private static List<Fact> Facts(AskView view)
    {
        var (online, facts) = (view.Online, new List<Fact>());
        if (online.Title is { Length: > 0 } title) facts.Add(new("Calendar", DataLine.Short(title, 80) + (online.Ends is { } ends ? $", until {DayWords.Time(ends, view.Plant.Calendar)}" : "")));
        if (online.Here.Count > 0) facts.Add(new("Here", string.Join(", ", online.Here)));
        if (online.Functions.Length > 0) facts.Add(new("For", online.Functions));
        if (view.Sales is { } why) facts.Add(new("Sales", $"asked to come: {why}"));
        return facts;
    }

    private static Card Draw(PlantProfile plant, string title, string field, string label, string missing, int most, string button, string verb, object data) => new()
    {
        Summary = title,
        Body = [TextBlock.Heading(title), new TextInput(field, label) { IsRequired = true, MaxLength = most, ErrorMessage = missing }, TextBlock.Subtle(plant.Name)],
        Actions = [new ExecuteAction(button, verb, data) { Style = ActionStyle.Positive }],
    };
}
