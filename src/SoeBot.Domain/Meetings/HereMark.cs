using SoeBot.Domain.People;

namespace SoeBot.Domain.Meetings;

/// <summary>"I am here", pressed.</summary>
public sealed record HereMark(PersonKey Person, DateTimeOffset At);
