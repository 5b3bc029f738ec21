using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Reading;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>What decisions are drawn from, and the view of one person. It reads: a refresh asks it without a click, and again and again.</summary>
internal sealed class DecisionViews(DecisionSight sight, PlantProfiles plants, PlantClock clock)
{
    private const string Gone = "This decision is not to be found any more.";

    /// <summary>Several of one plant, with the names of everybody in them.</summary>
    public async Task<IReadOnlyList<DecisionView>> LoadAsync(PlantProfile plant, IReadOnlyCollection<Decision> all, CancellationToken ct) =>
        Of(plant, all, await PeopleAsync(plant, all, null, ct));

    /// <summary>For the one who looks.</summary>
    /// <param name="note">Said on top.</param>
    public async Task<Card> DrawAsync(PlantProfile plant, Decision decision, PersonKey by, string? note, CancellationToken ct) =>
        await PersonalAsync(plant, decision, by, note, await PeopleAsync(plant, [decision], by, ct), ct);

    /// <summary>Today's state, however old the card is that asks.</summary>
    public async Task<Card> FreshAsync(Viewer viewer, CancellationToken ct)
    {
        if (viewer.By is not { } by || plants.Find(viewer.Plant) is not { } plant || viewer.Input.Whole("r") is not { } number
            || await sight.FindAsync(plant.Id, number, ct) is not { } decision) return SayCard.Draw(Gone);
        var people = await PeopleAsync(plant, [decision], by, ct);
        // A number is easily made up: only who has to do with the decision or with the plant is shown anything.
        return by == decision.Owner || by == decision.DecidedBy || people.Any(one => one.Person.Key == by && one.HasRole)
            ? await PersonalAsync(plant, decision, by, null, people, ct)
            : SayCard.Draw(Gone);
    }

    private async Task<Card> PersonalAsync(PlantProfile plant, Decision decision, PersonKey by, string? note, IReadOnlyList<SightedPerson> people, CancellationToken ct)
    {
        var chair = decision.Meeting is { } meeting && decision.IsOpen ? await sight.ChairAsync(meeting, ct) : null;
        var mayDrop = chair == by || people.Any(one => one.IsLead && one.Person.Key == by);
        return DecisionCard.DrawPersonal(Of(plant, [decision], people)[0], new DecisionReader(by == decision.Owner, mayDrop, mayDrop && chair is not null), note);
    }

    private Task<IReadOnlyList<SightedPerson>> PeopleAsync(PlantProfile plant, IReadOnlyCollection<Decision> all, PersonKey? also, CancellationToken ct)
    {
        var keys = all.SelectMany(decision => decision.Events.SelectMany(e => (PersonKey?[])[e.By, e.To]).Concat(decision.Present.Select(one => (PersonKey?)one)).Append(decision.WaitsFor).Append(decision.Owner).Append(decision.DecidedBy).Append(also)).OfType<PersonKey>().Distinct().ToList();
        return sight.PeopleAsync(plant.Id, keys, ct);
    }

    private IReadOnlyList<DecisionView> Of(PlantProfile plant, IReadOnlyCollection<Decision> all, IReadOnlyList<SightedPerson> people)
    {
        var names = new DecisionNames(people.ToDictionary(one => one.Person.Key, one => one.Person));
        var today = plant.Calendar.DayOf(clock.Now(plant.Id));
        return [.. all.Select(decision => new DecisionView(
            plant.Id.Value, plant.Name, decision, names, today, DayWords.Moment(decision.DecidedAt, plant.Calendar), Refresh(plant, decision, people)))];
    }

    /// <summary>Those who have something to press: the owner, who decided it, the leads. Everybody else reads the shared card.</summary>
    private static CardRefresh? Refresh(PlantProfile plant, Decision decision, IReadOnlyList<SightedPerson> people)
    {
        if (!decision.IsOpen) return null;
        var some = people.Where(one => one.Person.Key == decision.Owner).Concat(people.Where(one => one.Person.Key == decision.DecidedBy)).Concat(people.Where(one => one.IsLead));
        var refresh = CardRefresh.For(Verbs.Fresh, some.Select(one => one.Mri), new { p = plant.Id.Value, r = decision.Number, v = decision.Version });
        // No ids would mean: by hand only, and Teams shows an entry in the card's menu that nobody needs.
        return refresh.UserIds.Count > 0 ? refresh : null;
    }
}
