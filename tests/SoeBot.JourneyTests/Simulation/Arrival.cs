using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>The row of the outbox that was in hand when something reached the service.</summary>
internal sealed record InHand(long Id, string Key, string Kind, int Repeats, string Target, string Source, string About, string? Chain);

/// <summary>A message that stands in Teams, and how it came there.</summary>
/// <param name="Row">Null when nothing of the outbox was in hand, which is a fault by itself.</param>
/// <param name="At">When it came.</param>
/// <param name="To">Whose own chat it is in; null in other places.</param>
/// <param name="Message">As it stands.</param>
internal sealed record Arrival(InHand? Row, DateTimeOffset At, FakePerson? To, FakeMessage Message)
{
    public bool IsReminder => Row?.Kind == "Reminder";
}
