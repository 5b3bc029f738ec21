using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;

namespace SoeBot.Week;

/// <summary>
/// Owners of at-risk orders are asked before the meeting, and again only when they have not answered. Each person gets one card with
/// all their orders, never one per order (R140).
/// </summary>
internal sealed class OwnerReminders(RiskOwners owners, DecisionStore decisions, PlantProfiles plants, MeetingDates dates, PlantClock clock)
{
    public void Register(CardSources cards)
    {
        cards.Add(RiskDigestCard.Source, DrawDigestAsync);
        cards.AddAsk(RiskDigestCard.Source, async (request, ct) =>
            PersonKey.Parse(request.About) is { } person && (await owners.TopTenAsync(plants.Get(request.Plant), ct)).Where(order => order.Asked == person && !order.IsAnswered).ToList() is { Count: > 0 } open
                ? new PublicAsk($"how {string.Join(", ", open.Select(one => DataLine.Short(one.Order.Order, 30)))} stand{(open.Count == 1 ? "s" : "")}") : null);
    }

    private async Task<Card?> DrawDigestAsync(CardRequest request, CancellationToken ct)
    {
        if (PersonKey.Parse(request.About) is not { } person) return null;
        var plant = plants.Get(request.Plant);
        var now = clock.Now(plant.Id);
        var orders = (await owners.TopTenAsync(plant, ct)).Where(order => order.Asked == person);
        return RiskDigestCard.Draw(new(plant, plant.Calendar.DayOf(now), await dates.NextAsync(plant, now, ct),
            [.. orders.Select(one => (one.Order, one.Said?.Status ?? RiskStatus.Unanswered, one.Said?.Owner == person))]));
    }

    public async Task<Effect?> DraftAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct) =>
        Send(occurrence, plant, RiskDigestCard.Source, (await owners.TopTenAsync(plant, ct)).Select(order => order.Asked));

    public async Task<Effect?> NudgeAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct) =>
        Send(occurrence, plant, RiskDigestCard.Source, (await owners.TopTenAsync(plant, ct)).Where(order => !order.IsAnswered).Select(order => order.Asked));

    /// <summary>On the first working day: your open decisions and your at-risk orders, one card each person.</summary>
    public async Task<Effect?> DigestAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var open = (await decisions.OpenAsync(plant.Id, ct)).Select(decision => decision.Owner);
        return Send(occurrence, plant, "my", open.Concat((await owners.TopTenAsync(plant, ct)).Select(order => order.Said?.Owner)));
    }

    private static Effect? Send(Occurrence occurrence, PlantProfile plant, string card, IEnumerable<PersonKey?> people)
    {
        var messages = people.OfType<PersonKey>().Distinct().Select(person => new NewMessage
        {
            Plant = plant.Id, Key = $"{occurrence.Kind}:{plant.Id}:{occurrence.Key}:{person.ObjectId}", Kind = MessageKind.Reminder, Chain = card,
            Target = new MessageTarget.Person(person), Card = new CardRef(card, person.ToString()), TrackAs = $"{card}:{person.ObjectId}",
        }).ToList();
        return messages.Count == 0 ? null : new Effect { Messages = messages };
    }
}
