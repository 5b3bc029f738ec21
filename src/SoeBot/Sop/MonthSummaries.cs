using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Sop;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Sop;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Sop;

/// <summary>The lead words the month's summary and sends it.</summary>
internal sealed class MonthSummaries(SopStore store, OutboxStore outbox, ConversationStore conversations, PeopleStore people, Rights rights, PersonFinder finder, PlantProfiles plants)
{
    private const string Gone = "This summary is not known any more.";

    public void Register(CardSources sources)
    {
        sources.Add(MonthSummaryCard.Draft, DrawAsync);
        sources.Add(MonthSummaryCard.Sent, DrawAsync);
        sources.Add(MonthSummaryCard.Form, async (request, ct) => await ViewAsync(request.Plant, request.About, ct) is { Summary.SentAt: null } view ? MonthSummaryCard.DrawForm(view) : null);
    }

    public async Task<PressAnswer> OfferAsync(Press press, CancellationToken ct)
    {
        if (await ViewAsync(press.Plant, press.Input.Text("r"), ct) is not { } view) return PressAnswer.Say(Gone);
        if (await RefusalAsync(press, ct) is { } refused) return PressAnswer.Say(refused);
        if (view.Summary.SentAt is not null) return PressAnswer.Show(MonthSummaryCard.Draw(view));
        await outbox.AddAsync(new Effect { Messages = [press.ToConversation(new CardRef(MonthSummaryCard.Form, $"{view.Summary.Month:yyyy-MM-dd}"), $"summary-form:{press.ActivityId}", trackAs: $"summary-form:{press.ActivityId}")] }, ct);
        return PressAnswer.Say("The form is below.");
    }

    public async Task<PressAnswer> SaveAsync(Press press, CancellationToken ct)
    {
        if (!Enum.TryParse<SummaryPart>(press.Input.Text("in_part"), out var part) || !Enum.IsDefined(part)) return PressAnswer.Say("Choose a part.");
        return await ChangeAsync(press, SopVerbs.Save, summary => summary.Edit(part, press.Input.Text("in_words"), press.By, press.Now), _ => [], part.ToString(), ct);
    }

    public async Task<PressAnswer> SendAsync(Press press, CancellationToken ct)
    {
        var place = await conversations.OfPlantAsync(press.Plant, ChannelUse.Sop, ct);
        return await ChangeAsync(press, SopVerbs.Send, summary => summary.Send(press.By, press.Now), summary =>
        [
            new NewMessage
            {
                Plant = press.Plant, Key = $"{MonthSummaryCard.Sent}:{press.Plant}:{summary.Month:yyyy-MM}", Kind = MessageKind.Record, Card = new CardRef(MonthSummaryCard.Sent, $"{summary.Month:yyyy-MM-dd}"),
                Target = place is null ? new MessageTarget.Channel(press.Plant) : new MessageTarget.Conversation(place.Tenant, place.Id),
            },
        ], null, ct);
    }

    private async Task<PressAnswer> ChangeAsync(Press press, string verb, Func<MonthSummary, SummaryOutcome> change, Func<MonthSummary, IReadOnlyList<NewMessage>> says, string? detail, CancellationToken ct)
    {
        if (press.Input.Day("r") is not { } month) return PressAnswer.Say(Gone);
        if (await RefusalAsync(press, ct) is { } refused) return PressAnswer.Say(refused);
        var result = await store.ChangeSummaryAsync(press.Plant, month, summary =>
        {
            var outcome = change(summary);
            return (outcome, outcome != SummaryOutcome.Changed ? Effect.None : new Effect
            {
                Audit = [new AuditLine(press.Plant, press.Now, press.By, verb, $"{month:yyyy-MM}", detail, summary.PlanVersion)],
                Messages = [press.Edit(DraftSummary.Track(press.Plant.Value, month), new CardRef(MonthSummaryCard.Draft, $"{month:yyyy-MM-dd}"), $"{summary.Version}"), .. says(summary)],
            });
        }, ct);
        if (result.Value is null || await ViewAsync(press.Plant, $"{month:yyyy-MM-dd}", ct) is not { } view) return PressAnswer.Say(Gone);
        return result.Outcome == SummaryOutcome.NothingWritten ? PressAnswer.Say("Choose a part.") : PressAnswer.Show(MonthSummaryCard.Draw(view));
    }

    private async Task<string?> RefusalAsync(Press press, CancellationToken ct)
    {
        var today = plants.Get(press.Plant).Calendar.DayOf(press.Now);
        foreach (var role in (Role[])[Role.Lead, Role.Coordinator, Role.PlantManager])
            if (await rights.ActsAsAsync(press.Plant, press.By, role, today, ct)) return null;
        return $"Only {string.Join(" or ", await finder.NamesAsync(press.Plant, Role.Lead, ct))} words and sends the summary.";
    }

    private async Task<Card?> DrawAsync(CardRequest request, CancellationToken ct) => await ViewAsync(request.Plant, request.About, ct) is { } view ? MonthSummaryCard.Draw(view) : null;

    private async Task<MonthSummaryView?> ViewAsync(PlantId id, string? about, CancellationToken ct)
    {
        DateOnly? month = DateOnly.TryParseExact(about, "yyyy-MM-dd", out var named) ? named : null;
        if (await store.SummaryAsync(id, month, ct) is not { } summary) return null;
        var names = await people.NamesAsync([.. new[] { summary.SentBy, summary.EditedBy }.OfType<PersonKey>().Distinct()], ct);
        return new(plants.Get(id), summary, Name(summary.SentBy), Name(summary.EditedBy), await conversations.OfPlantAsync(id, ChannelUse.Sop, ct) is not null);

        string? Name(PersonKey? key) => key is { } person ? names.TryGetValue(person, out var known) && known.Name.Length > 0 ? known.Name : "somebody no longer known" : null;
    }
}
