namespace SoeBot.Domain.Reminders;

/// <summary>How a reminder counts for the rule of quiet: of a person and day over all plants one digest and two single ones at most (R140).</summary>
public enum ReminderClass
{
    Single,

    /// <summary>What is open of a person, put together in one card.</summary>
    Digest,

    /// <summary>Tell the customer today; a request that expires within the shift. Neither counted nor put off.</summary>
    Urgent,
}

/// <summary>How a reminder stands. Each has a reason in words where it did not go out as it was meant.</summary>
public enum ReminderState
{
    /// <summary>In the outbox, and counted for its day. The message of its key says what became of it there.</summary>
    Written,

    /// <summary>Did not fit into the day: it goes into the person's next digest.</summary>
    Held,

    /// <summary>Part of a digest that was written.</summary>
    InDigest,

    /// <summary>Comes later: outside the shift, a holiday, or the person asked for it.</summary>
    PutOff,

    /// <summary>Went to somebody else instead.</summary>
    Redirected,

    /// <summary>When its turn came there was nothing to say any more.</summary>
    Silent,
}
