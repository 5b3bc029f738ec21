using SoeBot.Cards;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Meetings;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Decisions;

/// <summary>Loads what the last meetings left behind (R98), for the first step of the next one.</summary>
internal sealed class Commitments(DecisionStore decisions, MeetingStore meetings, DecisionViews views, PlantProfiles plants, PlantClock clock)
{
    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(MeetingCards.Commitments, async (request, ct) => await DrawAsync(request.Plant, request.About, 0, ct));
        registry.Presses.OnReading(Verbs.Commitments, async (press, ct) => PressAnswer.Show(await DrawAsync(press.Plant, press.Input.Text("r") ?? "", press.Input.Whole("s") ?? 0, ct)));
    }

    /// <param name="about">The meeting that looks at it: what it decides itself is for the read-back.</param>
    private async Task<Card> DrawAsync(PlantId id, string about, int skip, CancellationToken ct)
    {
        var plant = plants.Get(id);
        var meeting = Guid.TryParse(about, out var key) ? new MeetingId(key) : (MeetingId?)null;
        var since = (await meetings.LastClosedAsync(id, ct))?.StartedAt ?? DateTimeOffset.MinValue;
        var list = (await decisions.SinceAsync(id, since, ct)).Where(decision => meeting is null || decision.Meeting != meeting).ToList();
        return LastCommitmentsCard.Draw(new(
            id.Value, plant.Name, plant.Calendar.DayOf(clock.Now(id)), await views.LoadAsync(plant, list, ct), meeting?.ToString() ?? "", skip));
    }
}
