using SoeBot.Plants;
using SoeBot.Teams.Cards;

namespace SoeBot.Meetings;

/// <summary>The question that starts a meeting, and the one-line form for a parked topic.</summary>
internal static class MeetingForms
{
    public static Card DrawAsk(PlantProfile plant, string day) => new()
    {
        Summary = $"Shall I start the weekly meeting of {plant.Name}?",
        Body =
        [
            TextBlock.Heading("Shall I start the meeting?"),
            new TextBlock($"Weekly execution meeting, {plant.Name}. Whoever presses Start chairs it."),
        ],
        Actions =
        [
            new ExecuteAction("Start", Verbs.Start, new { p = plant.Id.Value, r = day }) { Style = ActionStyle.Positive },
            new ExecuteAction("Not today", Verbs.NotToday, new { p = plant.Id.Value, r = day }),
        ],
    };

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
