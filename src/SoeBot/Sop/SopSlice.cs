using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Routing;

namespace SoeBot.Sop;

/// <summary>The link between the week and S&amp;OP: artifacts, the month's summary, topics up and down, promises, overrides (R121 to R128).</summary>
internal sealed partial class SopSlice(
    SopCycles cycles, MonthSummaries summaries, DraftSummary draft, SentDown down, SopCards cards, ConversationStore conversations, Rights rights, PlantProfiles plants) : ISlice
{
    private const string NoPlan = "There is no plan yet.";

    public void Register(SliceRegistry registry)
    {
        draft.Register(registry.Occurrences);
        summaries.Register(registry.Cards);
        registry.Cards.Add(SopCycleCard.Source, async (request, ct) => await cycles.DrawAsync(request.Plant, ct));
        registry.Cards.Add(AgendaTemplates.Artifact, (request, ct) => cycles.DrawOneAsync(request.Plant, request.About, ct));
        registry.Cards.Add(SentDownCard.Source, async (request, ct) => await down.DrawAsync(request.Plant, ct));
        registry.Cards.Add(OverridesCard.Source, (request, ct) => cards.OverridesAsync(request.Plant, 0, ct));
        registry.Cards.Add(CommitmentsCard.Source, (request, ct) => cards.CommitmentsAsync(request.Plant, request.About, 0, ct));
        var commands = registry.Commands;
        commands.Add("sop.channel", ChannelLine(), "s&op channel", ChannelAsync);
        commands.Add("sop.summary", SummaryLine(), "s&op summary", SummaryAsync);
        commands.Add("sop.down", DownLine(), "send down: SO63216 needs a new date", (turn, words, ct) => down.SendAsync(turn, words.Groups["text"].Value, ct));
        commands.Add("sop.topics", TopicsLine(), "sent down", (turn, _, ct) => ShowAsync(turn, new CardRef(SentDownCard.Source, ""), ct));
        commands.Add("sop.overrides", OverridesLine(), "overrides", (turn, _, ct) => ShowAsync(turn, new CardRef(OverridesCard.Source, ""), ct));
        commands.Add("sop.commitments", CommitmentsLine(), "commitments of Bike World", CommitmentsAsync);
        commands.Add("sop.show", Line(), "s&op", (turn, _, ct) => ShowAsync(turn, new CardRef(SopCycleCard.Source, ""), ct, $"{SopCycleCard.Source}:{turn.Plant}"));
        var presses = registry.Presses;
        presses.On(SopVerbs.Give, cycles.GiveAsync);
        presses.On(SopVerbs.Tick, cycles.TickAsync);
        presses.On(SopVerbs.Reopen, cycles.ReopenAsync);
        presses.On(SopVerbs.TopicDone, down.DoneAsync);
        presses.On(SopVerbs.Words, summaries.OfferAsync);
        presses.On(SopVerbs.Save, summaries.SaveAsync);
        presses.On(SopVerbs.Send, summaries.SendAsync);
        presses.OnReading(SopVerbs.Page, PageAsync);
    }

    private async Task<Effect> ShowAsync(Turn turn, CardRef card, CancellationToken ct, string? trackAs = null) =>
        !await rights.HasAnyAsync(turn.Plant, turn.By, ct) ? turn.Refuse(await rights.WhoCanAsync(turn.Plant, "see what S&OP works on", ct))
            : turn.Answer() with { Messages = [turn.ToConversation(card, $"in:{turn.InboxId}:0", trackAs)] };

    /// <summary>Customers with their promises are for one person of the plant: in a group nobody else sees the answer.</summary>
    private async Task<Effect> CommitmentsAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (!await rights.HasAnyAsync(turn.Plant, turn.By, ct)) return turn.Refuse(await rights.WhoCanAsync(turn.Plant, "see what customers were promised", ct));
        var message = turn.ToConversation(new CardRef(CommitmentsCard.Source, words.Groups["customer"].Value.Trim()), $"in:{turn.InboxId}:0");
        return turn.Answer() with { Messages = [turn.Use == ConversationUse.Personal ? message : message with { Target = new MessageTarget.OnlyTo(turn.By, turn.Conversation) }] };
    }

    private async Task<Effect> SummaryAsync(Turn turn, Match words, CancellationToken ct)
    {
        var plant = plants.Get(turn.Plant);
        if (!await rights.HasAnyAsync(turn.Plant, turn.By, ct)) return turn.Refuse(await rights.WhoCanAsync(turn.Plant, "see the summary", ct));
        var today = plant.Calendar.DayOf(turn.Now);
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        // Asked for before its day, or after the bot was away on it: it is drafted now.
        await draft.MakeAsync(plant, month, turn.Now, ct);
        return turn.Answer() with { Messages = [turn.ToConversation(new CardRef(MonthSummaryCard.Draft, $"{month:yyyy-MM-dd}"), $"in:{turn.InboxId}:0", DraftSummary.Track(turn.Plant.Value, month))] };
    }

    private async Task<Effect> ChannelAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (turn.Use == ConversationUse.Personal) return turn.Refuse("Type this in the channel that is to hear the month's summary.");
        foreach (var role in (Role[])[Role.Lead, Role.Administrator, Role.Coordinator])
        {
            if (!await rights.HasAsync(turn.Plant, turn.By, role, ct)) continue;
            await conversations.BindAsync(turn.Plant, turn.Tenant, turn.Conversation, ChannelUse.Sop, ct);
            return turn.Answer(SayCard.Of($"This is the S&OP channel of {plants.Get(turn.Plant).Name}: the month's summary is sent here.")) with
            {
                Audit = [new AuditLine(turn.Plant, turn.Now, turn.By, "sop.channel", turn.Plant.Value)],
            };
        }
        return turn.Refuse("Only the S&OE lead or an administrator says which channel is S&OP's.");
    }

    private async Task<PressAnswer> PageAsync(Press press, CancellationToken ct)
    {
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return PressAnswer.Say(await rights.WhoCanAsync(press.Plant, "see that", ct));
        var (what, skip) = Paging.Split(press.Input.Text("r"));
        var card = what.StartsWith("commitments:", StringComparison.Ordinal)
            ? await cards.CommitmentsAsync(press.Plant, what["commitments:".Length..], skip, ct) : await cards.OverridesAsync(press.Plant, skip, ct);
        return card is null ? PressAnswer.Say(NoPlan) : PressAnswer.Show(card);
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Sop = @"s\s?&\s?op|sop";

    [GeneratedRegex($@"^\W*(?:this\s+is\s+)?(?:(?:the|our)\s+)?(?:{Sop})\s+channel\W*$", Options)]
    internal static partial Regex ChannelLine();

    [GeneratedRegex($@"^\W*(?:(?:show|the|our)\s+)*(?:(?:{Sop}|s&oe|month(?:ly)?)\s+summary|summary\s+for\s+(?:{Sop}))\W*$", Options)]
    internal static partial Regex SummaryLine();

    [GeneratedRegex(@"^\s*send\s+down\s*:?\s+(?<text>\S.*)$", Options | RegexOptions.Singleline)]
    internal static partial Regex DownLine();

    [GeneratedRegex($@"^\W*(?:(?:show|what|was|is|the)\s+)*(?:sent\s+down|(?:{Sop})\s+topics)\W*$", Options)]
    internal static partial Regex TopicsLine();

    [GeneratedRegex(@"^\W*(?:(?:show|the|forecast|all)\s+)*overrides\W*$", Options)]
    internal static partial Regex OverridesLine();

    [GeneratedRegex(@"^\W*(?:(?:show|the|customer)\s+)*(?:commitments?|promises)\s+(?:of|to|for)\s+(?<customer>\S.*?)\W*$", Options)]
    internal static partial Regex CommitmentsLine();

    [GeneratedRegex($@"^\W*(?:(?:show|the|our)\s+)*(?:{Sop})(?:\s+(?:cycle|artifacts?|status))?\W*$", Options)]
    internal static partial Regex Line();
}
