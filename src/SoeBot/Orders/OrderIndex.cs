using System.Globalization;
using System.Text;
using SoeBot.Store.Plans;

namespace SoeBot.Orders;

/// <summary>One order as it stands in a list of results.</summary>
/// <param name="Item">Name of the item of its first line, or the item's number.</param>
/// <param name="Items">How many different items it has.</param>
/// <param name="Commitment">The earliest of its open lines, else of all.</param>
internal sealed record OrderEntry(string Order, string? Customer, string Item, int Items, DateOnly Commitment, bool IsOpen);

/// <summary>
/// All orders of one plan version, found by the beginning of a number, of a word of the customer's name, of an item's number or name.
/// Names are compared once each and not once per order, so that a search is one run over small numbers.
/// </summary>
internal sealed class OrderIndex
{
    private const int ShortestEnding = 3;

    private readonly OrderEntry[] _entries;
    private readonly string[] _numbers;
    private readonly int[] _customerOf;
    private readonly int[][] _itemsOf;
    private readonly string[] _customers;
    private readonly (string Number, string Name)[] _items;

    public OrderIndex(IReadOnlyList<OrderKey> lines, IReadOnlyDictionary<string, string> itemNames)
    {
        var items = new Numbering();
        var customers = new Numbering();
        var orders = lines.GroupBy(line => line.Order).Select(group => Read(group.Key, [.. group], itemNames))
            // What is still to be done comes first, the soonest on top.
            .OrderByDescending(one => one.Entry.IsOpen).ThenBy(one => one.Entry.Commitment).ThenBy(one => one.Entry.Order, StringComparer.Ordinal).ToList();
        _entries = [.. orders.Select(one => one.Entry)];
        _numbers = [.. _entries.Select(entry => Plain(entry.Order))];
        _customerOf = [.. _entries.Select(entry => entry.Customer is { Length: > 0 } customer ? customers.Of(customer) : -1)];
        _itemsOf = [.. orders.Select(one => one.Items.Select(items.Of).ToArray())];
        _customers = [.. customers.Names.Select(Plain)];
        _items = [.. items.Names.Select(item => (Plain(item), Plain(itemNames.GetValueOrDefault(item) ?? "")))];
    }

    public int Count => _entries.Length;

    /// <summary>Those that fit every typed word, those whose number fits first, then customers, then items.</summary>
    public IReadOnlyList<OrderEntry> Find(string typed, int skip, int take)
    {
        var words = Plain(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(5).Select(word => new Word(word, this)).ToArray();
        var found = new List<OrderEntry>[] { [], [], [], [] };
        if (words.Length == 0) return [];
        for (var at = 0; at < _entries.Length; at++)
        {
            var worst = 0;
            for (var word = 0; word < words.Length && worst < found.Length; word++) worst = Math.Max(worst, words[word].FitOf(at));
            if (worst < found.Length && found[worst].Count < skip + take) found[worst].Add(_entries[at]);
        }
        return [.. found.SelectMany(some => some).Skip(skip).Take(take)];
    }

    /// <summary>Small letters without marks, so that "muller" finds Müller.</summary>
    private static string Plain(string text)
    {
        if (text.All(letter => char.IsAsciiDigit(letter) || char.IsAsciiLetterLower(letter))) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var letter in Whole(text).Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) plain.Append(char.ToLowerInvariant(letter));
        return plain.ToString();
    }

    /// <summary>Half a picture, as a cut leaves it, cannot be normalised.</summary>
    private static string Whole(string text) => text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text;

    private static (OrderEntry Entry, IReadOnlyList<string> Items) Read(string order, List<OrderKey> lines, IReadOnlyDictionary<string, string> itemNames)
    {
        var open = lines.Where(line => line.IsOpen).ToList();
        var dated = open.Count > 0 ? open : lines;
        var items = lines.Select(line => line.Item).Distinct().ToList();
        var first = dated[0].Item;
        return (new OrderEntry(
            order, lines.Select(line => line.Customer).FirstOrDefault(customer => customer is { Length: > 0 }),
            itemNames.GetValueOrDefault(first) is { Length: > 0 } name ? name : first, items.Count, dated.Min(line => line.Commitment), open.Count > 0), items);
    }

    private static bool StartsAWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return true;
        return false;
    }

    private sealed class Numbering
    {
        private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

        public List<string> Names { get; } = [];

        public int Of(string name)
        {
            if (_known.TryGetValue(name, out var number)) return number;
            Names.Add(name);
            return _known[name] = Names.Count - 1;
        }
    }

    /// <summary>One typed word, with the names that it fits.</summary>
    private sealed class Word(string text, OrderIndex index)
    {
        private readonly bool[] _customers = [.. index._customers.Select(name => StartsAWord(name, text))];
        private readonly bool[] _items = [.. index._items.Select(item => item.Number.StartsWith(text, StringComparison.Ordinal) || StartsAWord(item.Name, text))];
        private readonly bool _hasDigit = text.Any(char.IsAsciiDigit);

        /// <summary>0: the number; 1: its beginning or end; 2: the customer; 3: an item; 4: nothing.</summary>
        public int FitOf(int order)
        {
            var number = index._numbers[order];
            // Nearly none holds the text at all, and that is one fast look.
            if ((_hasDigit || text.Length <= 2) && number.Contains(text, StringComparison.Ordinal))
            {
                if (number == text) return 0;
                if (number.StartsWith(text, StringComparison.Ordinal) || StartsItsDigits(number) || (text.Length >= ShortestEnding && number.EndsWith(text, StringComparison.Ordinal))) return 1;
            }
            if (index._customerOf[order] is >= 0 and var customer && _customers[customer]) return 2;
            foreach (var item in index._itemsOf[order])
                if (_items[item]) return 3;
            return 4;
        }

        /// <summary>People leave out the letters that all orders begin with: 632 for SO63216.</summary>
        private bool StartsItsDigits(string number)
        {
            var digits = number.AsSpan().IndexOfAnyInRange('0', '9');
            return digits > 0 && number.AsSpan(digits).StartsWith(text, StringComparison.Ordinal);
        }
    }
}
