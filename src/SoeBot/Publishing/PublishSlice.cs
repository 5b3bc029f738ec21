using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Occurrences;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;

namespace SoeBot.Publishing;

/// <summary>The plan of a week: its draft, the press that publishes it, and what happens when nobody presses.</summary>
internal sealed partial class PublishSlice(PublishCards cards, PublishWeek week, PublishOccurrences occurrences, Reminding reminding) : ISlice
{
    public const string Publish = "week.publish";

    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(PublishCard.Draft, async (request, ct) => await cards.LoadAsync(request.Plant, PublishWeek.WeekOf(request.About), ct) is { } view ? PublishCard.DrawDraft(view) : null);
        registry.Cards.Add(PublishCard.Plan, async (request, ct) => await cards.LoadAsync(request.Plant, PublishWeek.WeekOf(request.About), ct) is { } view ? PublishCard.DrawPlan(view) : null);
        registry.Cards.AddAsk(PublishCard.Draft, async (request, ct) => await cards.LoadAsync(request.Plant, PublishWeek.WeekOf(request.About), ct) is { IsPublished: false } view ? new PublicAsk($"publishing week {view.Week.Number}") : null);
        registry.Commands.Add("week.show", Line(), "publish the week", ShowAsync);
        registry.Presses.On(Publish, week.PublishAsync);
        occurrences.Register(registry.Occurrences, reminding);
    }

    /// <summary>Nobody publishes by a line alone: it shows the draft, and the press on it publishes.</summary>
    private async Task<Effect> ShowAsync(Turn turn, Match words, CancellationToken ct) => await cards.LoadAsync(turn.Plant, null, ct) is { } view
        ? turn.Answer() with { Messages = [turn.ToConversation(new CardRef(PublishCard.Draft, view.Week.ToString()), $"in:{turn.InboxId}:0", PublishCard.Track(PublishCard.Draft, turn.Plant, view.Week))] }
        : turn.Answer(SayCard.Of("There is no plan yet, so there is nothing to publish."));

    [GeneratedRegex(@"^\W*(?:publish(?:\s+(?:the|this))?(?:\s+(?:week|plan|schedule))?|(?:freeze|confirm)\s+(?:(?:the|this)\s+)?(?:week|plan|schedule))\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Line();
}
