using SoeBot.Domain.Changes;

namespace SoeBot.Changes;

/// <summary>Changes of the plan that somebody asks for: what they would do, who has to agree, and that nothing counts before.</summary>
internal sealed class ChangeSlice(FileChange file, DecideChange decide, ChangeCommands commands, ChangeCards cards, ChangeOccurrences occurrences, CompareChanges compare, ViolationCards violations, AnswerViolation answer) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        cards.Register(registry.Cards);
        commands.Register(registry.Commands);
        occurrences.Register(registry.Occurrences);
        compare.Register(registry.Occurrences);
        violations.Register(registry.Cards, registry.Commands);
        var presses = registry.Presses;
        presses.On(Verbs.Form, file.OfferFormAsync);
        presses.On(Verbs.Check, file.CheckAsync);
        presses.On(Verbs.DropForm, file.DropFormAsync);
        presses.On(Verbs.Send, decide.SendAsync);
        presses.On(Verbs.Withdraw, decide.WithdrawAsync);
        presses.On(Verbs.Approve, decide.ApproveAsync);
        presses.On(Verbs.ApproveIf, decide.ApproveIfAsync);
        presses.On(Verbs.Reject, decide.RejectAsync);
        presses.On(Verbs.Ask, decide.AskAsync);
        presses.On(Verbs.Answer, decide.AnswerAsync);
        presses.On(Verbs.Give, decide.GiveAsync);
        presses.On(Verbs.TakeBack, decide.TakeBackAsync);
        presses.On(Verbs.Urge, decide.UrgeAsync);
        presses.On(Verbs.Agree, decide.Sign(Verbs.Agree, Signature.Agrees));
        presses.On(Verbs.Object, decide.Sign(Verbs.Object, Signature.Objects));
        presses.On(Verbs.NotConcerned, decide.Sign(Verbs.NotConcerned, Signature.NotConcerned));
        presses.On(Verbs.File, answer.FileAsync);
        presses.On(Verbs.Mistake, answer.MistakeAsync);
        presses.OnRefresh<ChangeViews>(Verbs.Fresh, static (views, viewer, ct) => views.FreshAsync(viewer, ct));
    }
}
