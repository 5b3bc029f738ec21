using SoeBot.Domain.People;

namespace SoeBot.Store.OnlineMeetings;

/// <summary>What Teams told of a meeting's place in the calendar. Nothing may depend on it: it may be old, or never come.</summary>
/// <param name="Conversation">The meeting's chat; a series has one for all its dates.</param>
/// <param name="Organizer">Gives no right.</param>
public sealed record OnlineMeeting(string Conversation, string? Title, DateTimeOffset? Start, DateTimeOffset? End, PersonKey? Organizer, DateTimeOffset At);

/// <summary>That somebody was seen in a meeting on a day of the plant.</summary>
/// <param name="JoinedAt">For the first time that day.</param>
/// <param name="LeftAt">Null while the person is there.</param>
public sealed record Presence(PersonKey Person, DateTimeOffset JoinedAt, DateTimeOffset? LeftAt);
