using System.Globalization;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Teams.Routing;

namespace SoeBot.Publishing;

/// <summary>The press that makes a version the plan of its week (R18). What is frozen already is confirmed, never replaced: a change in it is asked for.</summary>
internal sealed class PublishWeek(PlanStore plans, PublishCards cards, Rights rights, PersonFinder finder, OutboxStore outbox, PlantProfiles plants)
{
    private const string NoPlan = "There is no plan yet, so there is nothing to publish.";

    public async Task<PressAnswer> PublishAsync(Press press, CancellationToken ct)
    {
        var plant = plants.Get(press.Plant);
        if (!await rights.ActsAsAsync(press.Plant, press.By, Role.Planning, plant.Calendar.DayOf(press.Now), ct))
        {
            await outbox.AddAsync(new Effect { Audit = [new AuditLine(press.Plant, press.Now, press.By, PublishSlice.Publish, press.Input.Text("r") is { Length: <= 10 } week ? week : "", "refused: not planning")] }, ct);
            return PressAnswer.Say($"Planning publishes the week: {string.Join(" or ", await finder.NamesAsync(press.Plant, Role.Planning, ct))}.");
        }
        if (await cards.LoadAsync(press.Plant, null, ct) is not { } view) return PressAnswer.Say(NoPlan);
        if (view.IsPublished) return PressAnswer.Show(PublishCard.DrawDraft(view));
        if (press.Input.Text("r") != view.Week.ToString() || press.Input.Whole("v") != (view.Frozen?.Version ?? view.Version.Number))
            return Again(view, "The card you pressed was older than the plan. This is today's: look at it and press again.");
        var rebuilt = view.AsksRebuild && press.Input.IsOn(PublishCard.Rebuilt);
        if (rebuilt && view.Over is [{ } over, ..]) return Again(view, $"{over.Words}: that is not rebuilt from actual capacity yet. Fix it and import again, or publish without the tick.");

        var effect = EffectOf(press, view, rebuilt);
        if (view.Frozen is not null) await plans.ConfirmBaselineAsync(press.Plant, view.Week, press.By, press.Now, effect, ct);
        // Lost to somebody else or to the deadline: the card shows to whom, and a second press confirms it.
        else await plans.SetBaselineAsync(press.Plant, view.Week, view.Version.Number, press.By, press.Now, effect, ct);
        return PressAnswer.Show(PublishCard.DrawDraft((await cards.LoadAsync(press.Plant, view.Week, ct))!));
    }

    private static PressAnswer Again(PublishView view, string note) => PressAnswer.Show(PublishCard.DrawDraft(view with { Note = note }));

    private static Effect EffectOf(Press press, PublishView view, bool rebuilt)
    {
        var version = view.Frozen?.Version ?? view.Version.Number;
        return new Effect
        {
            Audit = [new AuditLine(press.Plant, press.Now, press.By, PublishSlice.Publish, view.Week.ToString(), $"{(view.Frozen is null ? "published" : "confirmed what froze by itself")}{(rebuilt ? ", rebuilt from actual capacity" : "")}", version)],
            Messages =
            [
                InChannel(press.Plant, view.Week),
                press.Edit(PublishCard.Track(PublishCard.Plan, press.Plant, view.Week), new CardRef(PublishCard.Plan, view.Week.ToString()), "published"),
                press.Edit(PublishCard.Track(PublishCard.Draft, press.Plant, view.Week), new CardRef(PublishCard.Draft, view.Week.ToString()), "published"),
            ],
            Occurrences = rebuilt ? [new Occurrence(press.Plant, PublishOccurrences.Rebuilt, view.Week.ToString(), press.Now)] : [],
        };
    }

    /// <summary>Once for each week, whoever or whatever froze it; later states are edits of it.</summary>
    public static NewMessage InChannel(PlantId plant, PlantWeek week) => new()
    {
        Plant = plant, Key = PublishCard.Track(PublishCard.Plan, plant, week), Kind = MessageKind.Record, Target = new MessageTarget.Channel(plant),
        Card = new CardRef(PublishCard.Plan, week.ToString()), TrackAs = PublishCard.Track(PublishCard.Plan, plant, week),
    };

    public static PlantWeek? WeekOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) ? new PlantWeek(start) : null;
}
