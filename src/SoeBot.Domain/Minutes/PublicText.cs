using System.Text.RegularExpressions;

namespace SoeBot.Domain.Minutes;

/// <summary>
/// Free text for a page that anybody with its address may read: what people typed may name a customer or an amount of money, which stand
/// on no such page (product page 7).
/// </summary>
public sealed partial class PublicText
{
    public const string Customer = "(customer)";
    public const string Amount = "(amount)";

    /// <summary>Shorter names are words of everyday language more often than customers.</summary>
    private const int ShortestName = 3;

    private readonly IReadOnlyList<string> _customers;

    /// <param name="customers">All names that must not be read; each is found whatever the case and as whole words only.</param>
    public PublicText(IEnumerable<string> customers) =>
        _customers = [.. customers.Select(name => name.Trim()).Where(name => name.Length >= ShortestName).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(name => name.Length)];

    public string Of(string text)
    {
        foreach (var customer in _customers) text = Without(text, customer);
        return Money().Replace(text, Amount);
    }

    private static string Without(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            var whole = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            text = whole ? string.Concat(text.AsSpan(0, at), Customer, text.AsSpan(end)) : text;
            at = whole ? at + Customer.Length : end;
            if (at >= text.Length) break;
        }
        return text;
    }

    private const string Number = @"\d(?:[\d.,'\u00A0\u202F ]*\d)?\s?(?:k|m|mio|million|thousand)?";
    private const string Currency = @"€|\$|£|¥|zł|Kč|₹|\b(?:EUR|USD|GBP|CHF|PLN|CZK|MXN|INR|JPY|CNY|SEK|NOK|DKK|HUF|RON|euros?|dollars?|pounds?|pesos?)\b";

    [GeneratedRegex($@"(?:{Currency})\s?{Number}|{Number}\s?(?:{Currency})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Money();
}
