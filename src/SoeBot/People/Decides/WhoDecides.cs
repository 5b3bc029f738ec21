using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.People.Decides;

/// <summary>Loads who decides: about everything, one zone, or one order.</summary>
internal sealed class WhoDecides(AbsenceStore absences, RoleWords words, Deciding deciding, PlanStore plans, PlantProfiles plants, PlantClock clock)
{
    /// <summary>What the card of everything is about.</summary>
    public const string All = "";

    /// <param name="id">Whose.</param>
    /// <param name="about"><see cref="All"/>, a <see cref="RightsPart"/>, or "order 63216"; followed by a mark where one person reads it, who may see amounts.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Card?> DrawAsync(PlantId id, string about, CancellationToken ct)
    {
        var (what, own) = about.EndsWith(Own, StringComparison.Ordinal) ? (about[..^Own.Length], true) : (about, false);
        var (plant, facts, order) = await FactsAsync(id, what.StartsWith("order ", StringComparison.Ordinal) ? what[6..] : null, own, ct);
        var view = new WhoDecidesView(id.Value, plant.Name, "who decides", [.. facts.Select(fact => (fact.What, fact.Who))]);
        if (order is { } found) return WhoDecidesCard.Draw(view with { Title = $"who decides about {found.Name}", Note = found.Words, Facts = [.. facts.Where(fact => found.Parts.Contains(fact.Part)).Select(fact => (fact.What, fact.Who))] });
        return Enum.TryParse<RightsPart>(what, out var part) && Enum.IsDefined(part)
            ? WhoDecidesCard.Draw(view with { Title = $"who decides, {RightsWords.Of(part)}", Facts = [.. facts.Where(fact => fact.Part == part || (part == RightsPart.Firm && fact.Part == RightsPart.Tie)).Select(fact => (fact.What, fact.Who))] })
            : WhoDecidesCard.Draw(view);
    }

    /// <summary>Appended for a card in a person's own chat: amounts are not for a channel.</summary>
    public const string Own = "|own";

    public async Task<RightsFormView> FormAsync(PlantId id, RightsPart? part, string? typed, RightsAnswer? answer, CancellationToken ct)
    {
        var (plant, facts, _) = await FactsAsync(id, null, own: true, ct);
        var chosen = part ?? RightsPart.Frozen;
        return new(id.Value, plant.Name, chosen, typed ?? (chosen == RightsPart.Sponsor ? null : RightsWords.Of(chosen, await deciding.OfAsync(id, ct))), [.. facts.Where(fact => fact.Part is not null).Select(fact => (fact.What, fact.Who))], answer);
    }

    private async Task<(PlantProfile Plant, List<(RightsPart? Part, string What, string Who)> Facts, (string Name, string Words, IReadOnlyList<RightsPart?> Parts)? Order)> FactsAsync(PlantId id, string? order, bool own, CancellationToken ct)
    {
        var plant = plants.Get(id);
        var today = plant.Calendar.DayOf(clock.Now(id));
        var staff = await absences.StaffingAsync(id, today, ct);
        var names = await words.NamesAsync(staff, ct);
        var rights = await deciding.OfAsync(id, ct);
        var frozen = FenceRules.FrozenWeek(today, plant.Calendar);
        var firm = FenceRules.FirmWeek(frozen, plant.Calendar);
        List<(RightsPart?, string, string)> facts =
        [
            (RightsPart.Frozen, $"Frozen, until {DayWords.Of(frozen.End, today)}", Steps(rights.Frozen)),
            (RightsPart.Firm, $"Firm, until {DayWords.Of(firm.End, today)}", $"each function that is concerned: {string.Join("; ", rights.Firm.Select(Who))}"),
            (RightsPart.Tie, "Firm, no agreement", Steps(rights.Tie)),
            (null, "Later", "recorded, nobody is asked"),
            (RightsPart.Path, "Escalation", string.Join(", then ", rights.Path.Select(Who))),
            (RightsPart.Sponsor, "Sponsor", Sponsor()),
            (null, "The agenda and third dates", Who(Role.Lead)),
            (null, "Roles and these rights", Who(Role.Administrator)),
        ];
        return (plant, facts, order is null ? null : await OrderAsync(plant, order, rights, frozen, ct));

        string Who(Role role) => $"{Roles.Words(role)} {Holders(role)}";

        string Holders(Role role)
        {
            var holders = words.Holders(staff, role, names, today) is { Length: > 0 } list ? list : "nobody";
            var acting = staff.Acting(role, today, AbsenceScope.Approvals).Where(person => staff.ActsAs(person, role, today) && !staff.HoldersOf(role).Contains(person)).ToList();
            return acting.Count == 0 ? holders : $"{holders}, today {string.Join(" or ", acting.Select(person => names.TryGetValue(person, out var known) ? known.Name : "the deputy"))}";
        }

        string Steps(IReadOnlyList<DecidingStep> steps) => string.Join("; above that ", steps.Select(step => $"{Who(step.Role)}{(step.UpTo is not { } most ? "" : own ? $" up to {PlanWords.Quantity(most)}" : " up to a limit")}"));

        string Sponsor() => rights.Sponsor is not { } sponsor ? "nobody named: whoever is executive"
            : names.FirstOrDefault(one => one.Key.ObjectId == sponsor).Value is { Name.Length: > 0 } person ? person.Name : "named in the settings, not seen yet";
    }

    /// <summary>Where the order stands now, and whose moving it into the frozen week would be.</summary>
    private async Task<(string, string, IReadOnlyList<RightsPart?>)?> OrderAsync(PlantProfile plant, string typed, DecisionRights rights, PlantWeek frozen, CancellationToken ct)
    {
        var version = await plans.CurrentAsync(plant.Id, ct);
        var found = version is null ? [] : await plans.FindOrdersAsync(plant.Id, version.Number, typed, 2, ct);
        if (found.Count == 0 || (found.Count > 1 && !string.Equals(found[0], typed, StringComparison.OrdinalIgnoreCase)))
            return (typed, found.Count == 0 ? "I do not find this order in the plan. In general:" : "Several orders end like this; write the whole number. In general:", [RightsPart.Frozen, RightsPart.Firm, RightsPart.Tie]);
        var lines = (await plans.OrderLinesAsync(plant.Id, version!.Number, found[0], ct)).Where(line => line.OpenQuantity > 0).ToList();
        if (lines.Count == 0) return (found[0], "It is shipped or cancelled: there is nothing left to decide.", []);
        var due = lines.Min(line => line.Commitment);
        var zone = FenceRules.Of(due, frozen, plant.Calendar);
        decimal? value = lines.Exists(line => line.Value is not null) ? lines.Sum(line => line.Value ?? 0) : null;
        var lifted = rights.Decider(zone, value) != rights.Decider(zone, 0) ? $" Its value lifts it to the {Roles.Words(rights.Decider(zone, value))}." : "";
        var place = $"It is due {PlanWords.Day(due)}, {zone switch { Fence.Frozen => "in the frozen week", Fence.Firm => "in the firm week", Fence.Flexible => "after the firm week: a change is recorded" }}.{lifted}";
        return (found[0], zone == Fence.Frozen ? place : $"{place} Moved into an earlier week, the stricter zone decides.",
            zone == Fence.Frozen ? [RightsPart.Frozen] : [RightsPart.Frozen, RightsPart.Firm, RightsPart.Tie]);
    }
}
