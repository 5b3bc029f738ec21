using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Occurrences;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Occurrences;

/// <param name="Trying">So many failed and are tried again by themselves.</param>
/// <param name="Next">When the next one is due; null when nothing is planned.</param>
internal sealed record JobsView(PlantProfile Plant, DateTimeOffset Now, IReadOnlyList<OccurrenceRow> Failed, int Trying, DateTimeOffset? Next);

internal static class JobsCard
{
    private const int Most = 6;

    public static Card Draw(JobsView view)
    {
        var calendar = view.Plant.Calendar;
        var title = view.Failed.Count == 0 ? "No job has failed" : $"{PlanWords.Count(view.Failed.Count, "job", "jobs")} failed five times and stopped";
        return new Card
        {
            Summary = $"{title} ({DataLine.Short(view.Plant.Name, 40)})",
            Body =
            [
                TextBlock.Heading(title),
                .. view.Failed.Take(Most).Select(one => new Container(
                [
                    new TextBlock(CardText.Of($"**{DataLine.Capital(one.Occurrence.Kind.Replace('-', ' '), 40)}** {DataLine.Short(one.Occurrence.Key.Replace("@", ", ", StringComparison.Ordinal), 60)}")),
                    TextBlock.Subtle($"due {DayWords.Moment(one.Occurrence.DueAt, calendar)}. {DataLine.Short(one.Detail, 200)}") with { Spacing = Spacing.None },
                    new ActionSet(new ExecuteAction("Try again", JobsSlice.Retry, new { p = view.Plant.Id.Value, k = one.Occurrence.Kind, r = one.Occurrence.Key, v = one.Tries }) { Tooltip = $"Try {DataLine.Short(one.Occurrence.Key, 40)} again" }),
                ]) { Separator = true }),
                .. view.Failed.Count > Most ? [TextBlock.Subtle($"and {view.Failed.Count - Most} more")] : Array.Empty<CardElement>(),
                new TextBlock($"{(view.Trying > 0 ? $"{PlanWords.Count(view.Trying, "one is", "are")} tried again by themselves. " : "")}{(view.Next is { } next ? $"The next is due {DayWords.Moment(next, calendar)}." : "Nothing is planned.")}"),
                TextBlock.Subtle($"{DataLine.Short(view.Plant.Name, 40)}. Type who was reminded for what was sent, dashboard for the servers and queues."),
            ],
        };
    }

    /// <param name="address">With the secret in it: for one person's own chat.</param>
    public static Card DrawLink(string address) => new()
    {
        Summary = "The way into the jobs dashboard",
        FullWidth = false,
        Body = [TextBlock.Heading("The jobs dashboard"), new TextBlock("This link opens once, within 5 minutes, for you alone. What you do there is yours; that you went in is written down.")],
        Actions = [new OpenUrlAction("Open", new Uri(address))],
    };
}
