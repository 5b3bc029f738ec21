using SoeBot.Cards;
using SoeBot.Domain.Health;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Plans;
using SoeBot.Store.Plants;
using SoeBot.Teams.Cards;

namespace SoeBot.Health;

/// <summary>Draws the health of the process, the level and Friday's note.</summary>
internal sealed class HealthCards(HealthReading reading, PlanStore plans, PlantStore notes, PlantProfiles plants, PlantClock clock)
{
    public void Register(CardSources sources)
    {
        sources.Add(HealthCard.Source, async (request, ct) => await DrawAsync(request.Plant, request.About, ct));
        sources.Add(WeekNoteCard.Source, NoteAsync);
    }

    /// <param name="about">"meetings:5", "weeks:0", "level".</param>
    public async Task<Card> DrawAsync(PlantId id, string about, CancellationToken ct)
    {
        var plant = plants.Get(id);
        var (window, skip) = Paging.Split(about);
        var input = await reading.InputAsync(plant, ct);
        var version = await plans.CurrentAsync(id, ct);
        if (window == "level") return MaturityCard.Draw(new(id.Value, plant.Name, MaturityRules.Of(await reading.FactsAsync(plant, input, ct)), version?.Number));
        var now = clock.Now(id);
        var ofMeetings = window != "weeks";
        var chosen = ofMeetings ? HealthRules.LastMeetings(input, now) : HealthRules.LastWeeks(input, now);
        return HealthCard.Draw(new(
            id.Value, plant.Name, chosen, HealthRules.Compute(input, chosen), await reading.WeeksAsync(plant, ct), ofMeetings, skip, version?.Number,
            version is null ? null : DataLine.Of(version, await plans.LastRefusedAsync(id, ct), plant.Calendar, now)));
    }

    /// <summary>About: the day of the note, as it was computed then.</summary>
    private async Task<Card?> NoteAsync(CardRequest request, CancellationToken ct) =>
        await notes.GetNoteAsync(request.Plant, WeekNotes.NoteName(request.About), ct) is { } json && WeekNotes.Read(json) is { } note
            ? WeekNoteCard.Draw(new(plants.Get(request.Plant).Name, note)) : null;
}
