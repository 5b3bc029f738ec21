namespace SoeBot.JourneyTests.Simulation;

/// <summary>A guard of the product, and how to take it away from outside: by a trigger in the store, so that the product has no switch for it.</summary>
internal sealed record Guard(string Name, string Sabotage)
{
    public static readonly IReadOnlyList<Guard> All =
    [
        new("the audit line is written with the change",
            "DROP TRIGGER audit_no_delete; CREATE TRIGGER g AFTER INSERT ON audit WHEN NEW.what LIKE 'decision.%' AND NEW.id % 7 = 0 BEGIN DELETE FROM audit WHERE id = NEW.id; END"),
        new("a decision brings its reminders", "CREATE TRIGGER g AFTER INSERT ON occurrences WHEN NEW.kind = 'decision-due' BEGIN DELETE FROM occurrences WHERE id = NEW.id; END"),
        new("a new date brings new reminders",
            "CREATE TRIGGER g AFTER INSERT ON occurrences WHEN NEW.key LIKE 'D-%@%' AND EXISTS (SELECT 1 FROM decisions d WHERE NEW.key LIKE 'D-' || d.number || '@%' AND d.redates > 0) BEGIN DELETE FROM occurrences WHERE id = NEW.id; END"),
        new("closing a meeting brings its minutes", "CREATE TRIGGER g AFTER INSERT ON outbox WHEN NEW.card_source = 'minutes' BEGIN DELETE FROM outbox WHERE id = NEW.id; END"),
        new("what a dead sender had in hand is taken back",
            "CREATE TRIGGER g AFTER UPDATE ON outbox WHEN OLD.state = 'Sending' AND NEW.reason LIKE '%was lost%' BEGIN UPDATE outbox SET state = 'Sending' WHERE id = NEW.id; END"),
        new("a repeat is marked as one", "CREATE TRIGGER g AFTER UPDATE ON outbox WHEN NEW.repeats > 0 BEGIN UPDATE outbox SET repeats = 0 WHERE id = NEW.id; END"),
        new("what was sent is settled as sent", "CREATE TRIGGER g AFTER UPDATE ON outbox WHEN NEW.state = 'Sent' AND OLD.state = 'Sending' AND NEW.kind = 'Answer' AND NEW.id % 9 = 0 BEGIN UPDATE outbox SET state = 'Pending' WHERE id = NEW.id; END"),
        new("a line that a dead process had in hand is worked again", "CREATE TRIGGER g AFTER UPDATE ON inbox WHEN NEW.state = 'Working' BEGIN UPDATE inbox SET claimed_at = claimed_at + 864000000000000 WHERE id = NEW.id; END"),
        new("a step that a dead process had in hand is worked again",
            "CREATE TRIGGER g AFTER UPDATE ON occurrences WHEN NEW.state = 'Pending' AND NEW.held_until IS NOT NULL AND OLD.held_until IS NULL BEGIN UPDATE occurrences SET held_until = held_until + 864000000000000 WHERE id = NEW.id; END"),
        new("two reminders of a person a day", "CREATE TRIGGER g AFTER UPDATE ON reminder_days WHEN NEW.singles > 1 BEGIN UPDATE reminder_days SET singles = 0 WHERE person = NEW.person AND day = NEW.day; END"),
        new("the deputy is asked in place of who is away",
            """
            CREATE TRIGGER g AFTER INSERT ON outbox WHEN NEW.kind = 'Reminder' AND EXISTS (SELECT 1 FROM reminders r WHERE r.key = NEW.key AND r.person <> r."for")
                BEGIN UPDATE outbox SET (target, lane) = (SELECT 'person:' || r."for", 'person:' || r."for" FROM reminders r WHERE r.key = NEW.key) WHERE id = NEW.id; END;
            CREATE TRIGGER h AFTER INSERT ON reminders WHEN NEW.person <> NEW."for"
                BEGIN UPDATE outbox SET target = 'person:' || NEW."for", lane = 'person:' || NEW."for" WHERE key = NEW.key; END
            """),
        new("a change without approval is written down", "CREATE TRIGGER g AFTER INSERT ON violations BEGIN DELETE FROM violations WHERE id = NEW.id; END"),
        new("a decided request is decided", "CREATE TRIGGER g AFTER UPDATE ON changes WHEN OLD.state IN ('Asked', 'Tied') AND NEW.state IN ('Approved', 'Rejected', 'Withdrawn', 'Expired') BEGIN UPDATE changes SET state = OLD.state WHERE id = NEW.id; END"),
        new("what was approved and arrived is known to have", "CREATE TRIGGER g AFTER UPDATE ON changes WHEN NEW.arrived_in IS NOT NULL BEGIN UPDATE changes SET arrived_in = NULL WHERE id = NEW.id; END"),
        new("what failed says why", "CREATE TRIGGER g AFTER UPDATE ON outbox WHEN NEW.state IN ('Failed', 'Unknown', 'Silent') BEGIN UPDATE outbox SET reason = NULL WHERE id = NEW.id; END"),
    ];
}
