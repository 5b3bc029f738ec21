using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.People;
using SoeBot.Store.Risks;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.People.Absences;

/// <summary>Draws the cards of absences from the state of the moment.</summary>
internal sealed class AbsenceCards(
    AbsenceStore absences, PeopleStore people, DecisionStore decisions, AtRiskStore risks, PersonFinder finder, PlantProfiles plants, PlantClock clock)
{
    public void Register(CardSources cards)
    {
        cards.Add(AbsenceFormCard.Source, async (request, ct) => await FormAsync(request.Plant, AbsenceDraft.FromJson(request.About), null, ct));
        cards.Add(AbsenceCard.Receipt, async (request, ct) => await ViewAsync(request.About, ct) is { } view ? AbsenceCard.Draw(view) : null);
        cards.Add(AbsenceCard.ForDeputy, async (request, ct) => await ViewAsync(request.About, ct) is { } view ? AbsenceCard.DrawForDeputy(view) : null);
    }

    public async Task<Card> FormAsync(PlantId plant, AbsenceDraft draft, IReadOnlyDictionary<string, string>? problems, CancellationToken ct)
    {
        var profile = plants.Get(plant);
        var today = profile.Calendar.DayOf(clock.Now(plant));
        var likely = (await finder.LikelyAsync(plant, ct)).ToList();
        if (draft.DeputyKey is { } chosen && !likely.Exists(person => person.Key == chosen) && await people.FindAsync(chosen, ct) is { } other) likely.Insert(0, other);
        return AbsenceFormCard.Draw(new(
            plant.Value, profile.Name, draft, await NameAsync(draft.PersonKey, ct), likely, $"to {await OtherwiseAsync(plant, draft.PersonKey, today, ct)}", today,
            problems ?? new Dictionary<string, string>(), finder.HasDirectory));
    }

    public async Task<Card?> ReceiptAsync(Guid id, CancellationToken ct) => await ViewAsync($"{id:N}", ct) is { } view ? AbsenceCard.Draw(view) : null;

    public async Task<string> NameAsync(PersonKey person, CancellationToken ct) =>
        await people.FindAsync(person, ct) is { Name.Length: > 0 } known ? known.Name : "Somebody";

    /// <summary>To whom it falls when the person names nobody.</summary>
    public async Task<string> OtherwiseAsync(PlantId plant, PersonKey person, DateOnly day, CancellationToken ct)
    {
        var staff = await absences.StaffingAsync(plant, day, ct);
        var acts = new Staffing([.. staff.Holders], staff.Deputies, [], [person]).ActsFor(person, day);
        return acts.IsOther ? $"{await NameAsync(acts.Person, ct)} ({AbsenceWords.Why(acts.Reason)})" : "nobody: there is no lead yet";
    }

    private async Task<AbsenceView?> ViewAsync(string about, CancellationToken ct)
    {
        if (!Guid.TryParse(about, out var id) || await absences.FindAsync(id, ct) is not { } absence || plants.Find(absence.Plant) is not { } plant) return null;
        var today = plant.Calendar.DayOf(clock.Now(plant.Id));
        var deputy = absence.Deputy is { } named ? await NameAsync(named, ct) : null;
        var last = absence.HasDays ? absence.LastDay : absence.Until;
        return new(
            plant.Id.Value, plant.Name, id, await NameAsync(absence.Person, ct), AbsenceWords.Days(absence.From, last, today),
            AbsenceWords.Covers(absence, deputy, await OtherwiseAsync(plant.Id, absence.Person, today, ct)), await NameAsync(absence.EnteredBy, ct),
            await ItemsAsync(absence, today, ct), !absence.HasDays || absence.LastDay < today);
    }

    /// <summary>What is open with the person in the plant, what is due until the return first.</summary>
    private async Task<IReadOnlyList<CoveredItem>> ItemsAsync(Absence absence, DateOnly today, CancellationToken ct)
    {
        var open = (await decisions.OpenOfAsync(absence.Person, ct)).Where(decision => decision.Plant == absence.Plant);
        var owned = (await risks.OfOwnerAsync(absence.Plant, absence.Person, ct)).Where(order => order.IsListed || order.Override == RiskOverride.On);
        return
        [
            .. open.Select(decision => new CoveredItem(decision.Name, decision.Text, $"due {DayWords.Of(decision.Due, today)}{(decision.Status == DecisionStatus.Missed ? ", missed" : "")}", decision.Due <= absence.LastDay)),
            .. owned.Select(order => new CoveredItem(order.Order, order.Risk ?? "", Stands(order, today), order.TellBy <= absence.LastDay && order.ToldOn is null)),
        ];
    }

    private static string Stands(AtRiskOrder order, DateOnly today) =>
        $"{(order.Status == RiskStatus.Unanswered ? "no answer yet" : order.Status.ToString().ToLowerInvariant())}{(order is { TellBy: { } day, ToldOn: null } ? $", tell the customer by {DayWords.Of(day, today)}" : "")}";
}
