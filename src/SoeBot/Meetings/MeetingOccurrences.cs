using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;

namespace SoeBot.Meetings;

/// <summary>The meeting by its schedule: the question at its start when nobody has opened it. Never dependent on Teams' own events.</summary>
internal sealed class MeetingOccurrences(MeetingStore meetings, MeetingDates dates)
{
    public const string Open = "meeting-open";

    public void Register(OccurrenceKinds kinds) => kinds.Add(Open, DeriveAsync, AskAsync);

    private async Task<IReadOnlyList<Occurrence>> DeriveAsync(PlantProfile plant, DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        [.. (await dates.BetweenAsync(plant, from, until, ct)).Select(one => new Occurrence(plant.Id, Open, $"{plant.Calendar.DayOf(one.Start):yyyy-MM-dd}", one.Start))];

    private async Task<Effect?> AskAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (await meetings.OpenAsync(plant.Id, ct) is not null) return null;
        // Held earlier today already: nobody is asked to start it again.
        if (await meetings.LastClosedAsync(plant.Id, ct) is { } last && last.Day == plant.Calendar.DayOf(occurrence.DueAt)) return null;
        return new Effect
        {
            Messages =
            [
                new NewMessage
                {
                    Plant = plant.Id, Key = $"meeting-ask:{plant.Id}:{occurrence.Key}", Kind = MessageKind.Reminder, Chain = "meeting-ask",
                    Target = new MessageTarget.Channel(plant.Id), Card = new CardRef(MeetingCardSources.Ask, occurrence.Key),
                },
            ],
        };
    }
}
