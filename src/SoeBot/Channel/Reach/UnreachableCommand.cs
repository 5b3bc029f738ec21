using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.Store.Reach;

namespace SoeBot.Channel.Reach;

/// <summary>Typed "unreachable": to whom and to which places nothing can be written, for the lead and the administrators.</summary>
internal sealed partial class UnreachableCommand(
    ReachStore reach, PeopleStore people, ConversationStore conversations, Rights rights, PersonFinder finder, PlantProfiles plants) : ISlice
{
    private const int Most = 20;

    public void Register(SliceRegistry registry) => registry.Commands.Add("people.unreachable", Line(), "unreachable", ListAsync);

    private async Task<Effect> ListAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (!await rights.HasAsync(turn.Plant, turn.By, Role.Lead, ct) && !await rights.HasAsync(turn.Plant, turn.By, Role.Administrator, ct))
            return turn.Refuse($"Who cannot be reached is seen by {string.Join(" or ", await finder.NamesAsync(turn.Plant, Role.Lead, ct))}.");
        var lost = (await reach.AllAsync(ct)).Where(one => one.Tenant == turn.Tenant).ToList();
        if (lost.Count == 0) return turn.Answer(SayCard.Of("I can write to everybody."));
        var names = await people.NamesAsync([.. lost.Select(one => one.Person).OfType<PersonKey>()], ct);
        var lines = new List<string>();
        foreach (var one in lost.Take(Most)) lines.Add($"{await NameAsync(one, names, ct)}: {ReachWords.Of(one.State)}, since {Day(turn, one)}");
        if (lost.Count > Most) lines.Add($"and {lost.Count - Most} more");
        return turn.Answer(SayCard.Of($"I cannot write to\n{string.Join('\n', lines)}\nWhat they were to answer I ask in the channel. I try each again after a day, and at once when they write to me."));
    }

    private async Task<string> NameAsync(Unreachable one, IReadOnlyDictionary<PersonKey, Person> names, CancellationToken ct) => one switch
    {
        { Person: { } person } => names.TryGetValue(person, out var known) && known.Name.Length > 0 ? known.Name : "somebody whose name I do not know",
        { Place: { } place } => (await conversations.FindAsync(one.Tenant, place, ct))?.Name ?? "a conversation",
        _ => "a conversation",
    };

    private string Day(Turn turn, Unreachable one) => plants.Get(turn.Plant).Calendar.Local(one.Since).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?:unreachable|who\s+(?:can\s*not|can't)\s+be\s+reached|not\s+reached)\s*\??\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Line();
}
