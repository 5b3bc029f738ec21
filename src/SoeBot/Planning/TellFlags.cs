using SoeBot.Domain.Flags;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;

namespace SoeBot.Planning;

/// <summary>
/// Whom a version's new findings are told at once, in the transaction that stores them: executives a criterion that fired (R107 to R111),
/// planning a shifted mix (R115). Everything else waits for the morning's page.
/// </summary>
internal sealed class TellFlags(Rights rights)
{
    public async Task<Effect> EffectAsync(PlantProfile plant, PlanVersion version, PlanFindings findings, DateTimeOffset now, CancellationToken ct)
    {
        var fired = findings.Flags.Where(flag => flag.FiredIn == version.Number).ToList();
        var opened = findings.Problems.Where(problem => problem.OpenedIn == version.Number);
        var executives = fired.Where(flag => flag.IsExecutive).ToList();
        var messages = new List<NewMessage>();
        if (executives.Count > 0) messages.AddRange(await ToAsync(plant, version, Role.Executive, "executive", ct));
        if (fired.Exists(flag => flag.Kind == FlagKind.MixShift)) messages.AddRange(await ToAsync(plant, version, Role.Planning, "flags", ct));
        return new Effect
        {
            Messages = messages,
            Audit =
            [
                .. executives.Concat(fired.Where(flag => flag.Kind == FlagKind.MixShift)).Select(flag => new AuditLine(plant.Id, now, null, "flag.fire", flag.Object, flag.Words, version.Number)),
                .. opened.Select(problem => new AuditLine(plant.Id, now, null, "problem.open", problem.Name, problem.Words, version.Number)),
            ],
        };
    }

    /// <summary>One card per person and version; an older one that has not gone out gives way.</summary>
    private async Task<IEnumerable<NewMessage>> ToAsync(PlantProfile plant, PlanVersion version, Role role, string card, CancellationToken ct) =>
        (await rights.HoldersAsync(plant.Id, role, ct)).Select(person => new NewMessage
        {
            Plant = plant.Id, Key = $"{card}:{plant.Id}:{version.Number}:{person.ObjectId}", Kind = MessageKind.Reminder, Chain = $"{card}:{plant.Id}",
            Target = new MessageTarget.Person(person), Card = new CardRef(card, ""),
        });
}
