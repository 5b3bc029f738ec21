using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Words;

namespace SoeBot.Changes;

/// <summary>Reads "move 63216 up to Thursday, customer line stops": the day is taken out, what is left is the reason in the asker's words.</summary>
internal static partial class ChangeLines
{
    public static ChangeDraft Read(ChangeKind kind, Match words, Guid id, DateOnly today, PlantCalendar calendar)
    {
        var rest = words.Groups["rest"].Value;
        // Only what stands before the first comma says when; after it people give their reason, which may name days too.
        var cut = rest.IndexOf(',', StringComparison.Ordinal) is var comma and >= 0 ? comma : rest.Length;
        var day = DayReading.In(rest[..cut], today, calendar);
        var left = day is { } found ? LeftOfDay().Replace(rest[..cut].Replace(found.Text, " ", StringComparison.Ordinal), " ") + rest[cut..] : rest;
        left = Blanks().Replace(Lead().Replace(left.Trim(' ', ',', '.', ':', ';', '-'), ""), " ").Trim(' ', ',', '.', ':', ';', '-');
        return new ChangeDraft(id, kind, words.Groups["order"].Value)
        {
            To = kind is ChangeKind.Cancel or ChangeKind.Quantity ? null : day?.Day,
            Quantity = decimal.TryParse(words.Groups["q"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pieces) ? pieces : null,
            IsEmergency = words.Groups["done"].Success, Text = left.Length > 300 ? left[..300] : left,
            Reason = ReasonIn(left), CustomerAsked = left.Contains("customer", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static ChangeReason? ReasonIn(string text) =>
        LineStops().IsMatch(text) ? ChangeReason.LineStop
        : text.Contains("customer", StringComparison.OrdinalIgnoreCase) ? ChangeReason.CustomerAsks
        : null;

    /// <summary>What a shift did at once, because nobody could be asked.</summary>
    private const string Done = @"(?:(?<done>emergency)\b\s*[:,\-]?\s*)?";

    /// <summary>Production orders of many plants end in a counter: "WO2648-05".</summary>
    private const string Order = @"(?:order\s+)?(?<order>" + OrderNumber.Pattern + @"(?:-\d{1,4}(?![\d-]))?)";

    [GeneratedRegex(@"^\s*" + Done + @"(?:please\s+)?(?:move|pull|push|bring|mover|verschiebe?n?|d[eé]placer|przesu[nń])\s+" + Order + @"\b\s*(?:up|out|back|forward|in|ahead|earlier|later)?\s*(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    public static partial Regex Move();

    [GeneratedRegex(@"^\s*" + Done + @"(?:please\s+)?cancel\s+" + Order + @"\b(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    public static partial Regex Cancel();

    [GeneratedRegex(@"^\s*" + Done + @"(?:please\s+)?split\s+" + Order + @"\s+(?<q>\d{1,9})\s*[/+]\s*\d{1,9}\b(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    public static partial Regex Split();

    [GeneratedRegex(@"^\s*" + Done + @"(?:please\s+)?add\s+(?<q>\d{1,9})\s+(?:pcs\s+|pieces\s+)?(?:of\s+)?(?<order>[\w\-./]{2,40}?)(?=[\s,]|$)(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    public static partial Regex Add();

    [GeneratedRegex(@"^\s*" + Done + @"(?:please\s+)?(?:change|set)\s+" + Order + @"\s+to\s+(?<q>\d{1,9})\s*(?:pcs|pieces)\b(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    public static partial Regex Quantity();

    [GeneratedRegex(@"^\s*c-(?<n>\d{1,6})\s*\??\s*$", RegexOptions.IgnoreCase)]
    public static partial Regex Bare();

    [GeneratedRegex(@"^\s*(?:open\s+)?change(?:s|\s+requests?)\s*\??\s*$", RegexOptions.IgnoreCase)]
    public static partial Regex All();

    [GeneratedRegex(@"^\s*(?:violations?|frozen\s+violations?|changes?\s+without\s+(?:approval|request))\s*\??\s*$", RegexOptions.IgnoreCase)]
    public static partial Regex Violations();

    [GeneratedRegex(@"^\s*(?:approve|aprobar|genehmigt?|approuver|zatwierd[zź])\s+c-?(?<n>\d{1,6})\b(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    public static partial Regex Approve();

    [GeneratedRegex(@"^\s*(?:reject|ablehnen|rechazar|refuser|odrzu[cć])\s+c-?(?<n>\d{1,6})\b(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    public static partial Regex Reject();

    [GeneratedRegex(@"^\s*withdraw\s+c-?(?<n>\d{1,6})\b(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    public static partial Regex Withdraw();

    [GeneratedRegex(@"\bline\s+(?:is\s+)?(?:stops?|down|stands|stopped)|\bline[\s-]stop|\bstop(?:s|ped)?\s+(?:a|the|its|their)\s+line\b", RegexOptions.IgnoreCase)]
    private static partial Regex LineStops();

    /// <summary>"to Fri", of which only "27 Nov" was the day.</summary>
    [GeneratedRegex(@"\b(?:(?:to|on|by|until)\s+)?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\s*$|\b(?:to|on|by|until)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex LeftOfDay();

    [GeneratedRegex(@"^(?:because|since|for|as)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Blanks();
}
