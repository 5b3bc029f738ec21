using SoeBot.Domain.Plan;
using SoeBot.Store.Effects;
using SoeBot.Teams.Activities;

namespace SoeBot.Commands;

/// <summary>What Teams tells of a meeting by itself. It may come twice, late or never, and gives nobody a right.</summary>
/// <param name="Conversation">The meeting's chat.</param>
/// <param name="MeetingId">What meeting calls take; null when the event did not say.</param>
/// <param name="At">When it happened, by the plant's clock.</param>
public sealed record MeetingHint(PlantId Plant, string Tenant, string Conversation, Uri ServiceUrl, string? MeetingId, MeetingEvent Event, DateTimeOffset At);

/// <summary>What comes of a hint is committed together with "this event is worked".</summary>
public delegate Task<Effect> HintHandler(MeetingHint hint, CancellationToken ct);

/// <summary>Who listens to what Teams tells of meetings.</summary>
public sealed class HintList
{
    public HintHandler? Meetings { get; private set; }

    public void OnMeetings(HintHandler handle) =>
        Meetings = Meetings is null ? handle : throw new InvalidOperationException("Two slices listen to Teams' meeting events.");
}
