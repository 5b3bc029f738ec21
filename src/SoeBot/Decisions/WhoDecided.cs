using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Decisions;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>"who decided SO63216", "why was 63216 moved", "who decided D-41": decision, date, meeting, who was there, on which data (R102), in one step.</summary>
internal sealed partial class WhoDecided(DecisionStore decisions, MeetingStore meetings, DraftDecision drafts, DecisionViews views, PlantProfiles plants)
{
    public const string Source = "who-decided";
    private const int Most = 5;

    public void Register(SliceRegistry registry)
    {
        registry.Commands.Add("decision.who", Line(), "who decided 63216", (turn, words, _) => AnswerAsync(turn, words));
        registry.Cards.Add(Source, async (request, ct) => await DrawAsync(plants.Get(request.Plant), request.About, ct));
    }

    private static Task<Effect> AnswerAsync(Turn turn, Match words) => Task.FromResult(turn.Answer(new CardRef(Source, words.Groups["what"].Value)));

    private async Task<Card> DrawAsync(PlantProfile plant, string asked, CancellationToken ct)
    {
        var what = asked;
        IReadOnlyList<Decision> found;
        if (Number().Match(asked) is { Success: true } named)
            found = await decisions.FindAsync(plant.Id, int.Parse(named.Groups["n"].Value, CultureInfo.InvariantCulture), ct) is { } one ? [one] : [];
        else
        {
            what = await drafts.OrderAsync(plant.Id, asked, ct);
            found = await decisions.AboutAsync(plant.Id, [DecisionSubject.Of(what), DecisionSubject.Of(asked)], ct);
        }
        var newest = await views.LoadAsync(plant, [.. found.OrderByDescending(decision => decision.Number).Take(Most)], ct);
        var title = newest.Count == 0 ? $"Nobody has recorded a decision about {DataLine.Short(what, 40)}" : $"Who decided {DataLine.Short(what, 40)}";
        var body = new List<CardElement> { TextBlock.Heading(title), TextBlock.Subtle(DataLine.Short(plant.Name, 40)) };
        if (newest.Count == 0) body.Add(new TextBlock($"What happened to it by itself: type history {DataLine.Short(what, 40)}."));
        foreach (var view in newest) body.AddRange(Lines(view, await MeetingAsync(plant, view.Decision, ct)));
        if (found.Count > Most) body.Add(TextBlock.Subtle($"{found.Count - Most} older ones."));
        return new Card { Summary = title, Body = body };
    }

    private static IEnumerable<CardElement> Lines(DecisionView view, string where)
    {
        var decision = view.Decision;
        yield return new TextBlock(CardText.Of($"**{decision.Name}** {decision.Text}")) { Separator = true };
        var facts = new List<Fact>
        {
            new("Decided by", $"{view.Names.Of(decision.DecidedBy)}, {view.DecidedAt}"), new("Where", where),
            new("Present", decision.Present.Count == 0 ? "not known" : string.Join(", ", decision.Present.Take(12).Select(view.Names.Of))),
            new("On", decision.PlanVersion is { } version ? $"plan version {version}" : "no plan"),
            new("Owner", CardText.Of($"{view.Names.Owner(decision)}, due {DayWords.Of(decision.Due, view.Today)}: {DecisionStates.Of(decision)}")),
        };
        if (decision.Options is { } options) facts.Add(new("Looked at", DataLine.Short(options, 200)));
        if (DecisionWords.Isolated(decision) is { } without) facts.Add(new("Without", without));
        if (decision.Replaces is { } older) facts.Add(new("Replaces", $"D-{older}"));
        yield return new FactSet(facts);
        if (DecisionWords.LastWords(decision, view.Names, view.Today) is { } last) yield return new TextBlock(last) { IsSubtle = true };
    }

    private async Task<string> MeetingAsync(PlantProfile plant, Decision decision, CancellationToken ct) =>
        decision.Meeting is { } id ? await meetings.FindAsync(id, ct) is { } meeting ? $"meeting of {DayWords.Moment(meeting.StartedAt, plant.Calendar)}" : "in a meeting"
        : decision.EnteredLater ? "in a meeting, entered later" : "outside the meeting";

    private const string What = @"(?<what>d-\d{1,6}|[ckxs]-\d{1,6}|" + OrderNumber.Pattern + ")";

    [GeneratedRegex(@"^\W*who\s+(?:has\s+)?(?:decided|moved|cancelled|changed|approved)\s+(?:(?:on|about|that|to|move|order|the)\s+)*" + What + @"\b.*$|^\W*why\s+(?:was|has|did)\s+(?:(?:order|we|been|the)\s+)*" + What + @"\s+\p{L}.*$|^\W*why\s+did\s+we\s+\p{L}+\s+(?:order\s+)?" + What + @"\b.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    internal static partial Regex Line();

    [GeneratedRegex(@"^\s*d-(?<n>\d{1,6})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
