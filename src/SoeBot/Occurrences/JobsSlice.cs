using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Occurrences;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Occurrences;

/// <summary>Typed "jobs" or "failed": what stays failed and why, for administrators, who have it tried again or ask for the way into the dashboard.</summary>
internal sealed partial class JobsSlice(
    OccurrenceStore occurrences, DashboardPasses passes, Rights rights, PersonFinder finder, PlantProfiles plants, PlantClock clock, IOptions<DashboardAddress> options, TimeProvider time) : ISlice
{
    public const string Retry = "jobs.retry", Link = "dashboard-link";
    private const int Most = 10;

    /// <summary>A link that lies in a chat opens nothing tomorrow.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(5);

    public void Register(SliceRegistry registry)
    {
        registry.Commands.Add("jobs.list", JobsLine(), "jobs", ListAsync);
        registry.Commands.Add("jobs.dashboard", DashboardLine(), "dashboard", LinkAsync);
        registry.Cards.Add(FailedNews.Card, async (request, ct) => await DrawAsync(plants.Get(request.Plant), ct));
        registry.Cards.Add(Link, (request, _) => Task.FromResult<Card?>(JobsCard.DrawLink(request.About)));
        registry.Presses.On(Retry, RetryAsync);
    }

    private async Task<Effect> ListAsync(Turn turn, Match words, CancellationToken ct) =>
        await RefusalAsync(turn.Origin, ct) is { } refused ? turn.Refuse(refused) : turn.Answer(new CardRef(FailedNews.Card, ""));

    private async Task<Effect> LinkAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (await RefusalAsync(turn.Origin, ct) is { } refused) return turn.Refuse(refused);
        if (options.Value.Address is not { Length: > 0 } address) return turn.Answer(SayCard.Of("The dashboard opens by a link only where I know my own address. Ask whoever runs me to set Pages:Address, then type dashboard again."));
        if (turn.Use != ConversationUse.Personal) return turn.Refuse("The link is for you alone: ask me for it in your own chat.");
        var now = time.GetUtcNow();
        var secret = await passes.OfferAsync(new(turn.By, turn.Plant), now + LinkLife, now,
            new Effect { Audit = [new AuditLine(turn.Plant, turn.Now, turn.By, "jobs.dashboard", "asked", null)] }, ct);
        return turn.Answer(new CardRef(Link, new Uri($"{address.TrimEnd('/')}/jobs-pass?t={secret}").AbsoluteUri));
    }

    private async Task<PressAnswer> RetryAsync(Press press, CancellationToken ct)
    {
        if (await RefusalAsync(press.Origin, ct) is { } refused) return PressAnswer.Say(refused);
        if (press.Input.Text("k") is not { Length: > 0 } kind || press.Input.Text("r") is not { Length: > 0 } key) return PressAnswer.Say("This card is too old. Type jobs.");
        var tried = await occurrences.RetryAsync(press.Plant, kind, key, new Effect { Audit = [new AuditLine(press.Plant, press.Now, press.By, Retry, $"{kind}:{key}")] }, ct);
        return tried ? PressAnswer.Show(await DrawAsync(plants.Get(press.Plant), ct)) : PressAnswer.Say("It is not failed any more.");
    }

    private async Task<string?> RefusalAsync(Origin origin, CancellationToken ct) => await rights.HasAsync(origin.Plant, origin.By, Role.Administrator, ct)
        ? null : $"Jobs are looked after by {string.Join(" or ", await finder.NamesAsync(origin.Plant, Role.Administrator, ct))}.";

    private async Task<Card> DrawAsync(PlantProfile plant, CancellationToken ct)
    {
        var now = clock.Now(plant.Id);
        return JobsCard.Draw(new(
            plant, now, await occurrences.FailedAsync(plant.Id, Most + 1, ct), await occurrences.TryingAsync(plant.Id, ct), await occurrences.NextDueAsync(plant.Id, now, ct)));
    }

    [GeneratedRegex(@"^\s*(?:jobs|failed(?:\s+jobs)?|job\s+history)[\s?.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex JobsLine();

    [GeneratedRegex(@"^\s*(?:(?:jobs?\s+)?dashboard|open\s+(?:the\s+)?(?:jobs?\s+)?dashboard)[\s?.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex DashboardLine();
}
