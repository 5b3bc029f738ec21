using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Store.Risks;
using SoeBot.Teams.Cards;

namespace SoeBot.Orders;

/// <summary>Loads one order with everything that is known of it, and finds it by what people type.</summary>
internal sealed class OrderCards(
    PlanStore plans, AtRiskStore risks, DecisionStore decisions, PeopleStore people, Guests guests, PlantProfiles plants, PlantClock clock)
{
    private const string Own = "|own";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(60);

    public void Register(CardSources sources)
    {
        Add(OrderCard.Source, OrderCard.Draw);
        Add(OrderHistoryCard.Source, OrderHistoryCard.Draw);
        Add(OrderWhyCard.Source, OrderWhyCard.Draw);

        void Add(string source, Func<OrderView, Card> draw) => sources.Add(source, (request, ct) =>
            DrawAsync(request.Plant, new(request.About.Replace(Own, "", StringComparison.Ordinal), null, request.About.EndsWith(Own, StringComparison.Ordinal)), draw, ct));
    }

    /// <summary>About one order, to be read where it is asked for.</summary>
    /// <param name="alone">In the person's own chat, where no guest reads along.</param>
    public static CardRef Of(string source, string order, bool alone) => new(source, alone ? order + Own : order);

    /// <param name="Number">As typed: whole, without its letters, or its ending. Several or none give a card that asks.</param>
    /// <param name="Pressed">The version that the pressed card was drawn from.</param>
    /// <param name="IsAlone">For one reader who may see customers; elsewhere they are left out while a guest is around (product page 5).</param>
    internal sealed record Asked(string Number, int? Pressed, bool IsAlone);

    public async Task<Card?> DrawAsync(PlantId id, Asked who, Func<OrderView, Card> draw, CancellationToken ct)
    {
        var asked = who.Number;
        // Somebody typed a number and gets an answer, also before the first import.
        if (await plans.CurrentAsync(id, ct) is not { } version) return SayCard.Draw("There is no plan yet, so there are no orders.");
        var plant = plants.Get(id);
        var found = await plans.FindOrdersAsync(id, version.Number, asked, 6, ct);
        var order = found.FirstOrDefault(one => string.Equals(one, asked, StringComparison.OrdinalIgnoreCase)) ?? (found.Count == 1 ? found[0] : null);
        if (order is not null)
        {
            var view = await ViewAsync(plant, version, order, who.Pressed, ct);
            return draw(!who.IsAlone && await guests.AreAroundAsync(id, ct) ? view.WithoutCustomer() : view);
        }
        return found.Count > 1
            ? ChoiceCard.DrawSeveral(id.Value, plant.Name, asked, found)
            : ChoiceCard.DrawUnknown(id.Value, plant.Name, asked, await NearAsync(id, version.Number, asked, ct));
    }

    /// <summary>Several at once, for readers and places unknown.</summary>
    public async Task<IReadOnlyDictionary<string, OrderView>> SharedViewsAsync(PlantProfile plant, PlanVersion version, IReadOnlyList<string> orders, CancellationToken ct) =>
        (await ViewsAsync(plant, version, orders, shared: true, ct)).ToDictionary(view => view.Order);

    private async Task<OrderView> ViewAsync(PlantProfile plant, PlanVersion version, string order, int? pressed, CancellationToken ct) =>
        (await ViewsAsync(plant, version, [order], shared: false, ct))[0] with { OlderVersion = pressed > 0 && pressed < version.Number ? pressed : null };

    /// <param name="shared">Without the customer and without what people wrote: who will read it is not known.</param>
    private async Task<IReadOnlyList<OrderView>> ViewsAsync(PlantProfile plant, PlanVersion version, IReadOnlyList<string> orders, bool shared, CancellationToken ct)
    {
        var now = clock.Now(plant.Id);
        var lines = (await plans.OrderLinesAsync(plant.Id, version.Number, orders, ct)).ToLookup(line => line.Order);
        var ranked = (await plans.AtRiskAsync(plant.Id, version.Number, ct) ?? []).ToLookup(listed => listed.Order);
        var answers = (await risks.OfPlantAsync(plant.Id, orders, ct)).ToDictionary(answer => answer.Order);
        var decided = (await decisions.SinceAsync(plant.Id, now - Remembered, ct)).Where(decision => decision.Subject.Kind == SubjectKind.Order).ToList();
        var moves = await plans.DateMovesAsync(plant.Id, orders, ct);
        var kin = await plans.KinAsync(plant.Id, version.Number, ct);
        var names = await people.NamesAsync([.. decided.Select(decision => decision.Owner).OfType<PersonKey>().Concat(answers.Values.SelectMany(PeopleOf)).Distinct()], ct);
        var data = DataLine.Of(version, await plans.LastRefusedAsync(plant.Id, ct), plant.Calendar, now);
        return [.. orders.Select(order => View(order, answers.GetValueOrDefault(order)))];

        OrderView View(string order, AtRiskOrder? said) => new(
            plant.Id.Value, plant.Name, order,
            [.. lines[order].OrderBy(line => line.OpenQuantity == 0).Select(line => shared ? line with { Customer = null, CustomerClass = null, Value = null, Penalty = null } : line)],
            ranked[order].FirstOrDefault(), said?.Owner is { } owner ? Name(names, owner) : null,
            said?.Status ?? RiskStatus.Unanswered, shared ? null : said?.Risk, shared ? null : said?.Mitigation, shared ? null : said?.TellBy,
            !shared && said?.ToldOn is { } told ? $"told {PlanWords.Day(told)}{(said.Promised is { } promised ? $", promised {PlanWords.Day(promised)}" : "")}" : null,
            [.. decided.Where(decision => IsAbout(decision.Subject.Reference, order)).Select(decision => $"{decision.Name}{(shared ? "" : $" {decision.Text}")}, {(decision.Owner is { } who ? Name(names, who) : "no owner yet")}, {(decision.Due is { } due ? $"due {PlanWords.Day(due)}" : "no date yet")}, {Words(decision.Status)}")],
            plant.Calendar.DayOf(now), data)
        {
            Override = said?.Override ?? RiskOverride.None,
            OverrideWords = shared || said?.OverrideReason is not { } why ? null : said.OverrideBy is { } by ? $"{why} ({Name(names, by)})" : why,
            History = shared || said is null ? [] : [.. said.Events.Select(one => Happened(one))],
            DateMoves = moves.GetValueOrDefault(order),
            Kin = [.. kin.Where(one => one.Order == order || one.Parent == order)],
        };

        OrderHappening Happened(RiskEvent one) => new(
            $"{PlanWords.Day(plant.Calendar.DayOf(one.At))} {plant.Calendar.Local(one.At):HH:mm}",
            OrderHistoryCard.Words(one, key => PersonKey.Parse(key) is { } person ? Name(names, person) : "somebody"),
            one.By is { } who ? Name(names, who) : null);

        // What was decided about an order holds for what it was split into and for what it became part of.
        bool IsAbout(string reference, string order) => Same(reference, order)
            || kin.Any(one => one.IsMerge ? one.Parent == order && Same(reference, one.Order) : one.Order == order && Same(reference, one.Parent));
    }

    private static IEnumerable<PersonKey> PeopleOf(AtRiskOrder said) =>
        said.Events.SelectMany(one => (PersonKey?[])[one.By, one.Kind == RiskEventKind.Given ? PersonKey.Parse(one.Note) : null]).Append(said.Owner).Append(said.OverrideBy).OfType<PersonKey>();

    /// <summary>What a slip of the finger may have meant: orders at risk that differ little, then those with the same last digits.</summary>
    private async Task<IReadOnlyList<string>> NearAsync(PlantId id, int version, string asked, CancellationToken ct)
    {
        var candidates = (await plans.AtRiskAsync(id, version, ct) ?? []).Select(order => order.Order).ToList();
        for (var cut = 1; cut <= 2 && asked.Length - cut >= 2; cut++)
            candidates.AddRange(await plans.FindOrdersAsync(id, version, asked[cut..], 5, ct));
        return NearOrders.Of(asked, candidates);
    }

    private static bool Same(string reference, string order) =>
        string.Equals(reference, order, StringComparison.OrdinalIgnoreCase) || (reference.Length >= 3 && order.EndsWith(reference, StringComparison.OrdinalIgnoreCase));

    private static string Name(IReadOnlyDictionary<PersonKey, Person> names, PersonKey key) =>
        names.TryGetValue(key, out var person) && person.Name.Length > 0 ? person.Name : "somebody without a name";

    private static string Words(DecisionStatus status) => status switch
    {
        DecisionStatus.Draft => "not complete",
        DecisionStatus.Proposed => "not taken yet",
        DecisionStatus.Taken => "taken",
        DecisionStatus.Kept => "kept",
        DecisionStatus.Missed => "missed",
        DecisionStatus.DoneLate => "done late",
        DecisionStatus.Dropped => "dropped",
        DecisionStatus.Replaced => "replaced by a newer one",
    };
}
