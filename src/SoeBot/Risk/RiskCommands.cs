using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Words;

namespace SoeBot.Risk;

/// <summary>The typed answers: "63216 red castings not before Friday", "63216 owner @Omar", "I take 63216", "told customer 63216 new date 14 Jan".</summary>
internal sealed class RiskCommands(PlanStore plans, PlantProfiles plants, PersonFinder finder, Rights rights, RiskCards cards, OwnOrders own, AnswerRisk answers, TypedDates dates)
{
    public void Register(CommandList commands)
    {
        commands.Add("top-ten.show", RiskLines.TopTen(), "at risk", ShowAsync);
        commands.Add("risk.told-list", RiskLines.ToldList(), "who was told", ToldListAsync);
        commands.Add("risk.told", RiskLines.Told(), "told customer 63216 new date 14 Jan", dates.Read(RiskLines.Told(), ToldAsync));
        commands.Add("risk.take", RiskLines.Take(), "I take 63216", TakeAsync);
        commands.Add("risk.owner", RiskLines.Owner(), "63216 owner @Omar", OwnerAsync);
        commands.Add("risk.status", RiskLines.Status(), "63216 red castings not before Friday", dates.Read(RiskLines.Status(), StatusAsync));
    }

    private async Task<Effect> ShowAsync(Turn turn, Match words, CancellationToken ct) =>
        turn.Answer(await plans.CurrentAsync(turn.Plant, ct) is null ? SayCard.Of("There is no plan yet, so no order can be at risk.") : new CardRef(TopTenCard.Source, ""));

    private async Task<Effect> ToldListAsync(Turn turn, Match words, CancellationToken ct) =>
        turn.Answer(await plans.CurrentAsync(turn.Plant, ct) is null ? SayCard.Of("There is no plan yet, so no customer can have been told.") : new CardRef(ToldCard.Source, ""));

    private async Task<Effect> StatusAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (await FindAsync(turn, words, ct) is not { } known) return Unknown(turn, words);
        var plant = plants.Get(turn.Plant);
        var form = $"in{turn.InboxId}";
        var read = RiskReading.Read(turn.Text, known.Order.Order, words, plant.Calendar.DayOf(turn.Now), plant.Calendar) with { Form = form };
        var card = new CardRef(RiskReadCard.Source, read.ToJson());
        return turn.Answer() with { Messages = [turn.ToConversation(card, $"in:{turn.InboxId}:read", RiskForm.TrackAs(turn.Plant, known.Order.Order, form))] };
    }

    private async Task<Effect> TakeAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (await FindAsync(turn, words, ct) is not { } known) return Unknown(turn, words);
        if (await RefusedAsync(turn, ct) is { } refused) return refused;
        var order = known.Order.Order;
        var receipt = turn.Answer(new CardRef("order", order));
        var given = await own.GiveAsync(Change(turn, known), order, turn.By, RiskVerbs.Take, takeOver: true, "", receipt, ct);
        return given.Changed ? Effect.None : turn.Answer(SayCard.Of($"{order} is yours already."));
    }

    private async Task<Effect> OwnerAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (await FindAsync(turn, words, ct) is not { } known) return Unknown(turn, words);
        if (await RefusedAsync(turn, ct) is { } refused) return refused;
        var order = known.Order.Order;
        if (await finder.NamedInAsync(turn, turn.Text, ct) is not { } person) return turn.Answer(new CardRef(RiskOwnerCard.Source, order));
        var given = await own.GiveAsync(Change(turn, known), order, person.Key, RiskVerbs.Give, takeOver: true, "", turn.Answer(new CardRef("order", order)), ct);
        return given.Changed ? Effect.None : turn.Answer(SayCard.Of($"{person.Name} answers for {order} already."));
    }

    private async Task<Effect> ToldAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (await FindAsync(turn, words, ct) is not { } known) return Unknown(turn, words);
        if (await RefusedAsync(turn, ct) is { } refused) return refused;
        var plant = plants.Get(turn.Plant);
        var today = plant.Calendar.DayOf(turn.Now);
        var typed = words.Groups["order"];
        if (DayReading.In(turn.Text.Remove(typed.Index, typed.Length), today, plant.Calendar) is not { } promised)
            return turn.Answer(SayCard.Of($"Which new date was promised? Type: told customer {words.Groups["order"].Value} new date 14 Jan"));
        var order = known.Order.Order;
        var waits = await answers.WaitsAsync(Change(turn, known), known, promised.Day, ct);
        var say = waits ? $"{order}: new date {PlanWords.Day(promised.Day)}?" : $"{order}: customer told {PlanWords.Day(today)}, new date {PlanWords.Day(promised.Day)}.";
        if (AnswerRisk.TellingNote(known, today, promised.Day, waits) is { } note) say += "\n" + note;
        await answers.TellAsync(Change(turn, known), known, new(today, promised.Day), RiskVerbs.Told, "", turn.Answer(SayCard.Of(say)), ct);
        return Effect.None;
    }

    /// <summary>The one order whose number is or ends like this; null when there is none or more than one.</summary>
    internal async Task<RiskCards.Known?> FindAsync(Turn turn, Match words, CancellationToken ct)
    {
        var typed = words.Groups["order"].Value;
        if (await plans.CurrentAsync(turn.Plant, ct) is not { } version) return null;
        var found = await plans.FindOrdersAsync(turn.Plant, version.Number, typed, 2, ct);
        var one = found.FirstOrDefault(order => string.Equals(order, typed, StringComparison.OrdinalIgnoreCase)) ?? (found.Count == 1 ? found[0] : null);
        return one is null ? null : await cards.FindAsync(turn.Plant, one, ct);
    }

    /// <summary>The order's own card says what is near, or asks which.</summary>
    internal static Effect Unknown(Turn turn, Match words) => turn.Answer(new CardRef("order", words.Groups["order"].Value));

    private async Task<Effect?> RefusedAsync(Turn turn, CancellationToken ct) =>
        await rights.HasAnyAsync(turn.Plant, turn.By, ct) ? null : turn.Refuse(await rights.WhoCanAsync(turn.Plant, "answer for an order", ct));

    private RiskChange Change(Turn turn, RiskCards.Known known) =>
        new(plants.Get(turn.Plant), turn.By, turn.Tenant, turn.Conversation, turn.Now, known.Version.Number);
}
