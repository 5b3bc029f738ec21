using SoeBot.Domain.People;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;

namespace SoeBot.Risk;

/// <summary>Who changed an order at risk, where and when: the same for a button and for a typed line.</summary>
internal sealed record RiskChange(PlantProfile Plant, PersonKey By, string Tenant, string Conversation, DateTimeOffset Now, int? PlanVersion);

/// <summary>What a change brings with it: its audit line, and today's state in the posted cards.</summary>
internal static class RiskEffects
{
    /// <param name="form">The posted form that becomes the receipt; null when there was none.</param>
    public static Effect Of(RiskChange change, AtRiskOrder order, string verb, string? detail, string? form)
    {
        var version = $"{order.Order}.{order.Version}";
        var messages = new List<NewMessage> { Edit(change, TopTenTrack(change.Plant, change.Now), new CardRef(TopTenCard.Source, ""), version) };
        if (form is { Length: > 0 })
            messages.Add(Edit(change, RiskForm.TrackAs(change.Plant.Id, order.Order, form), new CardRef(RiskReceiptCard.Source, order.Order), version));
        return new Effect
        {
            Audit = [new AuditLine(change.Plant.Id, change.Now, change.By, verb, order.Order, detail, change.PlanVersion)],
            Messages = messages,
        };
    }

    /// <summary>The name under which the week's top ten is posted.</summary>
    public static string TopTenTrack(PlantProfile plant, DateTimeOffset now) => $"{TopTenCard.Source}:{plant.Id}:{RiskDays.OnTheWire(plant.Calendar.WeekOf(now).Start)}";

    private static NewMessage Edit(RiskChange change, string trackAs, CardRef card, string version) => new()
    {
        Plant = change.Plant.Id, Key = $"edit:{trackAs}:{version}", Chain = $"edit:{trackAs}", Card = card, Kind = MessageKind.Edit, TrackAs = trackAs,
        Target = new MessageTarget.Conversation(change.Tenant, change.Conversation),
    };
}
