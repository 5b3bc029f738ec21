using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Reminders;
using SoeBot.Store.Audit;
using SoeBot.Store.Database;
using SoeBot.Store.HandOver;
using SoeBot.Store.Inbox;
using SoeBot.Store.Occurrences;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plants;
using SoeBot.Store.Reminders;
using SoeBot.Store.SentPlans;

namespace SoeBot.Store.Effects;

/// <summary>Writes what a change brings with it into the change's own open transaction.</summary>
internal static class EffectWriter
{
    public static async Task WriteAsync(SoeDb db, Effect effect, CancellationToken cancellation)
    {
        if (effect.SentPlanDone is { } result)
        {
            var sent = await db.SentPlans.AsTracking().FirstOrDefaultAsync(row => row.Id == result.Id && row.State == SentPlanState.Reading, cancellation);
            if (sent is null) return;
            sent.Settle(result);
        }
        if (effect.OccurrenceDone is { } cause)
            await OccurrenceWriter.SettleAsync(db, cause, OccurrenceState.Done, null, effect.Audit.Count > 0 ? effect.Audit[0].At : null, cancellation);
        if (effect.InboxDone is { } activity)
            await db.Inbox.Where(row => row.Id == activity).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, InboxState.Done), cancellation);
        foreach (var (plant, keyPrefix) in effect.Withdraw)
            await OccurrenceWriter.WithdrawAsync(db, plant, keyPrefix, cancellation);
        foreach (var note in effect.Notes) await NoteWriter.SetAsync(db, note, cancellation);
        foreach (var plant in effect.DeriveAnew) await DeriveMarks.RaiseAsync(db, plant, cancellation);
        await OccurrenceWriter.AddAsync(db, effect.Occurrences, cancellation);
        await OutboxWriter.AddAsync(db, effect.Messages, cancellation);
        await ReminderWriter.WriteAsync(db, effect.Reminders, cancellation);
        foreach (var change in effect.ReminderChanges) await ReminderWriter.ChangeAsync(db, change, cancellation);
        await HandOverWriter.TakeBackAsync(db, effect.HandOversTakenBack, cancellation);
        await HandOverWriter.AddAsync(db, effect.HandOvers, cancellation);
        db.Audit.AddRange(effect.Audit.Select(AuditRow.Of));
        await db.SaveChangesAsync(cancellation);
    }
}
