using SoeBot.Cards;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Meetings;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Teams.Cards;

namespace SoeBot.Meetings;

/// <summary>The cards that belong to steps of the agenda and to no other slice, drawn from the plan in use and the state of the meeting.</summary>
internal sealed class MeetingStepCards(MeetingStore meetings, MeetingOrders orders, MeetingPeople present, PlanStore plans, PeopleStore people, PlantProfiles plants, PlantClock clock)
{
    private static readonly TimeSpan SopCycle = TimeSpan.FromDays(62);

    public void Register(CardSources sources)
    {
        sources.Add(OrderReviewCard.Source, (request, ct) => DrawAsync(request, OrderAsync, ct));
        sources.Add(ChangesCard.Source, (request, ct) => DrawAsync(request, ChangesAsync, ct));
        sources.Add(LimitsCard.Source, (request, ct) => DrawAsync(request, LimitsAsync, ct));
        sources.Add(UpwardsCard.Source, (request, ct) => DrawAsync(request, UpwardsAsync, ct));
    }

    public Task<Card> OrderAsync(Meeting meeting, CancellationToken ct) => OrderAsync(plants.Get(meeting.Plant), meeting, ct);

    private async Task<Card> OrderAsync(PlantProfile plant, Meeting meeting, CancellationToken ct)
    {
        var all = await orders.LoadAsync(plant, meeting, ct);
        var at = all.ToList().FindIndex(one => one.Order.Order == meeting.Order);
        var owner = at >= 0 && all[at].Said?.Owner is { } key ? (await people.FindAsync(key, ct))?.Name is { Length: > 0 } name ? name : "somebody without a name" : null;
        return OrderReviewCard.Draw(new(plant, MeetingTitles.Of(plants, plant), meeting, at >= 0 ? all[at] : null, owner, at + 1, all, clock.Now(plant.Id), await DataAsync(plant, ct)));
    }

    private async Task<Card> ChangesAsync(PlantProfile plant, Meeting meeting, CancellationToken ct)
    {
        var found = await FindAsync(plant, plans.ExceptionsAsync, ct) ?? [];
        var online = await present.NowAsync(plant, meeting.Conversation, meeting.Day, meeting, needsFunctions: true, ct);
        return ChangesCard.Draw(new(plant, MeetingTitles.Of(plants, plant), [.. found.Where(one => one.Category == ExceptionCategory.UnapprovedChange)], online.FrozenOpen, await DataAsync(plant, ct)));
    }

    private async Task<Card> LimitsAsync(PlantProfile plant, Meeting meeting, CancellationToken ct)
    {
        var found = await FindAsync(plant, plans.FindingsAsync, ct);
        return LimitsCard.Draw(LimitsView.Of(plant, MeetingTitles.Of(plants, plant), found?.LookAhead, found?.Flags ?? [], found?.AtRisk ?? [], await DataAsync(plant, ct)));
    }

    private async Task<Card> UpwardsAsync(PlantProfile plant, Meeting meeting, CancellationToken ct)
    {
        var found = await FindAsync(plant, plans.FindingsAsync, ct);
        var last = (await meetings.StartedAsync(plant.Id, AgendaTemplates.Reconciliation.Id, meeting.StartedAt - SopCycle, meeting.StartedAt, ct)).LastOrDefault(one => one.State == MeetingState.Closed);
        var parked = await meetings.ParkedAsync(plant.Id, last?.ClosedAt ?? meeting.StartedAt - SopCycle, ct);
        return UpwardsCard.Draw(new(
            plant, MeetingTitles.Of(plants, plant), meeting, [.. (found?.Flags ?? []).Where(flag => flag is { IsExecutive: true, FiredIn: not null })],
            [.. (await orders.LoadAsync(plant, meeting, ct)).OrderBy(one => one.Order.Rank).Take(3)], parked, await DataAsync(plant, ct)));
    }

    private async Task<T?> FindAsync<T>(PlantProfile plant, Func<PlantId, int, CancellationToken, Task<T?>> find, CancellationToken ct)
        where T : class => await plans.CurrentAsync(plant.Id, ct) is { } version ? await find(plant.Id, version.Number, ct) : null;

    private async Task<DataLine?> DataAsync(PlantProfile plant, CancellationToken ct) =>
        await plans.CurrentAsync(plant.Id, ct) is { } version ? DataLine.Of(version, await plans.LastRefusedAsync(plant.Id, ct), plant.Calendar, clock.Now(plant.Id)) : null;

    private async Task<Card?> DrawAsync(CardRequest request, Func<PlantProfile, Meeting, CancellationToken, Task<Card>> draw, CancellationToken ct) =>
        Guid.TryParse(request.About, out var id) && await meetings.FindAsync(new MeetingId(id), ct) is { } meeting ? await draw(plants.Get(meeting.Plant), meeting, ct) : null;
}
