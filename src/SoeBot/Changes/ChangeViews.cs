using SoeBot.Cards;
using SoeBot.Domain.Changes;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Reading;
using SoeBot.Teams.Cards;

namespace SoeBot.Changes;

/// <summary>What requests are drawn from, and the view of one person. It reads: a refresh asks it without a click, and again and again.</summary>
internal sealed class ChangeViews(ChangeSight sight, PlantProfiles plants, PlantClock clock)
{
    private const string Gone = "This change request is not to be found any more.";

    /// <summary>By so much the plant's clock is ahead of the machine's.</summary>
    public TimeSpan ClockOffset(PlantProfile plant) => clock.Offset(plant.Id);

    public async Task<ChangeStaff> StaffAsync(PlantProfile plant, CancellationToken ct)
    {
        var day = plant.Calendar.DayOf(clock.Now(plant.Id));
        return new ChangeStaff(await sight.StaffingAsync(plant.Id, day, ct), day, plant.ApproveOwn, await sight.RightsAsync(plant.Id, ct) ?? plant.Rights);
    }

    public async Task<IReadOnlyList<ChangeView>> LoadAsync(PlantProfile plant, IReadOnlyCollection<ChangeRequest> all, CancellationToken ct)
    {
        var staff = await StaffAsync(plant, ct);
        var keys = all.SelectMany(request => request.Events.Select(one => one.By).Append(request.By).Append(request.DecidedBy)).OfType<PersonKey>().Distinct().ToList();
        var people = await sight.PeopleAsync(plant.Id, keys, ct);
        var names = new ChangeNames(people.ToDictionary(one => one.Person.Key, one => one.Person));
        var planners = staff.Holders(Role.Planning);
        var mris = people.ToDictionary(one => one.Person.Key, one => one.Mri);
        var handOvers = await sight.HandOversAsync([.. all.Where(request => request.IsEffective).Select(request => request.Id)], ct);
        var now = clock.Now(plant.Id);
        return [.. all.Select(request =>
        {
            var deciders = request.Waits ? staff.Deciders(request) : staff.WouldDecide(request);
            return new ChangeView(plant, request, names, deciders, staff.DeputyFor(request), planners, now, Refresh(plant, request, deciders, staff.DeputyFor(request), mris, now)) { HandOvers = [.. handOvers[request.Id]], Decider = staff.Decider(request), IsOverLimit = staff.IsOverLimit(request) };
        })];
    }

    public async Task<ChangeView> LoadAsync(PlantProfile plant, ChangeRequest request, CancellationToken ct) => (await LoadAsync(plant, [request], ct))[0];

    /// <summary>For the one who looks: with what is theirs to press.</summary>
    public async Task<Card> DrawAsync(PlantProfile plant, ChangeRequest request, PersonKey by, CancellationToken ct, ChangeOutcome pressed = ChangeOutcome.Changed)
    {
        var (view, standing) = (await LoadAsync(plant, request, ct), (await StaffAsync(plant, ct)).Of(by, request));
        return ChangeCard.DrawPersonal(view with { Note = ChangeNotes.Of(view, pressed, by, standing) }, by, standing, pressed == ChangeOutcome.NoRight) with { Refresh = view.Refresh };
    }

    /// <summary>Today's state, however old the card is that asks.</summary>
    public async Task<Card> FreshAsync(Viewer viewer, CancellationToken ct)
    {
        if (viewer.By is not { } by || plants.Find(viewer.Plant) is not { } plant || viewer.Input.Whole("r") is not { } number
            || await sight.FindAsync(plant.Id, number, ct) is not { } request) return SayCard.Draw(Gone);
        // A number is easily made up: only who has to do with the request or with the plant is shown anything.
        return by == request.By || (await StaffAsync(plant, ct)).HasRole(by) ? await DrawAsync(plant, request, by, ct) : SayCard.Draw(Gone);
    }

    /// <summary>Those who have something to press. Everybody else reads the shared card.</summary>
    private static CardRefresh? Refresh(PlantProfile plant, ChangeRequest request, IReadOnlyList<PersonKey> deciders, PersonKey? deputy, Dictionary<PersonKey, string?> mris, DateTimeOffset now)
    {
        if (!request.Waits && !(now < request.UndoUntil)) return null;
        var some = deciders.Concat(request.DecidedBy is { } decided ? [decided] : []).Append(request.By).Concat(deputy is { } second ? [second] : []).Distinct().Select(key => mris.GetValueOrDefault(key));
        var refresh = CardRefresh.For(Verbs.Fresh, some, new { p = plant.Id.Value, r = request.Number, v = request.Version });
        return refresh.UserIds.Count > 0 ? refresh : null;
    }
}
