using System.Text.RegularExpressions;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.Presses;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Routing;

namespace SoeBot.People.Decides;

/// <summary>"who decides", "who decides frozen", "who decides order 63216", and "rights frozen: plant manager up to 50,000, then executive".</summary>
internal sealed partial class DecidesSlice(WhoDecides who, ChangeRights change, PersonFinder finder, OutboxStore outbox) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(WhoDecidesCard.Source, (request, ct) => who.DrawAsync(request.Plant, request.About, ct));
        registry.Cards.Add(WhoDecidesCard.Form, async (request, ct) => WhoDecidesCard.DrawForm(await who.FormAsync(request.Plant, RightsWords.Part(request.About), null, null, ct)));
        registry.Commands.Add("rights.change", ChangeLine(), "rights frozen: plant manager up to 50,000, then executive", ChangeAsync);
        registry.Commands.Add("role.decides", Line(), "who decides", (turn, words, _) => Task.FromResult(turn.Answer(new CardRef(WhoDecidesCard.Source, About(turn, words)))));
        registry.Presses.On(WhoDecidesCard.FormVerb, FormAsync);
        registry.Presses.On(WhoDecidesCard.SaveVerb, SaveAsync);
    }

    private static string About(Turn turn, Match words)
    {
        var what = words.Groups["order"].Success ? $"order {words.Groups["order"].Value}" : RightsWords.Part(words.Groups["part"].Value)?.ToString() ?? WhoDecides.All;
        return turn.Use == ConversationUse.Personal ? what + WhoDecides.Own : what;
    }

    private async Task<Effect> ChangeAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (await change.RefusalAsync(turn.Plant, turn.By, ct) is { } refused)
            return AskHolder.Refuse(turn, Role.Administrator, refused) with { Audit = [new AuditLine(turn.Plant, turn.Now, turn.By, ChangeRights.Verb, words.Groups["part"].Value.ToLowerInvariant(), "refused: no administrator")] };
        var part = RightsWords.Part(words.Groups["part"].Value)!.Value;
        var said = words.Groups["who"].Value;
        var sponsor = part == RightsPart.Sponsor ? await finder.NamedInAsync(turn, said, ct) : null;
        var all = new CardRef(WhoDecidesCard.Source, turn.Use == ConversationUse.Personal ? WhoDecides.Own : WhoDecides.All);
        await change.ApplyAsync(turn.Origin, part, said, sponsor, answer => answer.Changed ? turn.Answer(Cards.SayCard.Of(answer.Words), all) : turn.Refuse(answer.Words), ct);
        return Effect.None;
    }

    private async Task<PressAnswer> FormAsync(Press press, CancellationToken ct)
    {
        if (await change.RefusalAsync(press.Plant, press.By, ct) is { } refused) return PressAnswer.Say(refused);
        // Amounts stand in it, so it goes to the administrator's own chat.
        await outbox.AddAsync(new Effect
        {
            Messages = [new NewMessage { Plant = press.Plant, Key = $"form:{press.ActivityId}", Kind = MessageKind.Answer, Target = new MessageTarget.Person(press.By), Card = new CardRef(WhoDecidesCard.Form, ""), TrackAs = $"{WhoDecidesCard.Form}:{press.ActivityId}" }],
        }, ct);
        return PressAnswer.Say("The form is in our chat.");
    }

    private async Task<PressAnswer> SaveAsync(Press press, CancellationToken ct)
    {
        if (!Enum.TryParse<RightsPart>(press.Input.Text("in_part"), out var part) || !Enum.IsDefined(part) || press.Input.Text("in_words") is not { Length: > 0 and <= 200 } words)
            return PressAnswer.Say("Choose what changes, and name who decides.");
        var sponsor = part == RightsPart.Sponsor ? await finder.NamedInAsync(Named(press, words), words, ct) : null;
        var answer = await change.ApplyAsync(press.Origin, part, words, sponsor, _ => Effect.None, ct);
        return !answer.Changed && await change.RefusalAsync(press.Plant, press.By, ct) is { } refused ? PressAnswer.Say(refused)
            : PressAnswer.Show(WhoDecidesCard.DrawForm(await who.FormAsync(press.Plant, part, answer.Changed ? null : words, answer, ct)));
    }

    /// <summary>The finder reads names of a line; a field of a form is one.</summary>
    private static Turn Named(Press press, string words) => new()
    {
        Plant = press.Plant, By = press.By, ByName = press.ByName, Tenant = press.Tenant, Conversation = press.Conversation, Use = ConversationUse.Personal, Text = words, InboxId = 0, Now = press.Now,
    };

    [GeneratedRegex(@"^\s*rights?\s+(?:of\s+|for\s+)?(?:the\s+)?(?<part>frozen(?:\s+week)?|firm(?:\s+week)?|week\s+[12]|no\s+agreement|tie|disagreement|(?:escalation\s+)?path|escalation|sponsor)\s*(?:[:=]|is|are)\s*(?<who>.{2,200}?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex ChangeLine();

    [GeneratedRegex(@"^\s*(?:who\s+(?:decides|approves|may\s+(?:approve|decide))|(?:decision\s+)?rights|rules)\b(?:\s+(?:about|on|for|in|the))*(?:\s+(?:(?:order\s+)(?<order>[\w-]{3,40})|(?<order>(?:so)?\d{3,12})|(?<part>frozen(?:\s+week)?|firm(?:\s+week)?|week\s+[12]|no\s+agreement|tie|path|escalation|sponsor)))?.{0,60}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Line();
}
