using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Database;
using SoeBot.Store.Reach;
using SoeBot.Store.Reminders;

namespace SoeBot.Store.Outbox;

/// <summary>What follows from the fate of a message.</summary>
internal static class OutboxFates
{
    /// <summary>Of what nobody knows whether the service has it, a reminder or an edit is repeated once, an answer or a record never.</summary>
    public static (OutboxState State, int Repeats) After(OutboxState state, MessageKind kind, int repeats) =>
        state == OutboxState.Unknown && kind is (MessageKind.Reminder or MessageKind.Edit) && repeats == 0 ? (OutboxState.Pending, 1) : (state, repeats);

    /// <summary>Whoever was sending it is gone.</summary>
    public static void Lose(OutboxRow row, string reason, DateTimeOffset now)
    {
        (row.State, row.Repeats) = After(OutboxState.Unknown, row.Kind, row.Repeats);
        (row.Reason, row.SettledAt, row.RetryAt) = (reason, now, null);
    }

    public static async Task RememberAsync(SoeDb db, OutboxRow row, CancellationToken cancellation)
    {
        if (row is not { TrackAs: { } name, Conversation: { } conversation, ActivityId: { } activity } || row.Kind == MessageKind.Edit) return;
        if (row.Tenant is not { } tenant || await db.PostedCards.AnyAsync(
            card => card.TrackAs == name && card.Tenant == tenant && card.Conversation == conversation && card.ActivityId == activity, cancellation)) return;
        db.PostedCards.Add(new() { TrackAs = name, Tenant = tenant, Conversation = conversation, ActivityId = activity });
    }

    /// <summary>What the fate tells of the place and of cards, and what is to be said because of it.</summary>
    public static async Task LearnAsync(SoeDb db, string tenant, Settlement fate, CancellationToken cancellation)
    {
        if (fate.Reach is { State: { } state } lost) await ReachStore.MarkAsync(db, lost.Lane, tenant, state, lost.Code, fate.At, cancellation);
        else if (fate.Reach is { } found) await db.Unreachable.Where(row => row.Lane == found.Lane).ExecuteDeleteAsync(cancellation);
        foreach (var card in fate.Deleted)
            await db.PostedCards.Where(row => row.Tenant == card.Tenant && row.Conversation == card.Conversation && row.ActivityId == card.ActivityId).ExecuteDeleteAsync(cancellation);
        await OutboxWriter.AddAsync(db, fate.Messages, cancellation);
        if (fate.Reminder is { } change) await ReminderWriter.ChangeAsync(db, change, cancellation);
    }

    /// <summary>Asks once more for the card that an edit did not find, after whoever is just posting it.</summary>
    public static async Task<bool> IsPostedNowAsync(SoeDb db, string name, CancellationToken cancellation)
    {
        await RowLocks.Turn(db.Outbox.Where(row => row.TrackAs == name && row.Kind != MessageKind.Edit && row.State == OutboxState.Sending)).Select(row => row.Id).ToListAsync(cancellation);
        return await db.PostedCards.AnyAsync(card => card.TrackAs == name, cancellation);
    }

    /// <summary>The card stands now. The last edit that found none since then, because the card was on its way, goes out.</summary>
    public static async Task CatchUpAsync(SoeDb db, OutboxRow posted, DateTimeOffset? since, CancellationToken cancellation)
    {
        if (posted is not { TrackAs: { } name } || posted.Kind == MessageKind.Edit) return;
        var missed = await db.Outbox.AsTracking()
            .Where(row => row.TrackAs == name && row.Kind == MessageKind.Edit && row.State == OutboxState.Silent && (since == null || row.SettledAt >= since))
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellation);
        if (missed is not null) missed.State = OutboxState.Pending;
    }
}
