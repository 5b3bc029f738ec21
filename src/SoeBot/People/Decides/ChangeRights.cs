using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;

namespace SoeBot.People.Decides;

/// <param name="Words">What came of it.</param>
internal sealed record RightsAnswer(bool Changed, string Words);

/// <summary>An administrator writes down who decides. Checked and written in one transaction, with what stood before.</summary>
internal sealed class ChangeRights(RightsStore store, Rights rights, PersonFinder finder, PlantProfiles plants)
{
    public const string Verb = "rights.change";

    /// <summary>Null for administrators.</summary>
    public async Task<string?> RefusalAsync(PlantId plant, PersonKey by, CancellationToken ct) =>
        await rights.HasAsync(plant, by, Role.Administrator, ct) ? null : $"Who decides is changed by {string.Join(" or ", await finder.NamesAsync(plant, Role.Administrator, ct))}.";

    /// <param name="origin">Who, where, when.</param>
    /// <param name="part">What.</param>
    /// <param name="words">Roles with their limits; for the sponsor as they were typed.</param>
    /// <param name="sponsor">Whom the words name, where the sponsor changes.</param>
    /// <param name="also">What else is written with it, made of what came of it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<RightsAnswer> ApplyAsync(Origin origin, RightsPart part, string words, Person? sponsor, Func<RightsAnswer, Effect> also, CancellationToken ct)
    {
        if (await RefusalAsync(origin.Plant, origin.By, ct) is { } refused)
        {
            return await store.ChangeAsync<RightsAnswer>(origin.Plant, default, (_, _) => new RightsAnswer(false, refused) is var no ? (no, null, also(no) with
            {
                Audit = [new AuditLine(origin.Plant, origin.Now, origin.By, Verb, RightsWords.Of(part), "refused: no administrator")],
            }) : default, ct);
        }
        var plant = plants.Get(origin.Plant);
        return await store.ChangeAsync<RightsAnswer>(origin.Plant, plant.Calendar.DayOf(origin.Now), (stored, staff) =>
        {
            var before = stored ?? plant.Rights;
            if (Read(before, part, words, sponsor) is not { } next)
                return No(part == RightsPart.Sponsor ? "I do not know whom you mean. Mention one person with @." : $"I know these roles: {RightsWords.Of(Enum.GetValues<Role>())}. Write for example: plant manager up to 50,000, then executive.");
            if (DecisionRightsRules.Check(part, next, staff) is var (problem, role)) return No(RightsWords.Refusal(part, problem, role));
            if (next.Equals(before)) return No("That was so before.");
            var (was, now) = (RightsWords.Of(part, before), RightsWords.Of(part, next));
            var answer = new RightsAnswer(true, part == RightsPart.Sponsor ? $"The sponsor is {sponsor!.Name} now." : $"Now: {now}. Before: {was}.");
            var effect = also(answer);
            return (answer, next, effect with
            {
                Audit = [new AuditLine(origin.Plant, origin.Now, origin.By, Verb, RightsWords.Of(part), $"before: {was}; after: {now}")],
                Messages = [.. effect.Messages, .. Told(origin, plant, part, before, next, staff)],
            });
        }, ct);

        (RightsAnswer, DecisionRights?, Effect) No(string why) => new RightsAnswer(false, why) is var no ? (no, null, also(no)) : default;
    }

    private static DecisionRights? Read(DecisionRights before, RightsPart part, string words, Person? sponsor) => part switch
    {
        RightsPart.Frozen => RightsWords.Steps(words) is { } steps ? before with { Frozen = DecisionRightsRules.Completed(steps, before.Path) } : null,
        RightsPart.Tie => RightsWords.Steps(words) is { } steps ? before with { Tie = DecisionRightsRules.Completed(steps, before.Path) } : null,
        RightsPart.Firm => RightsWords.RolesIn(words) is { } roles ? before with { Firm = roles } : null,
        RightsPart.Path => RightsWords.RolesIn(words) is { } roles ? before with { Path = roles } : null,
        RightsPart.Sponsor => sponsor is not null ? before with { Sponsor = sponsor.Key.ObjectId } : null,
    };

    /// <summary>Whoever decides from now on and did not before hears of it.</summary>
    private static IEnumerable<NewMessage> Told(Origin origin, PlantProfile plant, RightsPart part, DecisionRights before, DecisionRights next, Staffing staff)
    {
        if (part is RightsPart.Path or RightsPart.Sponsor) yield break;
        var (was, now) = part == RightsPart.Firm ? (before.Firm, next.Firm) : ([.. Steps(part, before).Select(step => step.Role)], [.. Steps(part, next).Select(step => step.Role)]);
        foreach (var role in now.Except(was))
            foreach (var person in staff.HoldersOf(role).Where(person => person != origin.By && !staff.IsGone(person)))
                yield return new NewMessage
                {
                    Plant = plant.Id, Key = $"rights:{plant.Id}:{RightsWords.Of(part)}:{role}:{person.ObjectId}:{origin.Now.UtcTicks}", Kind = MessageKind.Record, Target = new MessageTarget.Person(person),
                    Card = SayCard.Of($"{plant.Name}: as {Roles.Words(role)} you {(part == RightsPart.Firm ? "sign changes in the firm week" : part == RightsPart.Tie ? "decide in the firm week where the functions do not agree" : "decide on changes in the frozen week")} from now on. Type who decides to see it all."),
                };
    }

    private static IReadOnlyList<DecidingStep> Steps(RightsPart part, DecisionRights rights) => part == RightsPart.Tie ? rights.Tie : rights.Frozen;
}
