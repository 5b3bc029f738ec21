using System.Globalization;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Tables;

/// <summary>The words for shop floor events: downtime, quality-hold, scrap ...</summary>
internal static class EventKinds
{
    private static readonly Dictionary<string, ShopEventKind> kinds =
        Enum.GetValues<ShopEventKind>().ToDictionary(Word, kind => kind, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<string> Words => kinds.Keys;
    public static bool TryParse(string word, out ShopEventKind kind) => kinds.TryGetValue(word, out kind);

    public static string Word(ShopEventKind kind) => string.Concat(
        kind.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLower(c, CultureInfo.InvariantCulture)}" : $"{char.ToLower(c, CultureInfo.InvariantCulture)}"));
}
