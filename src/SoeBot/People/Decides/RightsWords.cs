using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.People.Decides;

/// <summary>Rights as people write and read them: "plant manager up to 50,000, then executive".</summary>
internal static partial class RightsWords
{
    public static string Of(RightsPart part) => part switch
    {
        RightsPart.Frozen => "frozen",
        RightsPart.Firm => "firm",
        RightsPart.Tie => "no agreement",
        RightsPart.Path => "path",
        RightsPart.Sponsor => "sponsor",
    };

    /// <summary>Null when the words name no part.</summary>
    public static RightsPart? Part(string words) => words.Trim().ToLowerInvariant() switch
    {
        "frozen" or "frozen week" or "week 1" => RightsPart.Frozen,
        "firm" or "firm week" or "week 2" => RightsPart.Firm,
        "no agreement" or "tie" or "disagreement" => RightsPart.Tie,
        "path" or "escalation" or "escalation path" => RightsPart.Path,
        "sponsor" => RightsPart.Sponsor,
        _ => null,
    };

    /// <summary>A part as it can be typed again; of the sponsor the object id.</summary>
    public static string Of(RightsPart part, DecisionRights rights) => part switch
    {
        RightsPart.Frozen => Of(rights.Frozen),
        RightsPart.Tie => Of(rights.Tie),
        RightsPart.Firm => Of(rights.Firm),
        RightsPart.Path => Of(rights.Path),
        RightsPart.Sponsor => rights.Sponsor ?? "nobody",
    };

    public static string Of(IReadOnlyList<DecidingStep> steps) => string.Join(", then ", steps.Select(step => step.UpTo is { } most ? $"{Roles.Words(step.Role)} up to {PlanWords.Quantity(most)}" : Roles.Words(step.Role)));

    public static string Of(IReadOnlyList<Role> roles) => string.Join(", ", roles.Select(Roles.Words));

    /// <summary>Null when a word is no role or an amount is no number.</summary>
    public static IReadOnlyList<DecidingStep>? Steps(string words)
    {
        var found = new List<DecidingStep>();
        foreach (var part in Parts(words))
        {
            if (Step().Match(part) is not { Success: true } match || Roles.Read(match.Groups["role"].Value) is not { } role) return null;
            decimal? most = null;
            if (match.Groups["most"].Success)
            {
                // What parts the digits parts thousands: nobody limits a right to cents, and 50,000.50 is not understood.
                if (!decimal.TryParse(match.Groups["most"].Value.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount <= 0) return null;
                most = amount;
            }
            found.Add(new DecidingStep(role, most));
        }
        return found;
    }

    /// <summary>Null when a word is no role.</summary>
    public static IReadOnlyList<Role>? RolesIn(string words) =>
        Parts(words).Select(Roles.Read).ToList() is var roles && roles.Contains(null) ? null : [.. roles.OfType<Role>()];

    /// <summary>What is wrong, and what to do.</summary>
    public static string Refusal(RightsPart part, RightsProblem problem, Role? role) => problem switch
    {
        RightsProblem.Nobody => "Name who decides: without anybody nothing could be decided there.",
        RightsProblem.NamedTwice => $"{DataWords(role)} is named twice.",
        RightsProblem.MayNotDecide when role == Role.Administrator => "Administrators give the rights; they do not decide by them.",
        RightsProblem.MayNotDecide => $"{DataWords(role)} asks for changes and does not decide them.",
        RightsProblem.LimitsDoNotRise => "Each limit has to be above the one before, and only the last has none.",
        RightsProblem.NobodyAbove => $"Above the limit of the {Roles.Words(role!.Value)} nobody could decide: name who does, or put somebody above them on the path.",
        RightsProblem.NobodyHolds => $"Nobody is {Roles.Words(role!.Value)} and there is no deputy, so nobody could decide. Give somebody the role first.",
        RightsProblem.SponsorIsNoExecutive => "The sponsor has to be an executive. Give them the role first.",
    };

    private static string DataWords(Role? role) => role is { } known ? Cards.DataLine.Capital(Roles.Words(known), 40) : "";

    private static IEnumerable<string> Parts(string words) => Between().Split(words.Trim().TrimEnd('.', '!')).Select(part => part.Trim()).Where(part => part.Length > 0);

    // A comma between digits belongs to the number.
    [GeneratedRegex(@"\s*(?:,(?!\d{3}\b)(?:\s*(?:then|and)\s+)?|;|\bthen\b|\band\b|>|→)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?<role>[\p{L}&' ]+?)(?:\s+(?:up\s+to|to|until|<=?)\s*(?<most>\d{1,3}(?:[., ]\d{3}){1,4}|\d{1,16}))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
