using SoeBot.Domain.People;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Reach;
using SoeBot.Teams.Conversations;

namespace SoeBot.Channel.Reach;

/// <param name="IsSure">Found lately enough that nobody needs to ask the service again.</param>
internal sealed record KnownBarrier(ReachState State, string? Code, bool IsSure);

/// <summary>
/// What follows when nothing can be written to a person or place. A reminder or a record for a person is asked in the plant's channel
/// instead; of a place that is lost those who can mend it hear once.
/// </summary>
internal sealed class SecondRoad(ReachStore reach, PeopleStore people, SeenLately lately, TimeProvider time)
{
    /// <summary>Events of coming back get lost, so after a day the next message tries again.</summary>
    private static readonly TimeSpan Sure = TimeSpan.FromDays(1);

    /// <summary>Null when nothing is known against the place.</summary>
    public KnownBarrier? Known(MessageWay way) => way.Barrier is { } known ? new(known.State, known.Code, time.GetUtcNow() < known.TriedAt + Sure) : null;

    /// <summary>Null when the outcome says nothing against the place.</summary>
    public ReachState? IsBarred(SendOutcome outcome) => outcome.Barrier switch
    {
        SendBarrier.NotInstalled => ReachState.NotInstalled,
        SendBarrier.Blocked => ReachState.Blocked,
        SendBarrier.Disabled => ReachState.Disabled,
        SendBarrier.ConversationGone => ReachState.Gone,
        SendBarrier.MessageGone or null => null,
    };

    /// <param name="message">Cannot be delivered.</param>
    /// <param name="state">Why.</param>
    /// <param name="code">The service's word.</param>
    /// <param name="isNew">Nothing was known against the place before.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Settlement> GiveUpAsync(OutboxMessage message, ReachState state, string? code, bool isNew, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        // Another process may find the same at the same time, which the keys of the messages forgive.
        if (isNew) await ForgetSightingsAsync(ct);
        return new Settlement(OutboxState.Failed, now)
        {
            Reason = $"cannot be reached: {ReachWords.Of(state)}",
            Reach = isNew || await reach.FindAsync(message.Lane, ct) is { } known && now >= known.TriedAt + Sure ? new(message.Lane, state, code) : null,
            Messages = message switch
            {
                { Target: MessageTarget.Person(var person), Kind: MessageKind.Reminder or MessageKind.Record } => [InChannel(message, person)],
                { Target: MessageTarget.Person } => [],
                _ when isNew => await TellAsync(message, now, ct),
                _ => [],
            },
        };
    }

    /// <summary>Whatever comes from such a place is news, though it came from there within the hour.</summary>
    public async Task ForgetSightingsAsync(CancellationToken ct)
    {
        foreach (var one in await reach.AllAsync(ct))
            if (one.Place is { } place) lately.Forget(one.Tenant, place);
    }

    /// <summary>Of unknown fate it is not repeated: a mention that comes twice is a reproach.</summary>
    private static NewMessage InChannel(OutboxMessage message, PersonKey person) => new()
    {
        Plant = message.Plant, Key = $"second-road:{message.Key}", Kind = MessageKind.Record, Target = new MessageTarget.Channel(message.Plant),
        Card = new(ReachCards.Asked, ReachCards.About(person, message.Card)), Chain = message.Chain is { } chain ? $"second-road:{chain}:{person}" : null,
    };

    private async Task<IReadOnlyList<NewMessage>> TellAsync(OutboxMessage message, DateTimeOffset now, CancellationToken ct) =>
    [
        .. (await people.RolesAsync(message.Plant, ct)).Where(holder => holder.Role is Role.Administrator or Role.Lead).Select(holder => holder.Person).Distinct()
            .Select(person => new NewMessage
            {
                Plant = message.Plant, Key = $"lost-place:{message.Lane}:{now:yyyyMMddHHmm}:{person}", Kind = MessageKind.Reminder,
                Target = new MessageTarget.Person(person), Card = new(ReachCards.LostPlace, message.Lane),
            }),
    ];
}
