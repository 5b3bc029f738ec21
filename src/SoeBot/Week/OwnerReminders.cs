using SoeBot.Domain.People;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Reminders;
using SoeBot.Domain.Risk;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Store.Risks;

namespace SoeBot.Week;

/// <summary>
/// Owners of at-risk orders are asked before the meeting, and again only when they have not answered. Each person gets one card with
/// all their orders, never one per order (R140).
/// </summary>
internal sealed class OwnerReminders(PlanStore plans, AtRiskStore risks, DecisionStore decisions, Rights rights)
{
    public Task<Effect?> DraftAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct) => AskAsync(occurrence, plant, onlyUnanswered: false, ct);

    public Task<Effect?> NudgeAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct) => AskAsync(occurrence, plant, onlyUnanswered: true, ct);

    public Task<Effect?> LastCallAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct) => AskAsync(occurrence, plant, onlyUnanswered: true, ct);

    /// <summary>On the first working day: your open decisions and your at-risk orders, one card each person.</summary>
    public async Task<Effect?> DigestAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var open = (await decisions.OpenAsync(plant.Id, ct)).Select(decision => decision.Owner);
        var owners = (await ListedAsync(plant, ct)).Where(order => order.Said?.Owner is not null).Select(order => order.Said!.Owner!.Value);
        return Send(occurrence, plant, "my", open.Concat(owners));
    }

    private async Task<Effect?> AskAsync(Occurrence occurrence, PlantProfile plant, bool onlyUnanswered, CancellationToken ct)
    {
        var asked = new HashSet<PersonKey>();
        foreach (var (order, said) in await ListedAsync(plant, ct))
        {
            if (onlyUnanswered && said is { Status: not RiskStatus.Unanswered }) continue;
            if (said?.Owner is { } owner) asked.Add(owner);
            // Nobody owns it yet: the function that can do something about the cause is asked to take it.
            else if ((await rights.HoldersAsync(plant.Id, Function(order.Cause), ct)) is [var proposed, ..]) asked.Add(proposed);
        }
        return Send(occurrence, plant, "risk-digest", asked);
    }

    private async Task<IReadOnlyList<(RankedOrder Order, AtRiskOrder? Said)>> ListedAsync(PlantProfile plant, CancellationToken ct)
    {
        if (await plans.CurrentAsync(plant.Id, ct) is not { } version) return [];
        var listed = ((await plans.AtRiskAsync(plant.Id, version.Number, ct)) ?? []).Take(10).ToList();
        var said = (await risks.OfPlantAsync(plant.Id, [.. listed.Select(order => order.Order)], ct)).ToDictionary(one => one.Order, StringComparer.Ordinal);
        return [.. listed.Select(order => (order, said.GetValueOrDefault(order.Order)))];
    }

    private static Effect? Send(Occurrence occurrence, PlantProfile plant, string card, IEnumerable<PersonKey> people)
    {
        var messages = people.Distinct().Select(person => new NewMessage
        {
            Plant = plant.Id, Key = $"{occurrence.Kind}:{plant.Id}:{occurrence.Key}:{person.ObjectId}", Kind = MessageKind.Reminder, Chain = card,
            Target = new MessageTarget.Person(person), Card = new CardRef(card, person.ToString()), TrackAs = $"{card}:{person.ObjectId}",
        }).ToList();
        return messages.Count == 0 ? null : new Effect { Messages = messages };
    }

    private static Role Function(LateCause cause) => cause switch
    {
        LateCause.AwaitingSupply or LateCause.LeadTime => Role.Procurement,
        LateCause.Quality => Role.PlantManager,
        LateCause.CustomerChange => Role.CustomerService,
        LateCause.Capacity or LateCause.Fence or LateCause.None => Role.Planning,
    };
}
