using System.Globalization;
using SoeBot.Domain.Decisions;
using SoeBot.Extensions;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Teams.Extensions;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>Decisions in the message extension: at first one's own open ones and then everybody's, else what fits each typed word.</summary>
internal sealed class FindDecision(DecisionStore decisions, DecisionViews views, PlantProfiles plants, PlantClock clock)
{
    public const string Command = "findDecision";

    /// <summary>An older one is found by its number alone.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    public void Register(ExtensionList extensions) => extensions.OnQuery(Command, AnswerAsync);

    private async Task<ExtensionAnswer> AnswerAsync(ExtensionQuery query, Asker asker, CancellationToken ct)
    {
        var found = new List<DecisionView>();
        foreach (var plant in asker.Plants.Select(plants.Get))
            found.AddRange(query.IsInitialRun ? await OpenAsync(plant, asker, ct) : await FitAsync(plant, query.Text, ct));
        var page = found.Skip(query.Skip).Take(query.Count).Select(view => Result(view, asker.Plants.Count > 1)).ToList();
        return page.Count > 0 ? ExtensionAnswer.Show(page)
            : query.Skip > 0 ? ExtensionAnswer.NoMore
            : ExtensionAnswer.Say(query.IsInitialRun
                ? "No decision is open. Type a number such as D-41, a word, an owner or an order."
                : $"No decision fits \"{Short(query.Text, 60)}\". Type a number such as D-41, a word of it, its owner or its order.");
    }

    private async Task<IEnumerable<DecisionView>> OpenAsync(PlantProfile plant, Asker asker, CancellationToken ct) =>
        await views.LoadAsync(plant, [.. (await decisions.OpenAsync(plant.Id, ct)).OrderByDescending(decision => decision.Owner == asker.By)], ct);

    private async Task<IEnumerable<DecisionView>> FitAsync(PlantProfile plant, string typed, CancellationToken ct)
    {
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is [var one] && NumberIn(one) is { } number && await decisions.FindAsync(plant.Id, number, ct) is { } named)
            return (await views.LoadAsync(plant, [named], ct)).Concat(await WithWordsAsync(plant, words, named.Id, ct));
        return await WithWordsAsync(plant, words, null, ct);
    }

    private async Task<IEnumerable<DecisionView>> WithWordsAsync(PlantProfile plant, string[] words, DecisionId? but, CancellationToken ct)
    {
        var recent = (await decisions.SinceAsync(plant.Id, clock.Now(plant.Id) - Remembered, ct)).Where(decision => decision.Id != but).ToList();
        return (await views.LoadAsync(plant, recent, ct))
            .Where(view => words.All(word => Fits(view, word)))
            .OrderByDescending(view => view.Decision.IsOpen).ThenByDescending(view => view.Decision.Number);
    }

    private static bool Fits(DecisionView view, string word) =>
        new[] { view.Decision.Name, view.Decision.Text, view.Names.Owner(view.Decision), view.Decision.Subject.Reference ?? "" }
            .Any(text => text.Contains(word, StringComparison.CurrentCultureIgnoreCase));

    private static int? NumberIn(string word) =>
        int.TryParse(word.StartsWith("d-", StringComparison.OrdinalIgnoreCase) ? word[2..] : word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ExtensionResult Result(DecisionView view, bool namePlant) => new(
        DecisionCard.DrawShared(view),
        $"{view.Decision.Name}: {Short(view.Decision.Text, 80)}",
        $"{(namePlant ? $"{Short(view.PlantName, 30)}: " : "")}{Short(view.Names.Owner(view.Decision), 40)}, due {DayWords.Of(view.Decision.Due, view.Today)}, {DecisionStates.Of(view.Decision)}");

    private static string Short(string text, int most) => Cards.DataLine.Short(text, most);
}
