using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Teams;
using SoeBot.Teams.Routing;
using SoeBot.Words;

namespace SoeBot.Meetings;

/// <summary>"move meeting to Thu 9:00", "cancel meeting": a date of the series is changed for everybody, and counted as drift of the cadence (R12, R141).</summary>
internal sealed partial class MoveMeeting(
    MeetingDateStore changed, MeetingDates dates, MeetingStore meetings, MeetingOrders orders, MeetingRights rights, ConversationStore conversations, OutboxStore outbox, PlantProfiles plants)
{
    public const string Cancelled = "meeting-cancelled";
    private const string MayWhat = "move or cancel the meeting";

    /// <summary>So long after its start a meeting that was not held can still be moved.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(2);

    public void Register(SliceRegistry registry)
    {
        registry.Commands.Add("meeting.move", MoveLine(), "move meeting to Thu 9:00", MoveTypedAsync);
        registry.Commands.Add("meeting.cancel", CancelLine(), "cancel meeting", CancelTypedAsync);
        registry.Presses.On(Verbs.MoveDate, MovePressedAsync);
        registry.Presses.On(Verbs.KeepDate, KeepAsync);
        registry.Cards.Add(Cancelled, async (request, ct) => await CancelledWordsAsync(plants.Get(request.Plant), request.About, ct) is { } words ? SayCard.Draw(words) : null);
    }

    private async Task<Effect> MoveTypedAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (await rights.RefusalAsync(turn.Plant, turn.By, null, MayWhat, turn.Now, ct) is { } refused) return turn.Refuse(refused);
        var plant = plants.Get(turn.Plant);
        if (await NextAsync(plant, turn.Now, ct) is not { } planned) return turn.Refuse("No meeting is planned in the next year.");
        var (to, why) = Split(words.Groups["to"].Value);
        if (Read(to, planned.Start, turn.Now, plant.Calendar) is not { } start) return turn.Refuse("To which day and time? Write for example: move meeting to Thu 9:00.");
        var week = await RevivedAsync(plant, start, turn.Now, ct) ?? planned.Week;
        var here = await IsChannelAsync(plant, turn.Conversation, ct);
        var (outcome, text) = await MoveAsync(plant, week, start, turn.By, why, turn.Now, said => turn.Answer(SayCard.Of(said)), here ? null : $"in{turn.InboxId}", ct);
        return outcome == MeetingDateOutcome.Changed ? Effect.None : turn.Refuse(text);
    }

    private async Task<Effect> CancelTypedAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (await rights.RefusalAsync(turn.Plant, turn.By, null, MayWhat, turn.Now, ct) is { } refused) return turn.Refuse(refused);
        var plant = plants.Get(turn.Plant);
        if (await meetings.OpenAsync(plant.Id, ct) is not null) return turn.Refuse("The meeting is open. Type close to end it.");
        if (await NextAsync(plant, turn.Now, ct) is not { } planned) return turn.Refuse("No meeting is planned in the next year.");
        var why = words.Groups["why"].Success ? words.Groups["why"].Value.Cut(200) : null;
        var told = new CardRef(Cancelled, $"{planned.Start.UtcTicks}");
        var here = await IsChannelAsync(plant, turn.Conversation, ct);
        var result = await changed.ChangeAsync(plant.Id, planned.Week.Start, MeetingDates.Usual(plant, planned.Week), date =>
        {
            var outcome = date.Cancel(turn.By, why, turn.Now);
            if (outcome != MeetingDateOutcome.Changed) return (outcome, Effect.None);
            var answer = turn.Answer(told);
            return (outcome, answer with
            {
                Audit = [new AuditLine(plant.Id, turn.Now, turn.By, "meeting.cancel", $"{planned.Week}", why)],
                Messages = here ? answer.Messages : [.. answer.Messages, Tell(plant, $"cancelled:{plant.Id}:{planned.Week}:{date.Version}", told)],
            });
        }, ct);
        return result.Outcome == MeetingDateOutcome.Changed ? Effect.None : turn.Refuse("It is cancelled already.");
    }

    private async Task<PressAnswer> MovePressedAsync(Press press, CancellationToken ct)
    {
        if (await rights.RefusalAsync(press.Plant, press.By, null, MayWhat, press.Now, ct) is { } refused) return PressAnswer.Say(refused);
        var plant = plants.Get(press.Plant);
        if (press.Input.Day("r") is not { } day || !long.TryParse(press.Input.Text("e"), out var ticks) || ticks is <= 0 or > 3_000_000_000_000_000_000) return PressAnswer.Say("This question is not known any more.");
        var (_, text) = await MoveAsync(plant, plant.Calendar.WeekOf(day), new(ticks, TimeSpan.Zero), press.By, "shutdown", press.Now, _ => Effect.None, press.ActivityId, ct);
        return PressAnswer.Show(SayCard.Draw(text));
    }

    private async Task<PressAnswer> KeepAsync(Press press, CancellationToken ct)
    {
        if (await rights.RefusalAsync(press.Plant, press.By, null, MayWhat, press.Now, ct) is { } refused) return PressAnswer.Say(refused);
        await outbox.AddAsync(new Effect { Audit = [new AuditLine(press.Plant, press.Now, press.By, Verbs.KeepDate, press.Input.Text("r")?.Cut(10) ?? "")] }, ct);
        return PressAnswer.Show(SayCard.Draw("The meeting stays where it is."));
    }

    /// <param name="answer">What else the change brings, given the words.</param>
    /// <param name="tell">Makes the key of the channel's message; null when the answer is posted there anyway.</param>
    private async Task<(MeetingDateOutcome Outcome, string Words)> MoveAsync(
        PlantProfile plant, PlantWeek week, DateTimeOffset start, PersonKey by, string? why, DateTimeOffset now, Func<string, Effect> answer, string? tell, CancellationToken ct)
    {
        var today = plant.Calendar.DayOf(now);
        var others = (await changed.OfWeeksAsync(plant.Id, today.AddDays(-120), today.AddDays(400), ct)).Where(date => date.Week != week.Start).ToList();
        var words = "";
        var result = await changed.ChangeAsync(plant.Id, week.Start, MeetingDates.Usual(plant, week), date =>
        {
            var outcome = date.MoveTo(start, MeetingDates.Usual(plant, week), by, why, now);
            words = outcome switch
            {
                MeetingDateOutcome.Changed => $"{MeetingTitles.Of(plants, plant)}Meeting moved to {DayWords.Moment(start, plant.Calendar)}. Reminders moved. That is the {Ordinal(CadenceDrift.Of([.. others, date], today, plant.Calendar.DayOf).Moves)} move this quarter.",
                MeetingDateOutcome.SameAsBefore => $"The meeting is {DayWords.Moment(start, plant.Calendar)} already.",
                MeetingDateOutcome.InThePast => $"{DayWords.Moment(start, plant.Calendar)} is past.",
                MeetingDateOutcome.TooFar => "That is a week away or more: every week has its own meeting. Cancel this one instead.",
            };
            if (outcome != MeetingDateOutcome.Changed) return (outcome, Effect.None);
            var effect = answer(words);
            return (outcome, effect with
            {
                Audit = [new AuditLine(plant.Id, now, by, "meeting.move", $"{week}", $"{start:yyyy-MM-dd HH:mm}Z{(why is null ? "" : $" {why}")}")],
                Messages = tell is null ? effect.Messages : [.. effect.Messages, Tell(plant, $"moved:{plant.Id}:{week}:{date.Version}", SayCard.Of(words))],
            });
        }, ct);
        return (result.Outcome, words);
    }

    /// <summary>"No meeting this week. 4 red orders: Lea decides here until Wed 14:30."</summary>
    private async Task<string?> CancelledWordsAsync(PlantProfile plant, string about, CancellationToken ct)
    {
        if (!long.TryParse(about, out var ticks)) return null;
        var start = new DateTimeOffset(ticks, TimeSpan.Zero);
        var red = (await orders.LoadAsync(plant, null, ct)).Count(one => one.IsRed);
        var leads = await rights.LeadNamesAsync(plant.Id, plant.Calendar.DayOf(start), ct);
        var decide = red == 0 ? "No order is red; changes inside the fences come up in the chat." : $"{PlanWords.Count(red, "red order", "red orders")}: {leads} {(leads.Contains(" or ", StringComparison.Ordinal) ? "decide" : "decides")} in the chat until {DayWords.Moment(start.AddMinutes(plant.MeetingMinutes), plant.Calendar)}, one after the other.";
        return $"{MeetingTitles.Of(plants, plant)}No meeting on {DayWords.Moment(start, plant.Calendar)}\n{decide}";
    }

    /// <summary>The next one, or today's that should have begun and was not held.</summary>
    private async Task<PlannedMeeting?> NextAsync(PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var next = await dates.NextMeetingAsync(plant, now - Late, ct);
        return next is null || next.Start > now || (await meetings.StartedAsync(plant.Id, AgendaTemplate.WeeklyId, plant.Calendar.At(plant.Calendar.DayOf(next.Start), TimeOnly.MinValue), now.AddSeconds(1), ct)).Count == 0
            ? next : await dates.NextMeetingAsync(plant, now, ct);
    }

    /// <summary>The week whose cancelled date comes back with a start in it; null when none does.</summary>
    private async Task<PlantWeek?> RevivedAsync(PlantProfile plant, DateTimeOffset start, DateTimeOffset now, CancellationToken ct)
    {
        var week = plant.Calendar.WeekOf(start);
        return (await changed.OfWeeksAsync(plant.Id, week.Start, week.Start, ct)) is [{ Start: null }] ? week : null;
    }

    private async Task<bool> IsChannelAsync(PlantProfile plant, string conversation, CancellationToken ct) =>
        (await conversations.OfPlantAsync(plant.Id, ChannelUse.Week, ct))?.Id == conversation.Split(';')[0];

    private static NewMessage Tell(PlantProfile plant, string key, CardRef card) => new()
    {
        Plant = plant.Id, Key = key, Kind = MessageKind.Record, Target = new MessageTarget.Channel(plant.Id), Card = card,
    };

    /// <summary>The words after "because" are the reason.</summary>
    private static (string To, string? Why) Split(string typed) =>
        Because().Match(typed) is { Success: true } because ? (typed[..because.Index], because.Groups["why"].Value.Cut(200)) : (typed, null);

    /// <summary>A day, a time, or both; what is not said stays as planned. Null when neither is.</summary>
    internal static DateTimeOffset? Read(string typed, DateTimeOffset planned, DateTimeOffset now, PlantCalendar calendar)
    {
        var day = DayReading.In(typed, calendar.DayOf(now), calendar);
        var rest = day is { } found ? typed.Replace(found.Text, " ", StringComparison.Ordinal) : typed;
        var time = Clock().Match(rest);
        if (day is null && !time.Success) return null;
        var at = TimeOnly.FromDateTime(calendar.Local(planned).DateTime);
        if (time.Success)
        {
            var hour = int.Parse(time.Groups["h"].Value, CultureInfo.InvariantCulture);
            var minute = time.Groups["m"].Success ? int.Parse(time.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
            if (time.Groups["half"].Value is { Length: > 0 } half) hour = (hour % 12) + (half.StartsWith("p", StringComparison.OrdinalIgnoreCase) ? 12 : 0);
            if (hour > 23 || minute > 59) return null;
            at = new TimeOnly(hour, minute);
        }
        return calendar.At(day?.Day ?? calendar.DayOf(planned), at);
    }

    private static string Ordinal(int number) => (number % 100) is >= 11 and <= 13 ? $"{number}th" : (number % 10) switch { 1 => $"{number}st", 2 => $"{number}nd", 3 => $"{number}rd", _ => $"{number}th" };

    [GeneratedRegex(@"^\s*(?:move|postpone|shift)\s+(?:the\s+|this\s+week'?s\s+|our\s+)?(?:weekly\s+|next\s+)?meeting\b\s*(?:to\b)?\s*(?<to>.{0,300})$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex MoveLine();

    [GeneratedRegex(@"^\s*(?:cancel|skip|drop)\s+(?:the\s+|this\s+week'?s\s+|our\s+)?(?:weekly\s+|next\s+)?meeting\b\s*[.!]?\s*(?:[:,]\s*|because\s+)?(?<why>\S.{0,300})?$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex CancelLine();

    [GeneratedRegex(@"\s*\bbecause\s+(?<why>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Because();

    [GeneratedRegex(@"\b(?:at\s+)?(?<h>\d{1,2})(?:[:.](?<m>\d{2})\s*(?<half>[ap]\.?m\.?)?|\s*(?<half>[ap]\.?m\.?)|\s*(?:h|o'?clock)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();
}
