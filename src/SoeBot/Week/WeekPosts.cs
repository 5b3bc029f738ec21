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
    /// <summary>The decisions slice's card.</summary>
    private const string Named = "decisions-named";

    public async Task<Effect?> LookAheadAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct) =>
        await plans.CurrentAsync(plant.Id, ct) is null ? null : new Effect
        {
            Messages = [Post(plant, occurrence, "look-ahead", TopTenTrack(plant, occurrence, "look-ahead")), Post(plant, occurrence, "top-ten", TopTenTrack(plant, occurrence, "top-ten"))],
        };

    /// <summary>The final look-ahead before the meeting; the day's own post is replaced by it when it has not gone out. And who is named last, should anybody be.</summary>
    public async Task<Effect?> FinalAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var effect = await LookAheadAsync(occurrence, plant, now, ct) ?? Effect.None;
        return effect with { Messages = [.. effect.Messages, Post(plant, occurrence, Named, $"{Named}:{plant.Id}:{occurrence.Key}")] };
    }

    /// <summary>The draft of the top ten, with the orders nobody owns, for everybody to read before the owners are asked.</summary>
    public async Task<NewMessage?> DraftAsync(Occurrence occurrence, PlantProfile plant, CancellationToken ct) =>
        await plans.CurrentAsync(plant.Id, ct) is null ? null : Post(plant, occurrence, "top-ten", TopTenTrack(plant, occurrence, "top-ten"));

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
