using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.Teams.Auth;

namespace SoeBot.Channel;

/// <summary>
/// Local trial mode only: the first person who writes holds every role of the sample plant, and anyone may take one by saying so,
/// so that one newcomer can play all parts.
/// </summary>
internal sealed partial class TrialRoles(PeopleStore people, PlantProfiles plants, IOptions<BotOptions> bot) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        if (bot.Value.IsLocalTrial) registry.Commands.Add("trial.role", IAmLine(), "I am plant manager", TakeRoleAsync);
    }

    /// <summary>Tells the newcomer so, with the roles in one transaction: told without them, or not told, would be half of it.</summary>
    public async Task GrantFirstAsync(Turn turn, CancellationToken ct)
    {
        if (!bot.Value.IsLocalTrial || !plants.Get(turn.Plant).Sample || await people.HasAnyRoleHolderAsync(turn.Plant, ct)) return;
        var told = turn.ToConversation(
            SayCard.Of("You are the first here, so you hold every role of the sample plant. Others take one by typing \"I am plant manager\".\nReminders come when the plant's time moves on: type \"clock next\"."), $"trial:{turn.Plant}:{turn.By.ObjectId}");
        var roles = Enum.GetValues<Role>();
        await people.GrantFirstAsync(turn.Plant, turn.By, roles, new Effect { Audit = [.. roles.SelectMany(role => Granted(turn, role).Audit)], Messages = [told] }, ct);
    }

    private async Task<Effect> TakeRoleAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (Roles.Read(words.Groups["role"].Value) is not { } role)
            return turn.Answer(SayCard.Of($"I know these roles: {string.Join(", ", Enum.GetValues<Role>().Select(Roles.Words))}."));
        await people.GrantAsync(turn.Plant, turn.By, role, Granted(turn, role), ct);
        return turn.Answer(SayCard.Of($"{turn.ByName}, you are {Roles.Words(role)} of {plants.Get(turn.Plant).Name} now."));
    }

    private static Effect Granted(Turn turn, Role role) =>
        new() { Audit = [new AuditLine(turn.Plant, turn.Now, turn.By, "role.grant", turn.By.ObjectId, $"{Roles.Words(role)} (local trial)")] };

    [GeneratedRegex(@"^\s*i(?:\s+am|['’]m)\s+(?<role>[\p{L}&\s]{3,40})[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex IAmLine();
}
