using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Store.Problems;

namespace SoeBot.Exceptions;

/// <summary>Who looks for the cause of a process problem (R41): by a button or a typed line, one transaction with its audit line.</summary>
internal sealed class OwnCause(PlanStore plans, CauseOwnerStore owners, PeopleStore people, Rights rights)
{
    /// <param name="Committed">What was to be committed together with it was.</param>
    internal sealed record Result(string Words, bool Committed);

    /// <param name="plant">Whose.</param>
    /// <param name="number">Of the process problem.</param>
    /// <param name="owner">Who is to look for the cause.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    /// <param name="takeOver">A typed line may take it from somebody else, a button not.</param>
    /// <param name="with">What is committed together with it, made of the words that answer.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Result> GiveAsync(PlantId plant, int number, PersonKey owner, PersonKey by, DateTimeOffset now, bool takeOver, Func<string, Effect> with, CancellationToken ct)
    {
        if (!await rights.HasAnyAsync(plant, by, ct)) return new(await rights.WhoCanAsync(plant, "look for a cause", ct), false);
        if (await plans.InUseAsync(plant, ct) is not { Version: { } version, Findings: { } findings } || findings.Problems.FirstOrDefault(one => one.Number == number) is not { } problem)
            return new($"I know no process problem X-{number}.", false);
        if (problem.ClosedOn is { } closed) return new($"{problem.Name} was closed on {PlanWords.Day(closed)}: it did not come back.", false);
        var before = await owners.OfAsync(plant, [number], ct) is [{ Owner: { } current }] ? current : (PersonKey?)null;
        var names = await people.NamesAsync([owner, .. before is { } known ? [known] : (PersonKey[])[]], ct);
        return await owners.ChangeAsync(plant, number, held =>
        {
            if (held.Owner is { } other && other != owner && !takeOver)
                return (new Result($"{Name(other)} looks for the cause of {problem.Name} already. To take it over, type: I take {problem.Name}", false), Effect.None);
            var changed = held.GiveTo(owner, now);
            var words = $"{Name(owner)} looks for the cause of {problem.Name}{(changed ? "" : " already")}.";
            var effect = with(words);
            if (changed) effect = effect with { Audit = [.. effect.Audit, new AuditLine(plant, now, by, ExceptionVerbs.Cause, problem.Name, $"to {owner.ObjectId}", version.Number)] };
            return (new Result(words, true), effect);
        }, ct);

        string Name(PersonKey person) => names.TryGetValue(person, out var known) && known.Name.Length > 0 ? known.Name : "Somebody";
    }
}
