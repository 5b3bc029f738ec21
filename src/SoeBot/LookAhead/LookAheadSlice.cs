using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.LookAhead;

/// <summary>The two weeks ahead: the card, the lists behind it, and the words that ask for it.</summary>
internal sealed partial class LookAheadSlice(PlanStore plans, WrittenCards written, PlantProfiles plants, PlantClock clock) : ISlice
{
    private const string NoPlan = "There is no plan yet. The first import makes one.";

    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(LookAheadCard.Source, (request, ct) => DrawAsync(request.Plant, request.About, null, ct));
        registry.Commands.Add("look-ahead.show", Line(), "look ahead", AnswerAsync);
        registry.Presses.OnReading(LookAheadVerbs.Show, (press, ct) => press.Input.Text("r") == "top-ten"
            ? OtherAsync(registry.Cards, press, new CardRef("top-ten", ""), ct)
            : ShowAsync(press, ct));
        registry.Presses.OnReading(LookAheadVerbs.Page, ShowAsync);
    }

    private async Task<Effect> AnswerAsync(Turn turn, Match words, CancellationToken ct) =>
        turn.Answer(await plans.CurrentAsync(turn.Plant, ct) is null ? SayCard.Of(NoPlan) : new CardRef(LookAheadCard.Source, ""));

    private async Task<PressAnswer> ShowAsync(Press press, CancellationToken ct)
    {
        if (await plans.CurrentAsync(press.Plant, ct) is not { } version) return PressAnswer.Say(NoPlan);
        // By our own name of the page: a stranger's would be kept beside it.
        var about = SectionPage.Parse(press.Input.Text("r"))?.ToString() ?? "";
        if (press.Input.Whole("v") is { } pressed && pressed < version.Number)
            return await DrawAsync(press.Plant, about, pressed, ct) is { } today ? PressAnswer.Show(today) : PressAnswer.Say(NoPlan);
        var card = await written.GetAsync(press.Plant, new CardRef(LookAheadCard.Source, about), stop => DrawAsync(press.Plant, about, null, stop), ct);
        return card is not null ? PressAnswer.Show(card) : PressAnswer.Say(NoPlan);
    }

    private static async Task<PressAnswer> OtherAsync(CardSources cards, Press press, CardRef other, CancellationToken ct) =>
        await cards.DrawAsync(press.Plant, other, ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say("There is nothing to show.");

    private async Task<Card?> DrawAsync(PlantId id, string about, int? pressed, CancellationToken ct)
    {
        if (await plans.CurrentAsync(id, ct) is not { } version || await plans.LookAheadAsync(id, version.Number, ct) is not { } plan) return null;
        var plant = plants.Get(id);
        var data = DataLine.Of(version, await plans.LastRefusedAsync(id, ct), plant.Calendar, clock.Now(id));
        var older = pressed < version.Number ? pressed : null;
        if (SectionPage.Parse(about) is { } page && await LinesAsync(plant, version, plan, page, data, ct) is { } lines) return LinesCard.Draw(lines with { OlderVersion = older });
        var atRisk = await plans.AtRiskAsync(id, version.Number, ct);
        return LookAheadCard.Draw(new(id.Value, plant.Name, plan, atRisk?.Count ?? 0, data, OlderVersion: older, Unconfirmed: await UnconfirmedAsync(plant, plan, ct)));
    }

    private async Task<string?> UnconfirmedAsync(PlantProfile plant, Domain.Plan.LookAhead plan, CancellationToken ct) =>
        plan.Weeks is [{ } first, ..] && await plans.InUseAsync(plant.Id, ct) is { } inUse ? FrozenWords.Unconfirmed(inUse.Baselines, first.Week, plant.Calendar, clock.Now(plant.Id)) : null;

    private async Task<LinesView?> LinesAsync(PlantProfile plant, PlanVersion version, Domain.Plan.LookAhead plan, SectionPage page, DataLine data, CancellationToken ct)
    {
        var today = plant.Calendar.DayOf(version.DataAt);
        if (DaysOf(plant, plan, page.Section, today) is not { } days) return null;
        var (rows, total) = await RowsAsync(page.Skip);
        // A newer plan may have fewer lines than the card that was pressed.
        var skip = rows.Count > 0 || total == 0 ? page.Skip : (total - 1) / SectionPage.Size * SectionPage.Size;
        if (skip != page.Skip) (rows, total) = await RowsAsync(skip);
        return new(plant.Id.Value, plant.Name, page.Section, $"{PlanWords.Day(days.First)} to {PlanWords.Day(days.Last)}", rows, total == 0 ? 0 : skip, total, data);

        async Task<(IReadOnlyList<LineRow> Rows, int Total)> RowsAsync(int from)
        {
            if (page.Section == Section.Purchases)
            {
                var found = await plans.PurchasesDueAsync(plant.Id, version.Number, days, from, SectionPage.Size, ct);
                return ([.. found.Rows.Select(line => LineRows.Of(line, today))], found.Total);
            }
            var lines = await plans.ScheduleDueAsync(plant.Id, version.Number, days, from, SectionPage.Size, ct);
            return ([.. lines.Rows.Select(line => LineRows.Of(line, today))], lines.Total);
        }
    }

    /// <summary>Null when the plan has no such week.</summary>
    private static DayRange? DaysOf(PlantProfile plant, Domain.Plan.LookAhead plan, Section section, DateOnly today) => section switch
    {
        Section.Week1 => plan.Weeks is [{ } first, ..] ? first.Week.Days : null,
        Section.Week2 => plan.Weeks is [_, { } second, ..] ? second.Week.Days : null,
        Section.Purchases => plan.Weeks.Count > 0 ? LookAheadRules.Range([.. plan.Weeks.Select(week => week.Week)], plant.Calendar, today) : null,
    };

    [GeneratedRegex(@"^\W*(?:(?:show|please|the|me|give|what(?:'s| is))\s+)*(?:look[\s-]*ahead|(?:the\s+)?next\s+(?:2|two)\s+weeks?|outlook|pr[oó]ximas\s+(?:dos\s+)?semanas|vor(?:aus)?schau|(?:les\s+)?(?:deux\s+)?semaines\s+[aà]\s+venir|najbli[zż]sze\s+(?:dwa\s+)?tygodnie)(?:\s+please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Line();
}
