using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Changes;
using SoeBot.Store.Decisions;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Store.Risks;
using SoeBot.Words;

namespace SoeBot.Sheet;

/// <summary>Reads what the meeting sheet says, as it stands now. Nothing is computed: findings were stored with their plan version.</summary>
internal sealed class ReadSheet(PlanStore plans, AtRiskStore risks, DecisionStore decisions, ChangeStore changes, PeopleStore people, Guests guests, MeetingDates dates)
{
    private const int MostDecisions = 40, MostExceptions = 20;

    public async Task<MeetingSheet> OfAsync(PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var version = await plans.CurrentAsync(plant.Id, ct);
        var names = plant.SheetNamesCustomers && !await guests.AreAroundAsync(plant.Id, ct);
        var text = new PublicText(names || version is null ? [] : await plans.CustomersAsync(plant.Id, version.Number, ct));
        // One that has begun is still the one people sit in.
        var meeting = await dates.NextMeetingAsync(plant, now.AddMinutes(-plant.MeetingMinutes), ct);
        var data = version is null ? null : DataLine.Of(version, await plans.LastRefusedAsync(plant.Id, ct), plant.Calendar, now);
        var sheet = new MeetingSheet(
            plant.Name, meeting is null ? null : $"{DayWords.Moment(meeting.Start, plant.Calendar)} to {DayWords.Time(meeting.Start.AddMinutes(plant.MeetingMinutes), plant.Calendar)}",
            now, DayWords.Moment(now, plant.Calendar), data is null ? "no plan was imported yet" : $"data of {data.DataAt}, {DataLine.Short(data.Source, 60)}, plan version {data.Version}", data?.Refused)
        {
            NamesCustomers = names, Agenda = SheetWords.Agenda(plant, meeting),
        };
        sheet = version is null ? sheet : await WithPlanAsync(sheet, plant, version.Number, text, ct);
        return await WithPeopleAsync(sheet, plant, now, text, ct);
    }

    private async Task<MeetingSheet> WithPlanAsync(MeetingSheet sheet, PlantProfile plant, int version, PublicText text, CancellationToken ct)
    {
        var listed = await plans.AtRiskAsync(plant.Id, version, ct) ?? [];
        var ten = listed.OrderBy(order => order.Rank).Take(10).ToList();
        var said = (await risks.OfPlantAsync(plant.Id, [.. ten.Select(order => order.Order)], ct)).ToDictionary(one => one.Order, StringComparer.Ordinal);
        var known = await people.NamesAsync([.. said.Values.Select(one => one.Owner).OfType<PersonKey>().Distinct()], ct);
        var found = await plans.ExceptionsAsync(plant.Id, version, ct) ?? [];
        var ahead = await plans.LookAheadAsync(plant.Id, version, ct);
        return sheet with
        {
            Weeks = ahead is null ? [] : SheetWords.Weeks(ahead), Ahead = ahead is null ? [] : [.. SheetWords.Ahead(ahead)],
            Orders = [.. ten.Select(order => SheetWords.Order(order, said.GetValueOrDefault(order.Order), key => Name(known, key), sheet.NamesCustomers, text))],
            MoreOrders = listed.Count - ten.Count,
            Exceptions = [.. found.OrderByDescending(one => one.ReportDays).ThenBy(one => one.Since).Take(MostExceptions).Select(one => text.Of(SheetWords.Exception(one)))],
            MoreExceptions = Math.Max(0, found.Count - MostExceptions),
        };
    }

    private async Task<MeetingSheet> WithPeopleAsync(MeetingSheet sheet, PlantProfile plant, DateTimeOffset now, PublicText text, CancellationToken ct)
    {
        var today = plant.Calendar.DayOf(now);
        var open = (await decisions.OpenAsync(plant.Id, ct)).OrderBy(one => one.Due ?? DateOnly.MinValue).ThenBy(one => one.Number).ToList();
        var waiting = await changes.WaitingAsync(plant.Id, ct);
        var shown = open.Take(MostDecisions).ToList();
        var known = await people.NamesAsync([.. shown.Select(one => one.Owner).OfType<PersonKey>().Concat(waiting.Select(one => one.By)).Distinct()], ct);
        return sheet with
        {
            Decisions = [.. shown.Select(one => Decision(one))], MoreDecisions = open.Count - shown.Count,
            Changes = [.. waiting.Select(one => new ChangeRow(one.Name, text.Of(DataLine.Capital(AskedChange.Of(one.What, today), 200)), Name(known, one.By), one.ExpiresAt is { } end ? DayWords.Moment(end, plant.Calendar) : ""))],
        };

        DecisionRow Decision(Decision one) => new(
            one.Name, text.Of(one.Text), one.Owner is { } owner ? Name(known, owner) : "no owner", one.Due is { } due ? DayWords.Of(due, today) : "no date",
            DecisionStates.Of(one), one.Status == DecisionStatus.Missed || one.Due < today);
    }

    private static string Name(IReadOnlyDictionary<PersonKey, Person> known, PersonKey key) =>
        key.IsRule ? "the plant's rule" : known.TryGetValue(key, out var person) && person.Name.Length > 0 ? DataLine.Short(person.Name, 60) : "somebody no longer known";
}
