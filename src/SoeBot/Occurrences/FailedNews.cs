using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;

namespace SoeBot.Occurrences;

/// <summary>Tells the administrators of what stays failed, in the transaction that gives it up. The newest news replaces one that has not gone out.</summary>
public sealed class FailedNews(Rights rights)
{
    public const string Card = "jobs";

    public async Task<Effect> OfAsync(Occurrence occurrence, PlantProfile plant, CancellationToken ct) => new()
    {
        Messages =
        [
            .. (await rights.HoldersAsync(plant.Id, Role.Administrator, ct)).Distinct().Select(person => new NewMessage
            {
                Plant = plant.Id, Key = $"failed:{plant.Id}:{occurrence.Kind}:{occurrence.Key}:{occurrence.DueAt.UtcTicks}:{person.ObjectId}", Kind = MessageKind.Record, Chain = $"failed:{plant.Id}",
                Target = new MessageTarget.Person(person), Card = new CardRef(Card, ""),
            }),
        ],
    };
}
