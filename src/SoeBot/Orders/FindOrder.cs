using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Extensions;
using SoeBot.Plants;
using SoeBot.Store.Plans;
using SoeBot.Store.Risks;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Extensions;

namespace SoeBot.Orders;

/// <summary>Orders in the message extension and in fields that ask for one: the same index behind both.</summary>
internal sealed class FindOrder(PlanStore plans, AtRiskStore risks, PlantProfiles plants, OrderCards cards, OrderIndexes indexes)
{
    public const string Command = "findOrder";
    private const int TopTen = 10;
    private const string Reading = "I am still reading the plan. Type on in a moment.";

    public void Register(ExtensionList extensions)
    {
        extensions.OnQuery(Command, AnswerAsync);
        extensions.OnChoices(Datasets.Orders, ChoicesAsync);
    }

    private async Task<ExtensionAnswer> AnswerAsync(ExtensionQuery query, Asker asker, CancellationToken ct)
    {
        var found = new List<Hit>();
        var reading = false;
        foreach (var plant in asker.Plants.Select(plants.Get))
        {
            if (await plans.CurrentAsync(plant.Id, ct) is not { } version) continue;
            if (query.IsInitialRun) found.AddRange((await UsefulAsync(plant.Id, version.Number, asker, ct)).Select(order => new Hit(plant, version, order)));
            else
            {
                var (index, isCurrent) = await indexes.GetAsync(plant.Id, version.Number, ct);
                found.AddRange((index?.Find(query.Text, 0, query.Skip + query.Count) ?? []).Select(entry => new Hit(plant, version, entry.Order, entry)));
                // What a former plan does not hold may be in the one that is being read.
                reading |= !isCurrent;
            }
        }
        var page = found.Skip(query.Skip).Take(query.Count).ToList();
        if (page.Count > 0) return ExtensionAnswer.Show(await DrawAsync(page, asker.Plants.Count > 1, ct));
        if (query.Skip > 0) return ExtensionAnswer.NoMore;
        return ExtensionAnswer.Say(
            reading ? Reading
            : query.IsInitialRun ? "No order is at risk. Type a number, a customer or an item."
            : $"No order fits \"{DataLine.Short(query.Text, 60)}\". Type the beginning of its number, of the customer's name or of an item.");
    }

    private async Task<IReadOnlyList<Choice>> ChoicesAsync(ChoiceSearch search, Asker asker, CancellationToken ct)
    {
        // A field asks about the plant of the form that it stands on, which is the conversation's.
        var plant = asker.Plants[0];
        if (await plans.CurrentAsync(plant, ct) is not { } version) return [];
        if (search.Text.Length == 0) return [.. (await UsefulAsync(plant, version.Number, asker, ct)).Skip(search.Skip).Take(search.Count).Select(order => new Choice(order, order))];
        return await indexes.GetAsync(plant, version.Number, ct) is ({ } index, _)
            ? [.. index.Find(search.Text, search.Skip, search.Count).Select(entry => new Choice($"{entry.Order}: {Words(entry)}", entry.Order))]
            : [];
    }

    /// <summary>The person's own, then the top ten.</summary>
    private async Task<IReadOnlyList<string>> UsefulAsync(PlantId plant, int version, Asker asker, CancellationToken ct)
    {
        indexes.Warm(plant, version);
        var ranked = (await plans.AtRiskAsync(plant, version, ct) ?? []).OrderBy(order => order.Rank).Select(order => order.Order).ToList();
        var own = (await risks.OfOwnerAsync(plant, asker.By, ct)).Select(order => order.Order).ToHashSet();
        return [.. ranked.Where(own.Contains).Concat(ranked.Take(TopTen)).Distinct()];
    }

    private async Task<IReadOnlyList<ExtensionResult>> DrawAsync(List<Hit> page, bool namePlant, CancellationToken ct)
    {
        var results = new List<ExtensionResult>();
        foreach (var some in page.GroupBy(hit => (hit.Plant, hit.Version)))
        {
            var views = await cards.SharedViewsAsync(some.Key.Plant, some.Key.Version, [.. some.Select(hit => hit.Order)], ct);
            results.AddRange(some.Select(hit => Result(hit, views[hit.Order], namePlant)));
        }
        return results;
    }

    private static ExtensionResult Result(Hit hit, OrderView view, bool namePlant)
    {
        var state = view switch
        {
            { IsOpen: false } => "nothing open",
            { Ranked: { } ranked } => $"no. {ranked.Rank} at risk, {OrderWords.Of(view.Status)}",
            _ => "not at risk",
        };
        var words = hit.Entry is { } entry ? Words(entry)
            : view.Ranked is { } listed ? $"{(listed.Customer is { Length: > 0 } customer ? $"{DataLine.Short(customer, 40)}, " : "")}{DataLine.Short(listed.ItemName, 40)}, promised {PlanWords.Day(listed.Commitment)}"
            : "";
        return new(OrderCard.DrawShared(view), $"{DataLine.Short(hit.Order, 30)}: {state}", namePlant ? $"{DataLine.Short(hit.Plant.Name, 30)}: {words}" : words);
    }

    private static string Words(OrderEntry entry) =>
        $"{(entry.Customer is { } customer ? $"{DataLine.Short(customer, 40)}, " : "")}{DataLine.Short(entry.Item, 40)}{(entry.Items > 1 ? $" and {entry.Items - 1} more" : "")}, {(entry.IsOpen ? "promised" : "was promised")} {PlanWords.Day(entry.Commitment)}";

    private sealed record Hit(PlantProfile Plant, PlanVersion Version, string Order, OrderEntry? Entry = null);
}
