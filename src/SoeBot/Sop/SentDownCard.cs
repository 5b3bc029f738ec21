using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Sop;
using SoeBot.Plants;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Sop;

/// <param name="Topics">Open ones, then those done of late.</param>
internal sealed record SentDownView(PlantProfile Plant, DateOnly Today, IReadOnlyList<SopTopic> Topics, IReadOnlyDictionary<PersonKey, Person> Names);

/// <summary>Order-level topics of the day that S&amp;OP sent down to S&amp;OE (R14).</summary>
internal static class SentDownCard
{
    public const string Source = "sent-down";
    private const int Most = 10;

    public static Card Draw(SentDownView view)
    {
        var open = view.Topics.Where(topic => topic.IsOpen).ToList();
        var title = $"{DataLine.Short(view.Plant.Name, 40)}, sent down from S&OP: {(open.Count == 0 ? "nothing is open" : open.Count == 1 ? "1 topic is open" : $"{open.Count} topics are open")}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        foreach (var topic in view.Topics.OrderByDescending(topic => topic.IsOpen).ThenBy(topic => topic.At).Take(Most))
            body.Add(new Container(
            [
                new TextBlock(DataLine.Short(topic.Text, 200)) { Color = topic.IsOpen ? TextColor.Default : TextColor.Good },
                TextBlock.Subtle($"{Name(view, topic.By)}, {DayWords.Moment(topic.At, view.Plant.Calendar)}{(topic.DoneAt is { } done ? $"; done {DayWords.Moment(done, view.Plant.Calendar)} by {Name(view, topic.DoneBy)}{(topic.Answer is { } answer ? $": {DataLine.Short(answer, 120)}" : "")}" : "")}"),
            ]) { Separator = true });
        if (view.Topics.Count > Most) body.Add(TextBlock.Subtle($"and {view.Topics.Count - Most} more"));
        if (open.Count == 0) return new Card { Summary = title, Body = body };
        body.Add(new ChoiceInput("in_topic", "Topic") { Choices = [.. open.Take(Most).Select(topic => new Choice(DataLine.Short(topic.Text, 80), topic.Id.ToString("N")))], Value = open[0].Id.ToString("N"), Spacing = Spacing.Medium });
        body.Add(new TextInput("in_answer", "What became of it") { MaxLength = 200, Placeholder = "D-41, or a few words" });
        return new Card { Summary = title, Body = body, Actions = [new ExecuteAction("Done", SopVerbs.TopicDone, new { p = view.Plant.Id.Value, r = "chosen", v = 1 })] };
    }

    private static string Name(SentDownView view, PersonKey? key) => key is { } person && view.Names.TryGetValue(person, out var known) && known.Name.Length > 0 ? DataLine.Short(known.Name, 60) : "somebody no longer known";
}
