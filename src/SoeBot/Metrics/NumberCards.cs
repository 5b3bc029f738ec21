using SoeBot.Cards;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Contests;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Teams.Cards;

namespace SoeBot.Metrics;

/// <summary>Loads what the cards of numbers show: what is stored with the plan in use, and what people doubt.</summary>
internal sealed class NumberCards(PlanStore plans, ContestStore contests, PeopleStore people, PlantProfiles plants, PlantClock clock)
{
    /// <summary>Null before the first import.</summary>
    public async Task<Card?> ThreeAsync(PlantId id, CancellationToken ct)
    {
        if (await plans.InUseAsync(id, ct) is not { Version: { } version, Findings: { } findings, Baselines: var baselines }) return null;
        var plant = plants.Get(id);
        var open = findings.Exceptions;
        var week = plant.Calendar.WeekOf(version.DataAt);
        return NumbersCard.Draw(new NumbersView(
            id.Value, plant.Name, Weeks(plant, findings), open.Count,
            findings.ExceptionWeeks.FirstOrDefault(one => one.Week == week.Previous)?.OpenAtEnd,
            open.Count(found => found.Category == ExceptionCategory.UnapprovedChange), open.Count(found => found.Category == ExceptionCategory.LateSupply),
            [.. open.Where(found => found.IsProcessProblem).Select(found => found.Object)],
            await DataAsync(plant, version, ct))
        {
            Settings = plant.Numbers, Contests = await ContestsAsync(plant, findings, ct),
            Unconfirmed = findings.Weeks.MaxBy(one => one.Week.Start) is { } last ? FrozenWords.Unconfirmed(baselines, last.Week, plant.Calendar, clock.Now(id)) : null,
        });
    }

    /// <param name="id">Whose.</param>
    /// <param name="about">"all:5" for a page, "Otif" or "Otif:10" for one number.</param>
    /// <param name="withMoney">Only one person of the plant sees it.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null before the first import.</returns>
    public async Task<Card?> AllAsync(PlantId id, string about, bool withMoney, CancellationToken ct)
    {
        if (await plans.InUseAsync(id, ct) is not { Version: { } version, Findings: { } findings }) return null;
        var plant = plants.Get(id);
        var view = new FiguresView(id.Value, plant.Name, findings.Figures, await ContestsAsync(plant, findings, ct), withMoney, await DataAsync(plant, version, ct));
        var parts = about.Split(':', 2);
        var skip = parts.Length > 1 && int.TryParse(parts[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        return findings.Figures.FirstOrDefault(figure => figure.Kind.ToString() == parts[0]) is { } one ? FiguresCard.DrawOne(view, one, skip) : FiguresCard.Draw(view, skip);
    }

    /// <summary>The week that the numbers of the plan in use are of; null when no week is finished.</summary>
    public async Task<DateOnly?> WeekAsync(PlantId id, CancellationToken ct) =>
        await plans.InUseAsync(id, ct) is { Findings: { } findings } && Weeks(plants.Get(id), findings) is [{ } last, ..] ? last.Week.Start : null;

    private static IReadOnlyList<WeekNumbers> Weeks(PlantProfile plant, PlanFindings findings) =>
        [.. findings.Weeks.Select(week => week.By(plant.Numbers.Attainment)).OrderByDescending(week => week.Week.Start).Take(13)];

    private async Task<IReadOnlyList<ContestLine>> ContestsAsync(PlantProfile plant, PlanFindings findings, CancellationToken ct)
    {
        var open = await contests.OpenAsync(plant.Id, ct);
        if (open.Count == 0) return [];
        var names = await people.NamesAsync([.. open.Select(contest => contest.By).Distinct()], ct);
        var shown = Weeks(plant, findings) is [{ } last, ..] ? last.Week.Start : (DateOnly?)null;
        return [.. open.Select(contest => new ContestLine(
            contest.Number, contest.Week == shown ? null : plant.Calendar.WeekOf(contest.Week).Number,
            names.TryGetValue(contest.By, out var person) && person.Name.Length > 0 ? person.Name : "somebody", contest.Reason))];
    }

    private async Task<DataLine> DataAsync(PlantProfile plant, PlanVersion version, CancellationToken ct) =>
        DataLine.Of(version, await plans.LastRefusedAsync(plant.Id, ct), plant.Calendar, clock.Now(plant.Id));
}
