using SoeBot.Domain.Fences;
using SoeBot.Domain.Reminders;
using SoeBot.Store.Outbox;
using SoeBot.Store.Reminders;
using SoeBot.Words;

namespace SoeBot.Reminders;

/// <summary>The history of reminders in words: what was sent to whom, when, and why not.</summary>
internal static class ReminderWords
{
    public static string What(Reminder one) => one.Class == ReminderClass.Digest ? "digest" : $"{About(one.OccurrenceKey)}: {Kind(one.Kind)}";

    public static string Kind(string kind) => kind switch
    {
        DecisionChase.Unaccepted => "nobody took it yet",
        DecisionChase.UnacceptedLead => "not taken within a day, to the lead",
        DecisionChase.DueSoon => "due the next working day",
        DecisionChase.Due => "due",
        DecisionChase.Overdue => "one day over",
        DecisionChase.Escalate => "two days over, to the lead",
        "top-ten-draft" => "orders at risk, the day before the meeting",
        "owner-nudge" => "orders at risk, second reminder",
        "owner-last-call" => "orders at risk, last reminder",
        "tell-customer" => "tell the customer",
        "tell-customer-again" => "tell the customer, second reminder",
        _ => kind.Replace('-', ' '),
    };

    /// <summary>"D-41" of "D-41@2026-11-27".</summary>
    public static string About(string key) => key.IndexOf('@', StringComparison.Ordinal) is var cut and > 0 ? key[..cut] : key;

    public static string Fate(SentReminder sent, PlantCalendar calendar)
    {
        var one = sent.Reminder;
        return one.State switch
        {
            ReminderState.Written or ReminderState.InDigest => Message(sent, calendar) + (one.State == ReminderState.InDigest ? " in the digest" : "") + (one.Reason is { } why ? $" ({why})" : ""),
            ReminderState.Held => $"waits for the next digest: {one.Reason}",
            ReminderState.PutOff => $"comes {(one.Until is { } until ? DayWords.Moment(until, calendar) : "later")}: {one.Reason}",
            ReminderState.Redirected => $"went to somebody else: {one.Reason}",
            ReminderState.Silent => $"not sent: {one.Reason}",
        };
    }

    private static string Message(SentReminder sent, PlantCalendar calendar) => sent.Message switch
    {
        OutboxState.Sent => $"sent {(sent.SentAt is { } at ? DayWords.Time(at, calendar) : "")}".TrimEnd(),
        OutboxState.Pending or OutboxState.Sending => sent.MessageReason is { } why ? $"on its way: {why}" : "on its way",
        OutboxState.Silent => $"not sent: {sent.MessageReason}",
        OutboxState.Superseded => "not sent: a newer reminder took its place",
        OutboxState.Unknown => "sent, and nobody knows whether it arrived",
        OutboxState.Failed => $"not delivered: {sent.MessageReason}",
        null => "sent long ago",
    };
}
