using System.Text.RegularExpressions;
using SoeBot.Commands;
using SoeBot.Teams.Routing;

namespace SoeBot.Decisions;

/// <summary>Decisions with an owner and a due date, and the chase until they are done.</summary>
internal sealed partial class DecisionSlice(
    RecordDecision record, AnswerDecision answer, ChairDecision chair, DecisionCommands commands, DecisionCards cards, ChaseDecisions chase, FindDecision find, RecordMessage message,
    WhoDecided who, OfferClosing closing, Commitments commitments, AnswerEscalation above, NamedCard named, TypedDates dates) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        cards.Register(registry.Cards);
        named.Register(registry.Cards);
        chase.Register(registry.Occurrences);
        find.Register(registry.Extensions);
        message.Register(registry.Extensions);
        who.Register(registry);
        closing.Register(registry);
        commitments.Register(registry);
        above.Register(registry);
        dates.Register(registry);
        registry.Commands.Add("decision.form", DecideLine(), "decide: Ravi gets a second quote for the castings by Friday", dates.Read(DecideLine(), record.FillFormAsync));
        commands.Register(registry.Commands);
        var presses = registry.Presses;
        presses.On(Verbs.Form, record.OfferFormAsync);
        presses.On(Verbs.Record, (press, ct) => record.RecordAsync(press, tell: false, ct));
        presses.On(Verbs.RecordAndTell, (press, ct) => record.RecordAsync(press, tell: true, ct));
        presses.On(Verbs.DropDraft, record.DropAsync);
        presses.On(Verbs.Take, answer.TakeAsync);
        presses.On(Verbs.Done, answer.DoneAsync);
        presses.On(Verbs.Miss, answer.MissAsync);
        presses.On(Verbs.Redate, answer.RedateAsync);
        presses.On(Verbs.Refuse, answer.RefuseAsync);
        presses.On(Verbs.Blocked, answer.BlockAsync);
        presses.On(Verbs.RedateForm, answer.OfferForm(DecisionForms.Redate));
        presses.On(Verbs.RefuseForm, answer.OfferForm(DecisionForms.Refuse));
        presses.On(Verbs.MissForm, answer.OfferForm(DecisionForms.Miss));
        presses.On(Verbs.AgreeDate, answer.AgreeAsync);
        presses.On(Verbs.Complete, chair.CompleteAsync);
        presses.On(Verbs.Correct, chair.CorrectAsync);
        presses.On(Verbs.Drop, chair.DropAsync);
        presses.On(Verbs.Replace, chair.ReplaceAsync);
        presses.On(Verbs.KeepBoth, (_, _) => Task.FromResult(PressAnswer.Say("Both stay open. Nothing was changed.")));
        presses.On(Verbs.CompleteForm, answer.OfferForm(DecisionForms.Complete));
        presses.On(Verbs.CorrectForm, chair.OfferForm(DecisionForms.Correct));
        presses.On(Verbs.DropForm, chair.OfferForm(DecisionForms.Drop));
        presses.OnRefresh<DecisionViews>(Verbs.Fresh, static (views, viewer, ct) => views.FreshAsync(viewer, ct));
        presses.On(Verbs.BlockedForm, answer.OfferForm(DecisionForms.Block));
    }

    [GeneratedRegex(@"^\s*(?:decide|decision|decided)\s*:?\s*(?<text>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex DecideLine();
}
