using System.Globalization;
using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Changes;
using SoeBot.Teams.Cards;

namespace SoeBot.Changes;

/// <summary>Loads what the cards of requests show, at the moment they are drawn.</summary>
internal sealed class ChangeCards(ChangeStore changes, ChangeViews views, Guests guests, PlantProfiles plants, PlantClock clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(28);

    public void Register(CardSources sources)
    {
        sources.Add(ChangeFormCard.Source, (request, _) => Task.FromResult<Card?>(ChangeFormCard.Draw(new(
            plants.Get(request.Plant), ChangeDraft.FromJson(request.About), plants.Get(request.Plant).Calendar.DayOf(clock.Now(request.Plant)), new Dictionary<string, string>()))));
        sources.Add(ChangeCard.Shared, (request, ct) => ViewedAsync(request, ChangeCard.DrawShared, ct, mayBeSeenByGuests: true));
        sources.Add(ChangeCard.Decide, (request, ct) => ViewedAsync(request, ChangeCard.DrawDecide, ct));
        sources.Add(ChangeCard.Sign, (request, ct) => ViewedAsync(request, ChangeCard.DrawSign, ct));
        sources.Add(ChangeCard.News, (request, ct) => ViewedAsync(request, ChangeCard.DrawNews, ct, mayBeSeenByGuests: request.About.EndsWith(ChangeCard.InChannel, StringComparison.Ordinal)));
        sources.Add(ChangeCard.NoRight, (request, ct) => ViewedAsync(request, ChangeCard.DrawNoRight, ct));
        sources.Add(ChangeCard.Missing, (request, ct) => ViewedAsync(request, ChangeCard.DrawMissing, ct));
        sources.Add(ChangeCard.Question, (request, ct) => ViewedAsync(request, ChangeCard.DrawQuestion, ct));
        foreach (var asked in (string[])[ChangeCard.Decide, ChangeCard.Sign, ChangeCard.Question])
            sources.AddAsk(asked, async (request, ct) => await ViewAsync(request, ct) is { } view ? ChangeCard.Ask(view) : null);
        sources.Add(ChangesCard.Source, (request, ct) => ListAsync(request.Plant, ct));
        sources.Add(ChangesCard.InMeeting, (request, ct) => ListAsync(request.Plant, ct));
    }

    private async Task<Card?> ListAsync(PlantId id, CancellationToken ct)
    {
        var plant = plants.Get(id);
        var now = clock.Now(id);
        var all = (await changes.SinceAsync(id, now - Remembered, ct)).UnionBy(await changes.OpenAsync(id, ct), one => one.Id).ToList();
        var viewed = await views.LoadAsync(plant, all, ct);
        return ChangesCard.Draw(new(
            plant, [.. viewed.Where(one => one.Request.Waits).OrderBy(one => one.Request.ExpiresAt)],
            [.. viewed.Where(one => one.Request is { IsOpen: true, Waits: false })], Askers(viewed), plant.Calendar.DayOf(now)));
    }

    /// <summary>Priority by loudness, made visible (R31).</summary>
    private static List<AskerCount> Askers(IReadOnlyList<ChangeView> all) =>
    [
        .. from view in all
           where view.Request.SentAt is not null
           group view by view.Request.By into its
           let name = its.First().Names.Of(its.Key)
           orderby its.Count() descending, name
           select new AskerCount(name, its.Count(), its.Count(one => one.Request.IsEffective), its.Count(one => one.Request.IsAfterwards)),
    ];

    private async Task<Card?> ViewedAsync(CardRequest request, Func<ChangeView, Card?> draw, CancellationToken ct, bool mayBeSeenByGuests = false) =>
        await ViewAsync(request, ct) is { } view ? draw(mayBeSeenByGuests ? view with { HasGuests = await guests.AreAroundAsync(request.Plant, ct) } : view) : null;

    private async Task<ChangeView?> ViewAsync(CardRequest request, CancellationToken ct) =>
        int.TryParse(request.About.Split(':')[0], CultureInfo.InvariantCulture, out var number) && await changes.FindAsync(request.Plant, number, ct) is { } found
            ? await views.LoadAsync(plants.Get(request.Plant), found, ct) : null;
}
