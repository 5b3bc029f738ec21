using System.Globalization;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Contests;
using SoeBot.Store.Effects;

namespace SoeBot.Metrics;

/// <summary>Who says what about which number, the same for a button and a typed line.</summary>
internal sealed record Doubt(PlantId Plant, PersonKey By, DateTimeOffset Now, string Number, string? Words);

/// <summary>A number is contested and resolved (product 5): one transaction with its audit line. People of the plant may contest; whoever did, planning and administrators may resolve.</summary>
internal sealed class ContestNumber(ContestStore contests, NumberCards cards, Rights rights, PlantProfiles plants)
{
    public const string NeedsReason = "Say what is wrong with it: contest attainment scrap booked twice";
    private const string NoWeek = "There is no finished week yet, so there is no number to contest.";

    /// <param name="doubt">Who says what.</param>
    /// <param name="with">Makes what is committed together with it of the words that answer.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What to answer, and whether <paramref name="with"/> was committed.</returns>
    public async Task<(string Words, bool Committed)> RaiseAsync(Doubt doubt, Func<string, Effect> with, CancellationToken ct)
    {
        if (!await rights.HasAnyAsync(doubt.Plant, doubt.By, ct)) return (await rights.WhoCanAsync(doubt.Plant, "contest a number", ct), false);
        if (string.IsNullOrWhiteSpace(doubt.Words)) return (NeedsReason, false);
        if (await cards.WeekAsync(doubt.Plant, ct) is not { } week) return (NoWeek, false);
        var title = NumberNames.Title(doubt.Number)!;
        return await contests.RaiseAsync(doubt.Plant, doubt.Number, week, doubt.By, contest =>
        {
            var outcome = contest.Raise(doubt.Words, doubt.Now);
            var words = outcome == ContestOutcome.SameAsBefore ? $"{title}: you contest it already: {contest.Reason}" : $"{title} of week {plants.Get(doubt.Plant).Calendar.WeekOf(week).Number} is contested: {contest.Reason}";
            var effect = with(words);
            if (outcome == ContestOutcome.Changed) effect = effect with { Audit = [.. effect.Audit, Line(doubt, NumberVerbs.Contest, week, contest.Reason)] };
            return ((words, true), effect);
        }, ct);
    }

    /// <inheritdoc cref="RaiseAsync"/>
    public async Task<(string Words, bool Committed)> ResolveAsync(Doubt doubt, Func<string, Effect> with, CancellationToken ct)
    {
        if (!await rights.HasAnyAsync(doubt.Plant, doubt.By, ct)) return (await rights.WhoCanAsync(doubt.Plant, "resolve a contested number", ct), false);
        var always = await rights.HasAsync(doubt.Plant, doubt.By, Role.Planning, ct) || await rights.HasAsync(doubt.Plant, doubt.By, Role.Administrator, ct);
        var title = NumberNames.Title(doubt.Number)!;
        return await contests.ResolveAsync(doubt.Plant, doubt.Number, open =>
        {
            var resolved = open.Where(contest => contest.Resolve(doubt.By, always, doubt.Words, doubt.Now) == ContestOutcome.Changed).ToList();
            var left = open.Count - resolved.Count;
            var words = open.Count == 0 ? $"{title}: nobody contests it."
                : resolved.Count == 0 ? $"{title} is contested by somebody else. They, planning or an administrator can call it resolved."
                : left > 0 ? $"{title}: your doubt is resolved, {left} of others stand." : $"{title}: resolved{(doubt.Words is { Length: > 0 } answer ? $", {answer}" : "")}.";
            var effect = with(words);
            return ((words, true), effect with { Audit = [.. effect.Audit, .. resolved.Select(contest => Line(doubt, NumberVerbs.Resolve, contest.Week, contest.Answer))] });
        }, ct);
    }

    private static AuditLine Line(Doubt doubt, string what, DateOnly week, string? words) =>
        new(doubt.Plant, doubt.Now, doubt.By, what, $"{doubt.Number} {week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", words);
}
