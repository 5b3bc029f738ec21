namespace SoeBot.Domain.Changes;

public readonly record struct ChangeId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}
