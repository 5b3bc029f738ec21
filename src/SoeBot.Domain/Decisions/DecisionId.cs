namespace SoeBot.Domain.Decisions;

public readonly record struct DecisionId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}
