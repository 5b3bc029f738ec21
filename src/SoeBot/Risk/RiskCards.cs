using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Store.Risks;
using SoeBot.Teams.Cards;

namespace SoeBot.Risk;

/// <summary>Loads what the cards of orders at risk show, at the moment they are drawn.</summary>
internal sealed class RiskCards(
    PlanStore plans, AtRiskStore risks, PeopleStore people, PersonFinder finder, Guests guests, PlantProfiles plants, PlantClock clock)
{
    private const int ToldDays = 28;

    /// <summary>The order as the plan has it now, with the dates that the form proposes and checks.</summary>
    internal sealed record Known(PlanVersion Version, RankedOrder Order);

    public void Register(CardSources sources)
    {
        sources.Add(TopTenCard.Source, (request, ct) => TopTenAsync(request.Plant, TopTenPage.Parse(request.About), null, ct));
        sources.Add(RiskFormCard.Source, (request, ct) => RiskForm.Split(request.About) is var (order, form) ? FormAsync(request.Plant, order, form, null, ct) : Task.FromResult<Card?>(null));
        sources.AddAsk(RiskFormCard.Source, async (request, ct) => RiskForm.Split(request.About) is var (order, form) && await FormAsync(request.Plant, order, form, null, ct) is not null
            ? new PublicAsk($"order {order}", new ExecuteAction("Answer", RiskVerbs.Form, new { p = request.Plant.Value, r = DataLine.Key(order) })) : null);
        sources.Add(RiskReceiptCard.Source, (request, ct) => ReceiptAsync(request.Plant, request.About, null, ct));
        sources.Add(RiskReadCard.Source, (request, ct) => ReadAsync(request.Plant, RiskReading.FromJson(request.About), ct));
        sources.Add(ToldCard.Source, (request, ct) => ToldAsync(request.Plant, ct));
        sources.Add(RiskOwnerCard.Source, (request, ct) => OwnerAsync(request.Plant, request.About, ct));
    }

    public async Task<Card?> TopTenAsync(PlantId id, int skip, int? pressed, CancellationToken ct)
    {
        if (await plans.CurrentAsync(id, ct) is not { } version || await plans.AtRiskAsync(id, version.Number, ct) is not { } list) return null;
        var plant = plants.Get(id);
        var said = (await risks.OfPlantAsync(id, [.. list.Select(order => order.Order)], ct)).ToDictionary(one => one.Order, StringComparer.Ordinal);
        var names = await people.NamesAsync([.. said.Values.Select(one => one.Owner).OfType<PersonKey>().Distinct()], ct);
        // It stands in the channel, and guests read it there.
        var hidden = await guests.AreAroundAsync(id, ct);
        var rows = list.OrderBy(order => order.Rank).Select(order => Row(hidden ? order with { Customer = "", CustomerClass = null } : order, said.GetValueOrDefault(order.Order), names)).ToList();
        if (skip >= rows.Count) skip = 0;
        return TopTenCard.Draw(TopTenView.Of(id.Value, plant.Name, rows, skip, await DataAsync(plant, version, ct), pressed < version.Number ? pressed : null));
    }

    /// <param name="entered">What was just entered and refused, with what is wrong about it; null for a fresh form.</param>
    public async Task<Card?> FormAsync(PlantId id, string order, string form, RefusedAnswer? entered, CancellationToken ct)
    {
        if (await FindAsync(id, order, ct) is not { } known) return null;
        var plant = plants.Get(id);
        var today = plant.Calendar.DayOf(clock.Now(id));
        var said = await risks.FindAsync(id, order, ct);
        var answer = entered?.Answer ?? new RiskAnswer(
            said?.Status ?? RiskStatus.Unanswered, said?.Risk, said?.Mitigation, said?.NewDate, said?.TellBy ?? TellBy(known.Order.Commitment, plant, today));
        return RiskFormCard.Draw(new RiskFormView(
            id.Value, plant.Name, known.Order, await NameAsync(said?.Owner, ct), answer, said?.Version ?? 0, today, await DataAsync(plant, known.Version, ct),
            form, entered?.Problems, entered?.UseTellBy));
    }

    /// <param name="note">Said on top, to the one who pressed; null for everybody's.</param>
    public async Task<Card?> ReceiptAsync(PlantId id, string order, string? note, CancellationToken ct)
    {
        if (await risks.FindAsync(id, order, ct) is not { } said) return null;
        var plant = plants.Get(id);
        return RiskReceiptCard.Draw(new RiskReceiptView(
            id.Value, plant.Name, order, await NameAsync(said.Owner, ct), await NameAsync(said.AnsweredBy, ct),
            said.AnsweredAt is { } at ? RiskDays.Time(at, plant.Calendar) : null,
            new RiskAnswer(said.Status, said.Risk, said.Mitigation, said.NewDate, said.TellBy), said.ToldOn, said.Promised, said.Version, note));
    }

    public async Task<Card?> OwnerAsync(PlantId id, string order, CancellationToken ct)
    {
        var said = await risks.FindAsync(id, order, ct);
        return RiskOwnerCard.Draw(new RiskOwnerView(id.Value, plants.Get(id).Name, order, await NameAsync(said?.Owner, ct), await finder.LikelyAsync(id, ct), said?.Version ?? 0, finder.HasDirectory));
    }

    public async Task<Card?> TellAsync(PlantId id, string order, CancellationToken ct)
    {
        if (await FindAsync(id, order, ct) is not { } known) return null;
        var plant = plants.Get(id);
        var said = await risks.FindAsync(id, order, ct);
        return TellCustomerCard.Draw(new TellCustomerView(
            id.Value, plant.Name, known.Order, await NameAsync(said?.Owner, ct), said?.NewDate ?? known.Order.Projected,
            said?.ToldOn is { } told ? $"told {PlanWords.Day(told)}{(said.Promised is { } promised ? $", promised {PlanWords.Day(promised)}" : "")}" : null,
            said?.Version ?? 0, plant.Calendar.DayOf(clock.Now(id)), await DataAsync(plant, known.Version, ct))
        {
            Text = said?.CustomerText,
            NotReached = said?.Events.LastOrDefault(one => one.Kind is RiskEventKind.Told or RiskEventKind.NotReached) is { Kind: RiskEventKind.NotReached } tried
                ? $"{await NameAsync(tried.By, ct)}, {PlanWords.Day(plant.Calendar.DayOf(tried.At))}: {tried.Note}" : null,
        });
    }

    private async Task<Card?> ToldAsync(PlantId id, CancellationToken ct)
    {
        if (await plans.CurrentAsync(id, ct) is not { } version) return null;
        var plant = plants.Get(id);
        var since = plant.Calendar.DayOf(clock.Now(id)).AddDays(-ToldDays);
        var told = (await risks.ToldSinceAsync(id, since, ct)).SelectMany(said => said.Events.Where(one => one.Kind == RiskEventKind.Told && one.Day >= since).Select(one => (said.Order, Event: one)))
            .OrderByDescending(one => one.Event.At).ThenBy(one => one.Order, StringComparer.Ordinal).ToList();
        var names = await people.NamesAsync([.. told.Select(one => one.Event.By).OfType<PersonKey>().Distinct()], ct);
        return ToldCard.Draw(new ToldView(plant.Name, ToldDays, [.. told.Select(one => new ToldRow(
            one.Order, $"told {PlanWords.Day(one.Event.Day!.Value)}{(one.Event.Promised is { } day ? $", promised {PlanWords.Day(day)}" : "")}",
            one.Event.By is { } by && names.TryGetValue(by, out var person) && person.Name.Length > 0 ? person.Name : null, one.Event.IsFailure))], await DataAsync(plant, version, ct)));
    }

    /// <summary>What became of an order that is not on the list any more, in words; null when it is on it or never was.</summary>
    public async Task<string?> LeftAsync(PlantId id, string order, CancellationToken ct) =>
        await plans.CurrentAsync(id, ct) is { } version && await plans.AtRiskAsync(id, version.Number, ct) is { } list && list.All(one => one.Order != order)
            ? LeftWords.Of(await risks.FindAsync(id, order, ct), list, plants.Get(id)) : null;

    private async Task<Card?> ReadAsync(PlantId id, RiskReading read, CancellationToken ct)
    {
        if (await FindAsync(id, read.Order, ct) is not { } known) return null;
        var plant = plants.Get(id);
        var said = await risks.FindAsync(id, read.Order, ct);
        var proposed = said?.TellBy is null && read.Answer.Status != RiskStatus.Green ? TellBy(known.Order.Commitment, plant, plant.Calendar.DayOf(clock.Now(id))) : null;
        var answer = read.Answer with { TellBy = proposed };
        return RiskReadCard.Draw(new RiskReadView(
            id.Value, plant.Name, read.Order, answer, read.Typed, said?.Version ?? 0, read.Form,
            proposed is null ? null : TellByNote(proposed.Value, known.Order.Commitment, plant)));
    }

    /// <summary>Null when the plan has no such order. One that is not on the at-risk list has rank 0.</summary>
    public async Task<Known?> FindAsync(PlantId id, string order, CancellationToken ct)
    {
        if (await plans.CurrentAsync(id, ct) is not { } version) return null;
        if ((await plans.AtRiskAsync(id, version.Number, ct))?.FirstOrDefault(listed => listed.Order == order) is { } ranked) return new(version, ranked);
        var lines = await plans.OrderLinesAsync(id, version.Number, order, ct);
        return lines.Count == 0 ? null : new(version, AtRiskList.Unranked(lines));
    }

    /// <summary>Three working days before the commitment date (R52), not in the past, never after the commitment.</summary>
    public static DateOnly? TellBy(DateOnly commitment, PlantProfile plant, DateOnly today)
    {
        var model = plant.Calendar.AddWorkingDays(commitment, -plant.Risk.TellDays);
        var day = model < today ? today : model;
        return day > commitment ? commitment : day;
    }

    private static string TellByNote(DateOnly proposed, DateOnly commitment, PlantProfile plant)
    {
        var before = PlanWords.Count(plant.Risk.TellDays, "working day", "working days");
        return proposed == plant.Calendar.AddWorkingDays(commitment, -plant.Risk.TellDays)
            ? $"The tell-by date is a proposal: {before} before the commitment date."
            : $"The tell-by date is a proposal: {before} before the commitment are past, so now.";
    }

    private async Task<string?> NameAsync(PersonKey? person, CancellationToken ct) =>
        person is not { } key ? null : await people.FindAsync(key, ct) is { Name.Length: > 0 } known ? known.Name : "somebody without a name";

    private async Task<DataLine> DataAsync(PlantProfile plant, PlanVersion version, CancellationToken ct) =>
        DataLine.Of(version, await plans.LastRefusedAsync(plant.Id, ct), plant.Calendar, clock.Now(plant.Id));

    private static TopTenRow Row(RankedOrder order, AtRiskOrder? said, IReadOnlyDictionary<PersonKey, Person> names) => new(
        order,
        said?.Owner is not { } owner ? null : names.TryGetValue(owner, out var person) && person.Name.Length > 0 ? person.Name : "somebody without a name",
        said?.Status ?? RiskStatus.Unanswered, said?.TellBy,
        said?.ToldOn is { } told ? $"Told {PlanWords.Day(told)}{(said.Promised is { } promised ? $", promised {PlanWords.Day(promised)}" : "")}" : null);
}
