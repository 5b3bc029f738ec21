using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Plan;
using SoeBot.Extensions;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Conversations;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Teams.Extensions;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>
/// "Record as a decision", called on somebody's message in any chat: the same form in a dialog, the same road into the store, and the
/// card goes to the plant's own place, because the bot need not be in that chat.
/// </summary>
internal sealed class RecordMessage(
    RecordDecision record, DecisionCards cards, PlantProfiles plants, MeetingDates dates, PlantClock clock, MeetingStore meetings, ConversationStore conversations, PeopleStore people)
{
    public const string Command = "recordDecision";
    private const string Title = "Record a decision";
    private const int MostText = 500;

    public void Register(ExtensionList extensions) => extensions.OnDialog(Command, new DialogCommand(OpenAsync, SubmitAsync));

    private async Task<DialogAnswer> OpenAsync(ExtensionAction action, Asker asker, CancellationToken ct)
    {
        var plant = plants.Get(asker.Plants[0]);
        var now = clock.Now(plant.Id);
        var text = DataLine.Short(action.Message?.Text.Replace('\n', ' '), MostText);
        // The words stay as they were written; what they say of a day and an order only fills the fields.
        var read = DecideLine.Read(text, null, plant.Calendar.DayOf(now), plant.Calendar);
        var draft = new DecisionDraft(Guid.CreateVersion7(now), text, null, read.Due ?? await dates.UsualDueAsync(plant, now, ct), read.Order ?? "");
        return await ShowAsync(plant, DecisionForm.Of(draft), ct);
    }

    private async Task<DialogAnswer> SubmitAsync(ExtensionAction action, Asker asker, CancellationToken ct)
    {
        var named = new PlantId(action.Input.Text("p") ?? "");
        if (!asker.MaySee(named)) return DialogAnswer.Say("You have no role in this plant any more, so nothing was recorded.");
        var plant = plants.Get(named);
        await people.SeenAsync(asker.By, asker.ByName, action.Activity.From?.Id, action.Activity.LocalTimezone, action.Activity.Locale, ct);
        var (meeting, place) = await PlaceAsync(plant, ct);
        var press = new Press
        {
            Plant = plant.Id, By = asker.By, ByName = asker.ByName, Tenant = asker.Tenant, Input = action.Input, ActivityId = asker.ActivityId, Now = clock.Now(plant.Id),
            // People are looked up in the roster of the plant's place: the bot may not be where the dialog was opened.
            Conversation = meeting?.Conversation ?? place?.Id ?? asker.Conversation,
        };
        var post = meeting is null ? (MessageTarget)new MessageTarget.Channel(plant.Id) : new MessageTarget.Conversation(asker.Tenant, meeting.Conversation);
        return await record.TryAsync(press, post, tell: false, ct) switch
        {
            { Refusal: { } why } => DialogAnswer.Say(why),
            { Decision: { } decision } => DialogAnswer.Say(await DoneAsync(plant, decision, meeting, place, ct)),
            { Form: var form } => await ShowAsync(plant, form!, ct),
        };
    }

    private async Task<DialogAnswer> ShowAsync(PlantProfile plant, DecisionForm form, CancellationToken ct)
    {
        var (meeting, place) = await PlaceAsync(plant, ct);
        var where = meeting is not null ? "The meeting is open: it counts as decided there and is shown there."
            : $"It is marked as decided outside the meeting and posted in {Named(place)}.";
        return DialogAnswer.Show(Title, DecisionFormCard.DrawDialog(await cards.FormViewAsync(plant, form, ct), where));
    }

    private async Task<string> DoneAsync(PlantProfile plant, Decision decision, Meeting? meeting, SeenConversation? place, CancellationToken ct)
    {
        var owner = decision.Owner is { } key && (await people.FindAsync(key, ct))?.Name is { Length: > 0 } name ? name : "its owner";
        var where = meeting is not null ? "It is shown in the meeting." : $"Decided outside the meeting; its card comes in {Named(place)}.";
        return $"{decision.Name} is recorded: {DataLine.Short(owner, 60)}, due {DayWords.Of(decision.Due, plant.Calendar.DayOf(clock.Now(plant.Id)))}. {where}";
    }

    private async Task<(Meeting? Meeting, SeenConversation? Place)> PlaceAsync(PlantProfile plant, CancellationToken ct) =>
        (await meetings.OpenAsync(plant.Id, ct), await conversations.OfPlantAsync(plant.Id, ChannelUse.Week, ct));

    private static string Named(SeenConversation? place) => place switch
    {
        null => "the plant's channel as soon as I am in one",
        { Name: { Length: > 0 } name } => $"the channel {DataLine.Short(name, 40)}",
        _ => "the plant's channel",
    };
}
