using System.Text.RegularExpressions;

namespace SoeBot.Decisions;

/// <summary>Decisions with an owner and a due date, and the chase until they are done.</summary>
internal sealed partial class DecisionSlice(
    RecordDecision record, AnswerDecision answer, DecisionCommands commands, DecisionCards cards, ChaseDecisions chase, FindDecision find, RecordMessage message) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        cards.Register(registry.Cards);
        chase.Register(registry.Occurrences);
        find.Register(registry.Extensions);
        message.Register(registry.Extensions);
        registry.Commands.Add("decision.form", DecideLine(), "decide: Ravi gets a second quote for the castings by Friday", record.FillFormAsync);
        commands.Register(registry.Commands);
        var presses = registry.Presses;
        presses.On(Verbs.Form, record.OfferFormAsync);
        presses.On(Verbs.Record, record.RecordAsync);
        presses.On(Verbs.DropDraft, record.DropAsync);
        presses.On(Verbs.Take, answer.TakeAsync);
        presses.On(Verbs.Done, answer.DoneAsync);
        presses.On(Verbs.Miss, answer.MissAsync);
        presses.On(Verbs.Redate, answer.RedateAsync);
        presses.On(Verbs.Refuse, answer.RefuseAsync);
        presses.On(Verbs.Blocked, answer.BlockAsync);
        presses.On(Verbs.RedateForm, answer.OfferForm(DecisionForms.Redate));
        presses.On(Verbs.RefuseForm, answer.OfferForm(DecisionForms.Refuse));
        presses.On(Verbs.Correct, answer.CorrectAsync);
        presses.On(Verbs.Drop, answer.DropAsync);
        presses.On(Verbs.CorrectForm, answer.OfferChairForm(DecisionForms.Correct));
        presses.On(Verbs.DropForm, answer.OfferChairForm(DecisionForms.Drop));
        presses.OnRefresh<DecisionViews>(Verbs.Fresh, static (views, viewer, ct) => views.FreshAsync(viewer, ct));
        presses.On(Verbs.BlockedForm, answer.OfferForm(DecisionForms.Block));
    }

    [GeneratedRegex(@"^\s*(?:decide|decision|decided)\s*:?\s*(?<text>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex DecideLine();
}
