using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>The last step of the ladder: whose decisions are long over, posted where the meeting's papers are. Nothing is posted while nobody's are.</summary>
internal sealed class NamedCard(DecisionStore decisions, DecisionViews views, PlantProfiles plants, MeetingDates dates, PlantClock clock)
{
    public const string Source = "decisions-named";
    private const int Most = 10;

    public void Register(CardSources cards) => cards.Add(Source, async (request, ct) =>
    {
        var plant = plants.Get(request.Plant);
        var now = clock.Now(plant.Id);
        var over = (await decisions.OpenAsync(plant.Id, ct)).Where(decision => DecisionChase.IsNamed(decision, plant.Calendar, now)).ToList();
        return over.Count == 0 ? null : Draw(plant, await views.LoadAsync(plant, over, ct), await dates.NextAsync(plant, now, ct));
    });

    internal static Card Draw(PlantProfile plant, IReadOnlyList<DecisionView> over, DateTimeOffset? meeting)
    {
        var title = $"{PlanWords.Count(over.Count, "decision has waited", "decisions have waited")} for days";
        return new Card
        {
            Summary = $"{title} ({plant.Name})",
            Body =
            [
                TextBlock.Heading(title),
                new TextBlock($"Each was asked about in private, then the lead was.{(meeting is { } start ? $" The meeting {DayWords.Moment(start, plant.Calendar)} opens with them." : "")}"),
                .. over.Take(Most).Select(one => new Container(
                [
                    new TextBlock(CardText.Of($"**{DataLine.Short(one.Names.Owner(one.Decision), 40)}**: {one.Decision.Name} {DataLine.Short(one.Decision.Text, 120)}")),
                    new TextBlock($"due {DayWords.Of(one.Decision.Due, one.Today)}{DecisionWords.Distance(one.Decision, one.Today)}") { Spacing = Spacing.None, Size = TextSize.Small, Color = TextColor.Attention },
                ]) { Separator = true }),
                .. over.Count > Most ? [TextBlock.Subtle($"and {over.Count - Most} more")] : Array.Empty<CardElement>(),
                TextBlock.Subtle($"{DataLine.Short(plant.Name, 40)}. Yours is on it? Type \"my\" to me and answer there."),
            ],
        };
    }
}
