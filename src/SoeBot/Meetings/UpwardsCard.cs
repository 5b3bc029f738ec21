using SoeBot.Cards;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Teams.Cards;

namespace SoeBot.Meetings;

/// <param name="Title">The plant's name and a colon where the bot serves more than one, else empty.</param>
/// <param name="Fired">Criteria for executives that are true and counted (R107 to R109).</param>
/// <param name="Risks">The three orders most at risk (R101).</param>
/// <param name="Parked">For S&amp;OP, the newest last; of this meeting and of those before it since the last S&amp;OP.</param>
internal sealed record UpwardsView(PlantProfile Plant, string Title, Meeting Meeting, IReadOnlyList<PlanFlag> Fired, IReadOnlyList<OrderInMeeting> Risks, IReadOnlyList<ParkedTopic> Parked, DataLine? Data);

/// <summary>What goes to the next level: criteria that fired, orders sent up, topics parked for S&amp;OP, the three greatest risks (R100, R101, R111).</summary>
internal static class UpwardsCard
{
    public const string Source = "meeting-upwards";
    private const int Most = 5;

    public static Card Draw(UpwardsView view)
    {
        var sent = view.Meeting.Reviews.Where(review => review.Result == ReviewResult.Escalated).GroupBy(review => review.Order).Select(group => group.Last()).ToList();
        var waits = view.Fired.Count + sent.Count;
        var title = view.Title + (waits == 0 ? "Upwards: nothing needs the next level" : $"Upwards: {PlanWords.Count(waits, "decision", "decisions")} for the next level");
        var body = new List<CardElement> { TextBlock.Heading(title) };
        body.AddRange(Section("Criteria for executives", view.Fired.Count == 0 ? ["None fired: executives are not called in."] : [.. view.Fired.Take(Most).Select(flag => (CardText)DataLine.Capital(flag.Words, 200))]));
        if (sent.Count > 0) body.AddRange(Section("Sent up from the top ten", [.. sent.Take(Most).Select(review => CardText.Of($"**{review.Order}** {DataLine.Short(review.Because, 200)}"))]));
        if (view.Risks.Count > 0)
            body.AddRange(Section("Top three risks", [.. view.Risks.Select(one => CardText.Of($"**{one.Order.Order}** {(one.Order.Drivers.Count > 0 ? one.Order.Drivers[0].Words : "at risk")}"))]));
        body.AddRange(Section("Parked for S&OP", view.Parked.Count == 0 ? ["Nothing is parked."] : [.. view.Parked.TakeLast(2 * Most).Select(topic => (CardText)DataLine.Short(topic.Text, 200))]));
        if (view.Data is { } data) body.AddRange(data.Draw());
        return new Card { Summary = $"{title} ({view.Plant.Name})", Body = body };
    }

    private static IEnumerable<CardElement> Section(string heading, IReadOnlyList<CardText> lines)
    {
        yield return TextBlock.Subheading(heading);
        yield return new TextBlock(CardText.Bullets(lines));
    }
}
