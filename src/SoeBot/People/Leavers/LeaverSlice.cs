using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Teams.Routing;
using SoeBot.Words;

namespace SoeBot.People.Leavers;

/// <summary>Somebody is gone: the lead is asked who takes what was open, and one press gives it.</summary>
internal sealed class LeaverSlice(
    FindLeavers find, DepartureStore departures, AbsenceStore absences, PeopleStore people, PersonFinder finder, Rights rights, PlantProfiles plants, PlantClock clock) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        find.Register(registry.Occurrences);
        registry.Cards.Add(LeaverCard.Source, async (request, ct) => await ViewAsync(request, ct) is { } view ? LeaverCard.Draw(view) : null);
        registry.Cards.Add(LeaverCard.ForHeir, async (request, ct) => await ViewAsync(request, ct, ofReader: true) is { } view ? LeaverCard.DrawForHeir(view) : null);
        registry.Presses.On(LeaverVerbs.Give, GiveAsync);
    }

    private async Task<PressAnswer> GiveAsync(Press press, CancellationToken ct)
    {
        var plant = plants.Get(press.Plant);
        var today = plant.Calendar.DayOf(press.Now);
        if (press.Input.Text("r") is not { } id || await departures.FindAsync(press.Plant, PersonKey.Of(press.Tenant, id), ct) is not { } departure)
            return PressAnswer.Say("There is nothing to give any more: the person is back, or somebody settled it.");
        if (!await rights.ActsAsAsync(press.Plant, press.By, Role.Lead, today, ct) && !await rights.HasAsync(press.Plant, press.By, Role.Administrator, ct))
            return PressAnswer.Say($"That is for {string.Join(" or ", await finder.NamesAsync(press.Plant, Role.Lead, ct))} to say.");
        if ((press.Input.Text("w") ?? press.Input.Text("in_owner")) is not { } picked || await finder.PickedAsync(press, picked, ct) is not { } to) return PressAnswer.Say("Who then? Choose one person and press again.");
        var staff = await absences.StaffingAsync(press.Plant, today, ct);
        if (to.Key == departure.Person || staff.IsGone(to.Key)) return PressAnswer.Say($"{to.Name} is not there any more. Choose somebody else.");
        if (to.IsGuest) return PressAnswer.Say($"{to.Name} is a guest. Choose somebody of your own organisation.");
        var name = await NameAsync(departure.Person, ct);
        var settled = await departures.SettleAsync(press.Plant, departure.Person, to.Key, press.By, press.Now, $"inherited from {name}", left => new Effect
        {
            Audit = [.. left.Decisions.Select(one => one.Name).Concat(left.Orders.Select(one => one.Order)).Select(item => new AuditLine(press.Plant, press.Now, press.By, LeaverVerbs.Give, item, $"from {departure.Person.ObjectId} to {to.Key.ObjectId}"))],
            Messages =
            [
                press.Edit(LeaverCard.Track(press.Plant, departure.Person), new CardRef(LeaverCard.Source, $"{departure.Person}|{press.By}"), "settled"),
                .. to.Key == departure.Heir || to.Key == press.By ? Array.Empty<NewMessage>() : [FindLeavers.Message(press.Plant, to.Key, LeaverCard.ForHeir, departure.Person, departure.At)],
            ],
        }, ct);
        return settled is not null && await ViewAsync(new(press.Plant, $"{departure.Person}|{press.By}"), ct) is { } view ? PressAnswer.Show(LeaverCard.Draw(view)) : PressAnswer.Say("The person is back meanwhile.");
    }

    /// <param name="request">About "person|reader".</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="ofReader">Only what the reader has of it.</param>
    private async Task<LeaverView?> ViewAsync(CardRequest request, CancellationToken ct, bool ofReader = false)
    {
        if (request.About.Split('|') is not [var who, var read] || PersonKey.Parse(who) is not { } person || PersonKey.Parse(read) is not { } reader) return null;
        if (await departures.FindAsync(request.Plant, person, ct) is not { } departure || plants.Find(request.Plant) is not { } plant) return null;
        var today = plant.Calendar.DayOf(clock.Now(plant.Id));
        var items = await departures.ItemsAsync(departure, ofReader ? reader : departure.GivenTo ?? departure.Heir ?? person, ct);
        var staff = await absences.StaffingAsync(plant.Id, today, ct);
        var name = await NameAsync(person, ct);
        var likely = (await finder.LikelyAsync(plant.Id, ct)).Where(one => !staff.IsGone(one.Key)).ToList();
        var roles = staff.RolesOf(person).ToList();
        return new(
            plant.Id.Value, plant.Name, person.ObjectId, name, LeaverWords.Of(name, departure.Reason),
            departure.Heir is { } heir ? await NameAsync(heir, ct) : null, departure.Heir?.ObjectId, departure.Heir == reader,
            [
                .. items.Orders.Select(order => new LeftItem(order.Order, order.Risk ?? "", order.Status == RiskStatus.Unanswered ? "no answer yet" : order.Status.ToString().ToLowerInvariant())),
                .. items.Decisions.Select(decision => new LeftItem(decision.Name, decision.Text, $"due {DayWords.Of(decision.Due, today)}")),
            ],
            items.Orders.Count, items.Decisions.Count,
            likely.Find(one => one.Key != departure.Heir && one.Key != person && !one.IsGuest && !staff.IsAway(one.Key, today) && staff.RolesOf(one.Key).Intersect(roles).Any()), likely,
            departure is { SettledBy: { } by, GivenTo: { } to } ? $"{await NameAsync(to, ct)} has them now, says {await NameAsync(by, ct)}." : null, [.. roles.Select(Roles.Words)], finder.HasDirectory);
    }

    private async Task<string> NameAsync(PersonKey person, CancellationToken ct) => await people.FindAsync(person, ct) is { Name.Length: > 0 } known ? known.Name : "Somebody";
}
