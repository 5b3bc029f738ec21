using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;

namespace SoeBot.Week;

/// <summary>What goes into the channel by itself. A post that could not go out yet gives way to the next of its kind.</summary>
internal sealed class WeekPosts(PlanStore plans, Rights rights)
{
    public async Task<Effect?> LookAheadAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct) =>
        await plans.CurrentAsync(plant.Id, ct) is null ? null : new Effect
        {
            Messages = [Post(plant, occurrence, "look-ahead", TopTenTrack(plant, occurrence, "look-ahead")), Post(plant, occurrence, "top-ten", TopTenTrack(plant, occurrence, "top-ten"))],
        };

    /// <summary>The final look-ahead before the meeting; the day's own post is replaced by it when it has not gone out.</summary>
    public Task<Effect?> FinalAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct) => LookAheadAsync(occurrence, plant, now, ct);

    /// <summary>One page every morning to the plant manager and the planning channel, also when nothing happened (R32, R39).</summary>
    public async Task<Effect?> ExceptionsAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (await plans.CurrentAsync(plant.Id, ct) is null) return null;
        var managers = await rights.HoldersAsync(plant.Id, Role.PlantManager, ct);
        return new Effect
        {
            Messages =
            [
                Post(plant, occurrence, "exceptions", $"exceptions:{plant.Id}:{occurrence.Key}"),
                .. managers.Select(manager => Post(plant, occurrence, "exceptions", $"exceptions:{plant.Id}:{occurrence.Key}") with
                {
                    Key = $"{occurrence.Kind}:{plant.Id}:{occurrence.Key}:{manager.ObjectId}", Target = new MessageTarget.Person(manager),
                }),
            ],
        };
    }

    private static string TopTenTrack(PlantProfile plant, Occurrence occurrence, string card) =>
        $"{card}:{plant.Id}:{plant.Calendar.WeekOf(occurrence.DueAt).Start:yyyy-MM-dd}";

    private static NewMessage Post(PlantProfile plant, Occurrence occurrence, string card, string trackAs) => new()
    {
        Plant = plant.Id, Key = $"{occurrence.Kind}:{plant.Id}:{occurrence.Key}:{card}", Kind = MessageKind.Reminder, Chain = $"channel:{card}",
        Target = new MessageTarget.Channel(plant.Id), Card = new CardRef(card, ""), TrackAs = trackAs,
    };
}
