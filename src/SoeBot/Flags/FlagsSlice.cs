using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Teams.Routing;

namespace SoeBot.Flags;

/// <summary>The flags of the plan in use, and the words that ask for them.</summary>
internal sealed partial class FlagsSlice(PlanStore plans, PlantProfiles plants, PlantClock clock) : ISlice
{
    private const string NoPlan = "There is no plan yet, so nothing can be flagged.";

    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(FlagsCard.Source, async (request, ct) => await ViewAsync(request.Plant, ct) is { } view ? FlagsCard.Draw(view, 0) : null);
        registry.Cards.Add(ExecutiveCard.Source, async (request, ct) => await ViewAsync(request.Plant, ct) is { } view ? ExecutiveCard.Draw(view) : null);
        registry.Cards.AddAsk(ExecutiveCard.Source, async (request, ct) => await ViewAsync(request.Plant, ct) is { } view && ExecutiveCard.Draw(view) is not null
            ? new PublicAsk("a criterion for executives is true, type flags") : null);
        registry.Commands.Add("flags.show", Line(), "flags", AnswerAsync);
        registry.Presses.OnReading(FlagVerbs.Page, PageAsync);
    }

    private async Task<Effect> AnswerAsync(Turn turn, Match words, CancellationToken ct) =>
        turn.Answer(await plans.CurrentAsync(turn.Plant, ct) is null ? SayCard.Of(NoPlan) : new CardRef(FlagsCard.Source, ""));

    private async Task<PressAnswer> PageAsync(Press press, CancellationToken ct) =>
        await ViewAsync(press.Plant, ct) is { } view ? PressAnswer.Show(FlagsCard.Draw(view, Math.Max(0, press.Input.Whole("r") ?? 0))) : PressAnswer.Say(NoPlan);

    private async Task<FlagsView?> ViewAsync(PlantId id, CancellationToken ct)
    {
        if (await plans.InUseAsync(id, ct) is not { Version: { } version, Findings: { } findings }) return null;
        var plant = plants.Get(id);
        return new FlagsView(
            id.Value, plant.Name, [.. findings.Flags.Where(flag => flag.FiredIn is not null)], findings.Flags.Count(flag => flag.FiredIn is null), plant.Flags,
            DataLine.Of(version, await plans.LastRefusedAsync(id, ct), plant.Calendar, clock.Now(id)));
    }

    [GeneratedRegex(@"^\W*(?:(?:show|please|the|me|all|red)\s+)*(?:flags?|warnings?|stock[\s-]?outs?)(?:\s+please)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Line();
}
