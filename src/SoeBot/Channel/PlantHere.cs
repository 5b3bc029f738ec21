using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;

namespace SoeBot.Channel;

/// <summary>"this is bothell", typed where a plant's week or its meeting shall be: with several plants somebody has to say which is whose.</summary>
internal sealed partial class PlantHere(ConversationStore conversations, Rights rights, PersonFinder finder, PlantProfiles plants) : ISlice
{
    public void Register(SliceRegistry registry) => registry.Commands.Add("plant.here", HereLine(), "this is bothell", BindAsync);

    private async Task<Effect> BindAsync(Turn turn, Match words, CancellationToken ct)
    {
        var asked = words.Groups["plant"].Value.Trim();
        if (plants.All.FirstOrDefault(one => one.Id.Value.Equals(asked, StringComparison.OrdinalIgnoreCase) || one.Name.Equals(asked, StringComparison.OrdinalIgnoreCase)) is not { } plant)
            return turn.Refuse($"I know no plant \"{DataLine.Short(asked, 40)}\". There {(plants.All.Count == 1 ? "is" : "are")} {string.Join(", ", plants.All.Select(one => one.Name))}.");
        if (turn.Use == ConversationUse.Personal) return turn.Refuse($"Type this in the channel or the meeting's chat of {plant.Name}. Here name the plant in the line: at risk {plant.Id}.");
        if (!await rights.HasAsync(plant.Id, turn.By, Role.Administrator, ct))
            return turn.Refuse($"Where {plant.Name} is at home is said by {string.Join(" or ", await finder.NamesAsync(plant.Id, Role.Administrator, ct))}.");
        var use = turn.Use == ConversationUse.Channel ? ChannelUse.Week : ChannelUse.Meeting;
        await conversations.BindAsync(plant.Id, turn.Tenant, turn.Conversation, use, ct);
        return turn.Answer(SayCard.Of(use == ChannelUse.Week
            ? $"This is the channel of {plant.Name} now: what its week posts comes here.\nOf another plant say its name: at risk {plants.All.FirstOrDefault(one => one.Id != plant.Id)?.Id.Value ?? plant.Id.Value}."
            : $"This is the meeting of {plant.Name} now.")) with
        {
            Audit = [new AuditLine(plant.Id, turn.Now, turn.By, "plant.here", use.ToString())],
        };
    }

    [GeneratedRegex(@"^\s*(?:this(?:\s+(?:channel|chat|meeting))?\s+(?:is|belongs\s+to)(?:\s+plant)?|plant)\s+(?<plant>[^\r\n]{1,60}?)[\s.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex HereLine();
}
