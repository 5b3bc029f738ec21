using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Words;
using SoeBot.Teams.Cards;

namespace SoeBot.Orders;

/// <summary>A line that no pattern fitted is never "invalid": what was read in it, and what it may have meant.</summary>
internal static partial class Guess
{
    public const string Source = "guess";

    /// <summary>The cards a word may have meant, with words that people use for them. The guess by letters is only a guess, so it asks.</summary>
    private static readonly (string Card, string Title, string[] Words)[] Known =
    [
        ("look-ahead", "Look ahead", ["look", "ahead", "outlook", "weeks", "schedule", "plan", "production", "capacity", "load", "purchase", "vorschau", "semanas"]),
        ("top-ten", "Top ten at risk", ["risk", "top", "ten", "late", "orders", "owner", "customer", "riesgo", "risiko"]),
        ("exceptions", "Exceptions of 24 h", ["exceptions", "yesterday", "repeats", "problems", "downtime", "machine", "quality", "supplier", "scrap"]),
        ("numbers", "Numbers of the week", ["numbers", "board", "attainment", "performance", "zahlen"]),
        ("metrics", "All numbers", ["metrics", "kpi", "definition", "otif", "service", "turns", "backlog", "utilisation", "variation"]),
        ("flags", "Flags", ["flags", "warnings", "surge", "stockout", "stock", "promise"]),
        ("changes", "Changes that wait", ["change", "changes", "move", "emergency", "requests", "approve", "reschedule"]),
        ("meeting-sheet", "Meeting sheet to print", ["print", "paper", "sheet", "printable", "pdf"]),
        ("my", "My decisions and orders", ["my", "mine", "owe", "todo", "tasks", "decisions"]),
        ("help", "Help", ["help", "commands", "what", "how", "hello", "hi"]),
    ];

    public static bool IsCard(string? source) => Known.Any(known => known.Card == source);

    public static Card Draw(string plant, string plantName, string typed)
    {
        if (OrderIn().Match(typed) is { Success: true } order)
        {
            var rest = Blanks().Replace(typed.Remove(order.Index, order.Length), " ").Trim(' ', ',', '.', ':', ';', '-', '?', '!');
            var words = rest.Length > 0 ? $"{order.Value} and '{DataLine.Short(rest, 80)}'" : order.Value;
            return ChoiceCard.Draw(new ChoiceView(
                plant, $"I read {words}. Did you mean:", $"{DataLine.Short(plantName, 40)}.",
                [($"Order {order.Value}", OrderVerbs.Show, order.Value), ($"Why {order.Value}", OrderVerbs.Why, order.Value), ($"Status of {order.Value}", OrderVerbs.Form, order.Value), ("Something else", OrderVerbs.Guess, "help")]));
        }
        var read = DataLine.Short(Blanks().Replace(typed, " ").Trim(), 80);
        var meant = Nearest(typed);
        return ChoiceCard.Draw(new ChoiceView(
            plant, $"I read '{read}'. Did you mean:", $"{DataLine.Short(plantName, 40)}.",
            [.. meant.Select(known => (known.Title, OrderVerbs.Guess, known.Card))]));
    }

    private static IEnumerable<(string Card, string Title, string[] Words)> Nearest(string typed)
    {
        var words = Words().Matches(typed.ToLowerInvariant()).Select(match => match.Value).Take(20).ToList();
        var ranked = Known.Select(known => (Known: known, Hits: words.Count(word => known.Words.Any(meant => Near(word, meant)))))
            .OrderByDescending(one => one.Hits).ToList();
        var hits = ranked.Where(one => one.Hits > 0 && one.Known.Card != "help").Select(one => one.Known).Take(2).ToList();
        return (hits.Count > 0 ? hits : Known.Take(2)).Append(Known[^1]);
    }

    private static bool Near(string word, string meant) =>
        word == meant || (word.Length > 3 && meant.Length > 3 && (meant.StartsWith(word, StringComparison.Ordinal) || NearOrders.Edits(word, meant) <= 1));

    [GeneratedRegex(@"(?<![\w.\-/])" + OrderNumber.Pattern + @"(?![\w/]|[.\-]\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrderIn();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
