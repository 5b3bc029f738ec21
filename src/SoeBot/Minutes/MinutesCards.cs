using SoeBot.Cards;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Minutes;
using SoeBot.Store.People;
using SoeBot.Teams.Cards;

namespace SoeBot.Minutes;

/// <summary>Loads what the cards of minutes show.</summary>
internal sealed class MinutesCards(MinutesStore store, PeopleStore people, PlantProfiles plants, PlantClock clock)
{
    public void Register(CardSources sources)
    {
        sources.Add(MinutesCard.Source, async (request, ct) => await FindAsync(request.Plant, request.About, ct) is { } minutes ? MinutesCard.Draw(await ViewAsync(minutes, ct)) : null);
        sources.Add(MinutesListCard.Source, async (request, ct) => await ListAsync(request.Plant, 0, request.About.Length > 0 ? request.About : null, ct));
    }

    /// <summary>Of a meeting of that plant; null while it is open.</summary>
    public async Task<MeetingMinutes?> FindAsync(PlantId plant, string meeting, CancellationToken ct) =>
        Guid.TryParse(meeting, out var id) && await store.FindAsync(new MeetingId(id), ct) is { } minutes && minutes.Plant == plant ? minutes : null;

    public async Task<MinutesView> ViewAsync(MeetingMinutes minutes, CancellationToken ct)
    {
        PersonKey[] keys =
        [
            minutes.Chair, .. minutes.Decisions.Select(one => one.Owner).OfType<PersonKey>(), .. minutes.Present.Select(one => one.Person),
            .. minutes.Parked.Select(one => one.By), .. minutes.Moves.Select(one => one.By).OfType<PersonKey>(),
        ];
        return new(plants.Get(minutes.Plant), minutes, await people.NamesAsync([.. keys.Distinct()], ct));
    }

    /// <param name="note">Why the list is shown; null when it was asked for.</param>
    public async Task<Card> ListAsync(PlantId id, int skip, string? note, CancellationToken ct)
    {
        var plant = plants.Get(id);
        skip = Math.Max(0, skip - skip % MinutesListCard.OnPage);
        var page = await store.ListAsync(id, skip, MinutesListCard.OnPage, ct);
        return MinutesListCard.Draw(new(plant, plant.Calendar.DayOf(clock.Now(id)), page.Rows, skip, page.Total, note));
    }
}
