namespace SoeBot.Occurrences;

/// <summary>
/// Hangfire's queues by urgency. The numbers in front keep the order on PostgreSQL too, whose storage takes from the queues of a server by
/// their names and not by the order in which the server lists them.
/// </summary>
internal static class JobQueues
{
    public const string Urgent = "1-urgent", Usual = "2-default", Low = "3-low";

    /// <summary>Of most workers: nothing long ever keeps them all.</summary>
    public static readonly string[] Quick = [Urgent, Usual];
    public static readonly string[] All = [Urgent, Usual, Low];

    public static string Of(Urgency urgency) => urgency switch { Urgency.Urgent => Urgent, Urgency.Usual => Usual, Urgency.Low => Low };
}
