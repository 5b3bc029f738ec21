namespace SoeBot.Domain.Meetings;

public readonly record struct MeetingId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}
