using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.Store.Plans;

namespace SoeBot.Import;

/// <summary>Typed "versions": which plans came when, from where and by whom, and which of them a week was frozen with; for planning, the lead and administrators.</summary>
internal sealed partial class VersionsCommand(PlanStore plans, PeopleStore people, Rights rights, PersonFinder finder, PlantProfiles plants) : ISlice
{
    private const int Most = 12;
    private static readonly Role[] May = [Role.Planning, Role.Lead, Role.Administrator];

    public void Register(SliceRegistry registry) => registry.Commands.Add("plan.versions", Line(), "versions", ListAsync);

    private async Task<Effect> ListAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (!(await rights.AllAsync(turn.Plant, ct)).Any(holder => holder.Person == turn.By && May.Contains(holder.Role)))
            return turn.Refuse($"Plan versions are seen by planning, the lead and administrators: {string.Join(" or ", await finder.NamesAsync(turn.Plant, Role.Planning, ct))}.");
        var plant = plants.Get(turn.Plant);
        var versions = await plans.VersionsAsync(plant.Id, 0, Most, ct);
        if (versions.Total == 0) return turn.Answer(SayCard.Of("There is no plan yet. The first import makes one."));
        var current = await plans.CurrentAsync(plant.Id, ct);
        var baselines = await plans.BaselinesAsync(plant.Id, DateOnly.MinValue, ct);
        var names = await people.NamesAsync([.. versions.Rows.Select(version => version.Person).Concat(baselines.Select(one => one.ConfirmedBy)).OfType<PersonKey>().Distinct()], ct);
        var lines = versions.Rows.Select(version => Line(version, version.Number == current?.Number, baselines.Where(one => one.Version == version.Number)));
        var more = versions.Total > Most ? $"\nand {PlanWords.Count(versions.Total - Most, "older one", "older ones")}" : "";
        return turn.Answer(SayCard.Of($"Plan versions of {plant.Name}, the newest first\n{string.Join('\n', lines)}{more}"));

        string Line(PlanVersion version, bool inUse, IEnumerable<Baseline> weeks) =>
            $"{version.Number}{(inUse ? ", in use" : "")}: data of {At(version.DataAt)}, came {At(version.PublishedAt)} by {Name(version.Person) ?? DataLine.Short(version.By, 40)} from {DataLine.Short(version.Source, 60)}"
            + string.Concat(weeks.Select(week => $"; frozen for week {week.Week.Number}, {Confirmed(week)}"));

        string Confirmed(Baseline week) => week.IsConfirmed ? $"confirmed by {Name(week.ConfirmedBy) ?? "somebody whose name I do not know"}" : "not confirmed by planning";

        string? Name(PersonKey? person) => person is { } key && names.TryGetValue(key, out var known) && known.Name.Length > 0 ? DataLine.Short(known.Name, 40) : null;

        string At(DateTimeOffset instant) => DataLine.Moment(instant, plant.Calendar, turn.Now);
    }

    [GeneratedRegex(@"^\W*(?:(?:show|please|the|me|all|plan)\s+)*(?:versions|imports)(?:\s+of\s+the\s+plan)?(?:\s+please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Line();
}
