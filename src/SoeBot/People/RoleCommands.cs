using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;

namespace SoeBot.People;

/// <summary>Roles in chat: "claim CODE" makes the first administrator, "@Ravi is procurement" and "@Dana is deputy plant manager" give a role, "roles" shows who holds what.</summary>
internal sealed partial class RoleCommands(
    PeopleStore people, DeputyStore deputies, AbsenceStore absences, PersonFinder finder, Rights rights, RoleWords words, FirstAdministrator first, PlantProfiles plants) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        registry.Commands.Add("role.claim", ClaimLine(), "claim 7Q2K9MWXRT", ClaimAsync);
        registry.Commands.Add("role.list", ListLine(), "roles", ListAsync);
        registry.Commands.Add("role.change", ChangeLine(), "@Ravi is procurement", ChangeAsync);
    }

    private async Task<Effect> ClaimAsync(Turn turn, Match line, CancellationToken ct)
    {
        var audit = new AuditLine(turn.Plant, turn.Now, turn.By, "role.claim", turn.By.ObjectId, Roles.Words(Role.Administrator));
        if (!await first.ClaimAsync(turn.Plant, turn.By, line.Groups["code"].Value, audit, ct))
            return turn.Answer(SayCard.Of("This code is not valid. It is printed in the log when the bot starts and a plant has no administrator yet."));
        return turn.Answer(SayCard.Of($"You administer {plants.Get(turn.Plant).Name} now.\nName the others below, or by writing: @Ravi is procurement."), new CardRef("setup", "asked"));
    }

    private async Task<Effect> ListAsync(Turn turn, Match line, CancellationToken ct)
    {
        var plant = plants.Get(turn.Plant);
        var today = plant.Calendar.DayOf(turn.Now);
        var staff = await absences.StaffingAsync(turn.Plant, today, ct);
        var names = await words.NamesAsync(staff, ct);
        return turn.Answer(SayCard.Of($"Who does what in {plant.Name}\n" + string.Join('\n', Enum.GetValues<Role>().Select(role =>
            $"{Roles.Words(role)}: {(words.Holders(staff, role, names, today) is { Length: > 0 } list ? list : "nobody")}{(words.Deputy(staff, role, names, today) is { } deputy ? $"; deputy {deputy}" : "")}"))));
    }

    private async Task<Effect> ChangeAsync(Turn turn, Match line, CancellationToken ct)
    {
        if (Roles.Read(line.Groups["role"].Value) is not { } role) return turn.Answer(SayCard.Of($"I know these roles: {string.Join(", ", Enum.GetValues<Role>().Select(Roles.Words))}."));
        if (!await rights.HasAsync(turn.Plant, turn.By, Role.Administrator, ct))
            return AskHolder.Refuse(turn, Role.Administrator, $"Roles are given by {string.Join(" or ", await finder.NamesAsync(turn.Plant, Role.Administrator, ct))}.");
        if (await finder.NamedInAsync(turn, line.Groups["who"].Value, ct) is not { } person)
            return turn.Answer(SayCard.Of("I do not know whom you mean. Mention one person with @, who has written to me once."));
        var change = new RoleChange(role, line.Groups["deputy"].Success, line.Groups["not"].Success);
        if (!change.IsTaken && person.IsGuest) return turn.Answer(SayCard.Of($"{person.Name} is a guest. Guests get no role: they see no customers and no money."));
        var outcome = await ApplyAsync(turn, person, change, ct);
        var what = $"{(change.IsDeputy ? "deputy " : "")}{Roles.Words(role)} of {plants.Get(turn.Plant).Name}";
        return turn.Answer(SayCard.Of(outcome == RevokeOutcome.LastAdministrator ? "This is the only administrator. Name another one first."
            : outcome == RevokeOutcome.LastWhoDecides ? Roles.LastWords(person.Name, role)
            : $"{person.Name} {(change.IsTaken ? "is no longer" : "is")} {what}{(outcome == RevokeOutcome.NotHeld ? "; that was so before" : "")}."));
    }

    /// <returns><see cref="RevokeOutcome.NotHeld"/> when it stood so already.</returns>
    private async Task<RevokeOutcome> ApplyAsync(Turn turn, Person person, RoleChange change, CancellationToken ct)
    {
        var effect = new Effect { Audit = [new AuditLine(turn.Plant, turn.Now, turn.By, change.Verb, person.Key.ObjectId, Roles.Words(change.Role))] };
        return change switch
        {
            { IsDeputy: false, IsTaken: true } => await people.RevokeAsync(turn.Plant, person.Key, change.Role, effect, ct),
            { IsDeputy: true, IsTaken: true } => await deputies.ClearAsync(turn.Plant, change.Role, person.Key, effect, ct),
            { IsDeputy: true } => Changed(await deputies.SetAsync(turn.Plant, change.Role, person.Key, effect, ct)),
            _ => Changed(await people.GrantAsync(turn.Plant, person.Key, change.Role, effect, ct)),
        };
    }

    private static RevokeOutcome Changed(bool changed) => changed ? RevokeOutcome.Revoked : RevokeOutcome.NotHeld;

    /// <param name="IsTaken">Taken away, not given.</param>
    private sealed record RoleChange(Role Role, bool IsDeputy, bool IsTaken)
    {
        /// <summary>As the audit names it.</summary>
        public string Verb => (IsDeputy, IsTaken) switch { (true, true) => "role.deputy-revoke", (true, false) => "role.deputy", (false, true) => "role.revoke", (false, false) => "role.grant" };
    }

    [GeneratedRegex(@"^\s*claim\s+(?<code>[a-z0-9-]{6,20})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ClaimLine();

    [GeneratedRegex(@"^\s*(?:roles|who\s+does\s+what)\s*\??\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ListLine();

    [GeneratedRegex(@"^\s*(?<who>@?[\p{L}][\p{L}\s.'-]{0,60}?)\s+is\s+(?<not>not\s+|no\s+longer\s+)?(?:the\s+|a\s+)?(?<deputy>deputy\s+(?:of\s+|for\s+)?(?:the\s+)?)?(?<role>(?:the\s+|in\s+)?(?:planning|planner|procurement|buyer|purchasing|customer\s+service|plant\s+manager|lead|s&oe\s+lead|coordinator|sales|logistics|finance|executive|administrator|admin))\s*[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ChangeLine();
}
