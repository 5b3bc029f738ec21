using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Changes;
using SoeBot.Plants;
using SoeBot.Store.Changes;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;

namespace SoeBot.Changes;

/// <summary>The typed lines: "move 63216 up to Thursday, customer line stops", "C-7", "approve C-7", "reject C-7 no welders".</summary>
internal sealed class ChangeCommands(ChangeStore changes, FileChange file, DecideChange decide, ChangeViews views, PlantProfiles plants)
{
    public void Register(CommandList commands)
    {
        commands.Add("change.move", ChangeLines.Move(), "move 63216 to Thu, customer line stops", file.Line(ChangeKind.Move));
        commands.Add("change.cancel", ChangeLines.Cancel(), "cancel 63216", file.Line(ChangeKind.Cancel));
        commands.Add("change.split", ChangeLines.Split(), "split 63216 20/20", file.Line(ChangeKind.Split));
        commands.Add("change.quantity", ChangeLines.Quantity(), "change 63216 to 60 pieces", file.Line(ChangeKind.Quantity));
        commands.Add("change.add", ChangeLines.Add(), "add 50 of BK-100 on Thu", file.Line(ChangeKind.Add));
        commands.Add("change.approve", ChangeLines.Approve(), "approve C-7", (turn, words, ct) => ShowToDecideAsync(turn, words, wantsToDecide: true, ct));
        commands.Add("change.reject", ChangeLines.Reject(), "reject C-7 no welders", RejectAsync);
        commands.Add("change.withdraw", ChangeLines.Withdraw(), "withdraw C-7", (turn, words, ct) =>
            StepAsync(turn, words, Verbs.Withdraw, (request, _, _) => request.Withdraw(turn.By, Rest(words), turn.Now), ct));
        commands.Add("change.show", ChangeLines.Bare(), "C-7", (turn, words, ct) => ShowToDecideAsync(turn, words, wantsToDecide: false, ct));
        commands.Add("change.list", ChangeLines.All(), "changes", (turn, _, _) => Task.FromResult(turn.Answer(new CardRef(ChangesCard.Source, ""))));
    }

    /// <summary>Nobody approves by a line alone: it shows the card with its price, and the press on it decides.</summary>
    private async Task<Effect> ShowToDecideAsync(Turn turn, Match words, bool wantsToDecide, CancellationToken ct)
    {
        if (await FindAsync(turn, words, ct) is not { } request) return Unknown(turn, words);
        var staff = await views.StaffAsync(plants.Get(turn.Plant), ct);
        var standing = staff.Of(turn.By, request);
        if (wantsToDecide && request.Waits && await MayNotAsync(turn, request, staff, standing, ct) is { } no) return no;
        // In a group the card is everybody's; what only one may press is in that one's own chat.
        var card = turn.Use != Store.Conversations.ConversationUse.Personal || !request.Waits || (turn.By == request.By && !standing.MayApproveOwn) ? ChangeCard.Shared
            : request.IsManagers && (standing.IsManager || standing.IsDeputy) ? ChangeCard.Decide
            : !request.IsManagers && request.Required.Any(standing.Functions.Contains) ? ChangeCard.Sign
            : ChangeCard.Shared;
        return turn.Answer() with { Messages = [turn.ToConversation(new CardRef(card, $"{request.Number}"), $"in:{turn.InboxId}:0", $"{card}:{request.Id}")] };
    }

    private async Task<Effect> RejectAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (Rest(words) is not { Length: <= 300 } why) return await ShowToDecideAsync(turn, words, wantsToDecide: true, ct);
        // Whoever types a number has the request of this moment in mind; a refusal harms nobody who meant an older state.
        return await StepAsync(turn, words, Verbs.Reject, (request, standing, _) => request.Reject(turn.By, standing, why, request.Version, turn.Now), ct);
    }

    /// <summary>Who can, and a button that asks them; null for somebody who may decide.</summary>
    private async Task<Effect?> MayNotAsync(Turn turn, ChangeRequest request, ChangeStaff staff, Standing standing, CancellationToken ct)
    {
        var mayAsManager = standing.IsManager || standing.IsDeputy;
        if (turn.By == request.By && !standing.MayApproveOwn && (request.IsManagers ? mayAsManager : request.Required.Any(standing.Functions.Contains)))
            return turn.Refuse(await decide.WordsAsync(plants.Get(turn.Plant), request, ChangeOutcome.OwnRequest, ct));
        if (request.IsManagers ? mayAsManager : request.Required.Any(standing.Functions.Contains)) return null;
        // Whoever has no part in the plant learns who has, and nothing of what it says.
        return staff.HasRole(turn.By) ? turn.Answer(new CardRef(ChangeCard.NoRight, $"{request.Number}"))
            : turn.Refuse(await decide.WordsAsync(plants.Get(turn.Plant), request, ChangeOutcome.NoRight, ct));
    }

    private async Task<Effect> StepAsync(Turn turn, Match words, string verb, Func<ChangeRequest, Standing, ChangeStaff, ChangeOutcome> step, CancellationToken ct)
    {
        var number = NumberOf(words);
        var (request, outcome) = await decide.TryAsync(turn.Origin, number, verb, step, turn.Answer(new CardRef(ChangeCard.News, $"{number}")), ct);
        if (request is null) return Unknown(turn, words);
        return outcome switch
        {
            ChangeOutcome.Changed => Effect.None,
            ChangeOutcome.SameAsBefore or ChangeOutcome.AlreadyEnded => turn.Answer(new CardRef(ChangeCard.News, $"{number}")),
            ChangeOutcome.NoRight when request.Waits && (await views.StaffAsync(plants.Get(turn.Plant), ct)).HasRole(turn.By) => turn.Answer(new CardRef(ChangeCard.NoRight, $"{number}")),
            _ => turn.Refuse(await decide.WordsAsync(plants.Get(turn.Plant), request, outcome, ct)),
        };
    }

    private Task<ChangeRequest?> FindAsync(Turn turn, Match words, CancellationToken ct) => changes.FindAsync(turn.Plant, NumberOf(words), ct);

    private static Effect Unknown(Turn turn, Match words) => turn.Answer(SayCard.Of($"There is no C-{NumberOf(words)}. Type changes to see the open ones."));

    private static string? Rest(Match words) => words.Groups["rest"].Value.Trim(' ', ',', '.', ':', '-') is { Length: > 0 } rest ? rest : null;

    private static int NumberOf(Match words) => int.TryParse(words.Groups["n"].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
